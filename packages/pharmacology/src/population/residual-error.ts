/**
 * Observations: predictions with the residual error of the model. y = f·exp(ε₁) + ε₂ with sd(ε₁) that of a log residual and
 * sd(ε₂)² = (proportional·f)² + additive².
 */
import type { Compiled } from '../compile.ts'
import { normals, STREAM } from './random.ts'
import type { Simulated } from './simulate.ts'

/** Standard deviations of one output; 0 where the model has none of a kind. */
interface Scatter {
  readonly log: number
  readonly proportional: number
  readonly additive: number
}

/**
 * Scatters simulated outputs; the k-th observation of a patient depends on (seed, patient, output, k) alone, and on nothing that was
 * drawn for the prediction. Additive error may bring an observation below 0: it is left there, as an assay's noise is.
 *
 * @returns the same layout. An output for which the model has no residual error is NaN: how it would be observed is not known.
 * @throws RangeError where the model has none at all.
 */
export function observe(model: Compiled, simulated: Simulated, seed: number): Simulated {
  const { n, first, times, place } = simulated
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed ${seed}: expected a whole number from 0`)
  const scatter = model.outputs.map(({ name }) => scatterOf(model, name))
  if (scatter.every((one) => one === undefined))
    throw new RangeError(`${model.model.id}: no residual error, so observations cannot be simulated`)
  const values = new Float64Array(simulated.values.length).fill(NaN)
  const z = new Float64Array(2 * times)
  for (const [output, one] of scatter.entries()) {
    if (!one) continue
    for (let patient = 0; patient < n; patient++) {
      normals(seed, first + patient, STREAM.residuals + output, z)
      for (let k = 0; k < times; k++) {
        const at = place(patient, k, output)
        const f = simulated.values[at]!
        values[at] = f * Math.exp(one.log * z[2 * k]!) + Math.hypot(one.proportional * f, one.additive) * z[2 * k + 1]!
      }
    }
  }
  return { ...simulated, values }
}

function scatterOf({ model }: Compiled, output: string): Scatter | undefined {
  const own = (model.residuals ?? []).filter((residual) => residual.output === output)
  if (own.length === 0) return undefined
  /** Several of one kind are independent, so their variances add. */
  const sd = (kind: string): number => Math.hypot(...own.filter((one) => one.kind === kind).map((one) => one.sd))
  return { log: sd('log'), proportional: sd('proportional'), additive: sd('additive') }
}
