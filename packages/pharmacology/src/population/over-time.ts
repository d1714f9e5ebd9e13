/** One virtual patient's parameters over time: typical values that change, the patient's own deviates, and those of occasions. */
import type { Compiled } from '../compile.ts'
import type { Epoch } from '../solve/epochs.ts'
import { deviates, individual } from './individual.ts'
import { putOccasion } from './occasions.ts'

/**
 * Typical values in the order of the model's parameters, for everyone or for each patient. Patients are solved in whole groups of
 * sixteen, so the function is asked for the neighbours of those wanted too, before and after them.
 */
export type Typical = Float64Array | ((patient: number) => Float64Array)

/** Typical values that hold from `from` (h) until the next. */
export interface TypicalEpoch {
  readonly from: number
  readonly typical: Typical
  /** The body is emptied, and nothing given before is still on its way. */
  readonly reset?: true
}

/**
 * Patient number → epochs: one wherever typical values change or an occasion begins. Deviates between patients are the same in
 * all of them. What comes before the first occasion belongs to it.
 *
 * @param occasions h, ascending
 */
export function patientEpochs(
  model: Compiled,
  seed: number,
  changes: readonly TypicalEpoch[],
  occasions: readonly number[],
): (patient: number) => readonly Epoch[] {
  occasions.forEach((time, k) => {
    if (!(time >= 0 && time < Infinity && (k === 0 || time > occasions[k - 1]!)))
      throw new RangeError(`occasion ${k + 1} at ${time}: expected h from 0, ascending`)
  })
  const first = changes[0]?.from ?? 0
  const starts = [
    ...new Set([...changes.map(({ from }) => from), ...occasions.slice(1).filter((time) => time > first)]),
  ]
  const plan = starts
    .sort((a, b) => a - b)
    .map((from) => ({
      from,
      change: changes.findLast((one) => one.from <= from) ?? changes[0]!,
      occasion: Math.max(
        0,
        occasions.findLastIndex((time) => time <= from),
      ),
    }))
  return (patient) => {
    const eta = deviates(model, seed, patient)
    return plan.map(({ from, change, occasion }) => {
      const typical = typeof change.typical === 'function' ? change.typical(patient) : change.typical
      const values = new Float64Array(typical.length)
      individual(model, typical, eta, values)
      if (occasions.length > 0) putOccasion(model, seed, patient, occasion, values)
      return { from, values, ...(change.reset && change.from === from ? { reset: true as const } : {}) }
    })
  }
}
