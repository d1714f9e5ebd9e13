/**
 * From the typical person to one virtual patient. On the logarithm: θᵢ = θ·(weight/70)^e·exp(ηᵢ); on the logit:
 * θᵢ = 1/(1 + exp(−logit θ − ηᵢ)); η = L·z with L·Lᵀ the covariance and z standard normal.
 */
import type { Compiled } from '../compile.ts'
import { interactionFactors } from '../interaction/factors.ts'
import type { InteractionName } from '../interactions.ts'
import type { Substance } from '../substance.ts'
import { normals, STREAM } from './random.ts'

/** kg; the weight for which typical values are stated, and what is assumed when none is known. */
export const REFERENCE_WEIGHT = 70

/** A typical Fpo never exceeds this, however many interactions multiply (engineering; single ones stay far below). */
export const HIGHEST_FPO = 0.95

/** What changes typical values before anything is drawn. */
export interface Covariates {
  readonly weight: number
  readonly interactions: readonly InteractionName[]
}

/**
 * Typical values of a person of this weight taking these interacting drugs. A factor on Fpo acts on its natural scale and
 * on the typical value; individuals then spread around it on the logit, so the typical exposure ratio is the published one
 * while no individual's bioavailability can reach 1.
 *
 * @throws RangeError for interactions that are not said, a drug that is not known, and interacting drugs in a model that does
 *   not know what they do
 */
export function typicalValues(model: Compiled, substance: Substance, covariates: Covariates): Float64Array {
  const values = model.typical(substance)
  // Callers without types meet this one: not said is not none.
  if (!Array.isArray(covariates.interactions))
    throw new RangeError(`interactions ${String(covariates.interactions)}: expected a list, [] when none is taken`)
  const taken = covariates.interactions.map((name) => interactionFactors(model.model, name))
  model.model.parameters.forEach(({ symbol, weightExponent }, index) => {
    if (weightExponent !== undefined) values[index]! *= (covariates.weight / REFERENCE_WEIGHT) ** weightExponent
    for (const factors of taken) values[index]! *= factors[symbol] ?? 1
    if (symbol === 'Fpo') values[index] = Math.min(values[index]!, HIGHEST_FPO)
  })
  return values
}

/** Deviates of patient `i`: one per drawn parameter, correlated as the model says; written into `z` if it is given. */
export function deviates(
  model: Compiled,
  seed: number,
  i: number,
  z = new Float64Array(model.drawn.length),
): Float64Array {
  const n = model.drawn.length
  normals(seed, i, STREAM.kinetics, z)
  // From the last row on, which alone needs the last deviate, in place.
  for (let row = n - 1; row >= 0; row--) {
    let sum = 0
    for (let k = 0; k <= row; k++) sum += model.factor[row * n + k]! * z[k]!
    z[row] = sum
  }
  return z
}

/** Writes the individual's values for typical values and deviates. */
export function individual(model: Compiled, typical: Float64Array, eta: Float64Array, into: Float64Array): void {
  for (let k = 0; k < typical.length; k++) into[k] = typical[k]!
  const { drawn } = model
  for (let k = 0; k < drawn.length; k++) {
    const index = drawn[k]!
    into[index] = shifted(typical[index]!, eta[k]!, model.model.parameters[index]!.variance?.scale ?? 'log')
  }
}

/** A value moved by a deviate on its scale. */
export const shifted = (value: number, deviate: number, scale: 'log' | 'logit'): number =>
  scale === 'logit' ? 1 / (1 + ((1 - value) / value) * Math.exp(-deviate)) : value * Math.exp(deviate)

/** Patient number → parameters in the order of the model; the array is used again for the next patient. */
export function sampler(
  model: Compiled,
  typical: Float64Array | ((patient: number) => Float64Array),
  seed: number,
): (patient: number) => Float64Array {
  const values = new Float64Array(model.model.parameters.length)
  const eta = new Float64Array(model.drawn.length)
  return (patient) => {
    const centre = typeof typical === 'function' ? typical(patient) : typical
    individual(model, centre, deviates(model, seed, patient, eta), values)
    return values
  }
}
