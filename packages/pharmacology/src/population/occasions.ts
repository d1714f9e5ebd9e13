/**
 * Between-occasion variability: the same person absorbs today otherwise than yesterday. On the logarithm θᵢₒ = θᵢ·exp(κᵢₒ), on the
 * logit θᵢₒ = 1/(1 + exp(−logit θᵢ − κᵢₒ)); κᵢₒ depends on (seed, patient, occasion) alone and on nothing that is drawn beside it.
 */
import type { Compiled } from '../compile.ts'
import { doseTimes, type Dosing } from '../solve/timeline.ts'
import { shifted } from './individual.ts'
import { normals, STREAM } from './random.ts'

/** Changes an individual's parameters (in the order of the model) to those of one of his or her occasions, from 0. */
export function putOccasion(
  model: Compiled,
  seed: number,
  patient: number,
  occasion: number,
  values: Float64Array,
): void {
  const z = new Float64Array(model.occasional.length)
  normals(seed, patient, STREAM.occasions + occasion, z)
  model.occasional.forEach(({ index, variance }, k) => {
    values[index] = shifted(values[index]!, Math.sqrt(variance.value) * z[k]!, variance.scale)
  })
}

/** h at which occasions begin: with each dose, or each 24 h from 0 on, until `until`. */
export function occasionTimes(dosing: readonly Dosing[], every: 'dose' | 'day', until: number): readonly number[] {
  if (!(until >= 0 && until < Infinity)) throw new RangeError(`until ${until}: expected h, 0 or later`)
  if (every === 'day') return Array.from({ length: Math.floor(until / 24) + 1 }, (_, day) => 24 * day)
  const times: number[] = []
  for (const course of dosing)
    for (const time of doseTimes(course)) {
      if (time > until) break
      times.push(time)
    }
  return [...new Set(times)].sort((a, b) => a - b).filter((time, k, all) => k === 0 || time - all[k - 1]! > SAME)
}

/** Doses closer than this (h) are of one occasion. */
const SAME = 1e-9
