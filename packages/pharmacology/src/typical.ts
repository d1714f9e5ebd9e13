/** The typical person of this weight and these interacting drugs, without spread: what a paper's figure would show. */
import { kinetics } from './composite.ts'
import type { Person } from './person.ts'
import { checkPerson, checkRegimen, checkTimes } from './limits.ts'
import { assume } from './person.ts'
import { typicalValues } from './population/individual.ts'
import type { Regimen } from './regimen.ts'
import { shares } from './solve/superpose.ts'

export interface Profile {
  /** h, on the clock of the regimen */
  readonly hours: readonly number[]
  /** ng/mL */
  readonly ketamine: readonly number[]
  /** ng/mL */
  readonly norketamine: readonly number[]
  /** What was not known and was assumed, in words; that of effects too. */
  readonly assumed: readonly string[]
}

/**
 * Concentrations of the typical person at any ascending times (h). A dose at an output time counts after it.
 * @throws RangeError as `forecast` does.
 */
export function typical(regimen: Regimen, person: Person, times: readonly number[]): Profile {
  checkRegimen(regimen)
  checkPerson(person)
  checkTimes(times)
  const { covariates, assumed } = assume(person, regimen)
  const solved = new Float64Array(times.length * 2)
  for (const { substance, propagate } of shares(kinetics, regimen, times, 1)) {
    propagate.load(0, typicalValues(kinetics, substance, covariates))
    propagate.run(solved)
  }
  return {
    hours: [...times],
    ketamine: times.map((_, k) => solved[2 * k]!),
    norketamine: times.map((_, k) => solved[2 * k + 1]!),
    assumed,
  }
}
