/** What a subject's covariates and resets mean for a model: typical values over time, to be solved or simulated with. */
import type { Compiled } from '../compile.ts'
import type { Covariate } from '../model.ts'
import { REFERENCE_WEIGHT } from '../population/individual.ts'
import type { TypicalEpoch } from '../population/over-time.ts'
import { personEpochs, type PersonChange } from '../population/person-epochs.ts'
import type { Substance } from '../substance.ts'
import type { DataSubject } from './data-set.ts'

/** Which column is which covariate: `{ WT: 'weight', AGE: 'age' }`. kg and years. */
export type CovariateColumns = Readonly<Record<string, Covariate['name']>>

/**
 * One epoch wherever a covariate changes or the body is emptied. A covariate that is not known yet, or that no column gives, is at its
 * reference (70 kg), and `assumed` says so where the model depends on it.
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
    return { column, name, steps }
  })
  const start = Math.min(0, ...dosing.map(({ from }) => from), ...observations.map(({ time }) => time))
  const assumed = known
    .filter(({ steps }) => !(steps[0] && steps[0].from <= start))
    .map(
      ({ column, steps }) =>
        `subject ${id}: ${column} unknown${steps[0] ? ` before ${steps[0].from} h` : ''}: reference assumed`,
    )
  const unmapped = usedBy(model)
    .filter(({ name }) => !known.some((one) => one.name === name))
    .map(({ name, reference }) => `subject ${id}: ${name}: no column is mapped to it: ${reference} assumed`)
  const moments = known.flatMap(({ steps }) => steps.map(({ from }) => from))
  const starts = [...new Set([start, ...moments, ...resets])].sort((a, b) => a - b)
  const changes = starts.map((from): PersonChange => {
    const at: Partial<Record<Covariate['name'], number>> = {}
    for (const { name, steps } of known) {
      const step = steps.findLast((one) => one.from <= from)
      if (step) at[name] = step.value
    }
    return { from, ...at, ...(resets.includes(from) ? { reset: true as const } : {}) }
  })
  try {
    return { epochs: personEpochs(model, substance, changes), assumed: [...assumed, ...unmapped] }
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`subject ${id}: ${error.message}`, { cause: error })
    throw error
  }
}

/** What the model depends on, and where it stands when it is not known. */
function usedBy({ model }: Compiled): readonly { readonly name: Covariate['name']; readonly reference: string }[] {
  const related = (model.covariates ?? []).map(({ name, reference }) => ({
    name,
    reference: name === 'weight' ? `${reference} kg` : `${reference} years`,
  }))
  const scaled = model.parameters.some(({ weightExponent }) => weightExponent !== undefined)
  return scaled && !related.some(({ name }) => name === 'weight')
    ? [{ name: 'weight', reference: `${REFERENCE_WEIGHT} kg` }, ...related]
    : related
}
