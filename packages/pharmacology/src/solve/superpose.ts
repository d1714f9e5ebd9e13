/** Outputs of a whole regimen. Courses of different substances have different rates, so each is solved apart and added. */
import type { Compiled } from '../compile.ts'
import { dosingOf } from '../formulation/model-route.ts'
import type { Regimen } from '../regimen.ts'
import type { Substance } from '../substance.ts'
import { propagator, type Propagate } from './propagate.ts'
import { timeline } from './timeline.ts'

export interface Share {
  readonly substance: Substance
  readonly propagate: Propagate
}

export function shares(model: Compiled, regimen: Regimen, times: readonly number[], lanes: number): readonly Share[] {
  const substances = [...new Set(regimen.map(({ substance }) => substance))]
  return substances.map((substance) => {
    const courses = regimen.filter((course) => course.substance === substance).map(dosingOf)
    return { substance, propagate: propagator(model, timeline(model, courses, substance, times), lanes) }
  })
}
