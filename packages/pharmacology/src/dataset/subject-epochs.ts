/** What a subject's covariates and resets mean for a model: typical values over time, to be solved or simulated with. */
import type { Compiled } from '../compile.ts'
import type { Covariate } from '../model.ts'
import { REFERENCE_WEIGHT, typicalValues } from '../population/individual.ts'
import type { TypicalEpoch } from '../population/over-time.ts'
import type { Substance } from '../substance.ts'
import type { DataSubject } from './data-set.ts'

/** Which column is which covariate: `{ WT: 'weight', AGE: 'age' }`. kg and years. */
export type CovariateColumns = Readonly<Record<string, Covariate['name']>>

/**
 * One epoch wherever a covariate changes or the body is emptied. A covariate that is not known yet is at its reference (70 kg), and
 * `assumed` says so.
 *
 * @throws RangeError for a column that the data set does not have, and a value that no person has.
 */
export function subjectEpochs(
  model: Compiled,
  substance: Substance,
  { id, dosing, observations, covariates, resets }: DataSubject,
  columns: CovariateColumns,
): { readonly epochs: readonly TypicalEpoch[]; readonly assumed: readonly string[] } {
  const known = Object.entries(columns).map(([column, name]) => {
    const steps = covariates[column]
    if (!steps)
      throw new RangeError(`covariate ${column}: expected one of ${Object.keys(covariates).join(', ') || 'none'}`)
    for (const { value } of steps)
      if (!(value > 0 && value < Infinity)) throw new RangeError(`subject ${id}: ${column} ${value}: expected above 0`)
    return { column, name, steps }
  })
  const start = Math.min(0, ...dosing.map(({ from }) => from), ...observations.map(({ time }) => time))
  const assumed = known
    .filter(({ steps }) => !(steps[0] && steps[0].from <= start))
    .map(
      ({ column, steps }) =>
        `subject ${id}: ${column} unknown${steps[0] ? ` before ${steps[0].from} h` : ''}: reference assumed`,
    )
  const changes = known.flatMap(({ steps }) => steps.map(({ from }) => from))
  const starts = [...new Set([start, ...changes, ...resets])].sort((a, b) => a - b)
  const epochs = starts.map((from): TypicalEpoch => {
    const at: Partial<Record<Covariate['name'], number>> = {}
    for (const { name, steps } of known) {
      const step = steps.findLast((one) => one.from <= from)
      if (step) at[name] = step.value
    }
    const typical = typicalValues(model, substance, { weight: at.weight ?? REFERENCE_WEIGHT, interactions: [] })
    model.relate(typical, at)
    return { from, typical, ...(resets.includes(from) ? { reset: true as const } : {}) }
  })
  return { epochs, assumed }
}
