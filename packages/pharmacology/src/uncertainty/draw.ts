/** Typical values drawn from what is not known of them: one draw is one possible world, in which people then differ. */
import type { Compiled } from '../compile.ts'
import { normals } from '../population/random.ts'
import type { UncertainValue } from './uncertain-values.ts'
import { uncertainValues } from './uncertain-values.ts'

/** A stream of its own, far from those of people, so that drawing worlds leaves every person as he or she was. */
export const WORLDS = 1000

/**
 * Typical values of world `k`, in the order of the model's parameters; a function of (seed, k) and of nothing else. For a nested
 * design give them to `simulate` as `typical`, once per world:
 *
 *     for (let k = 0; k < worlds; k++) simulate(model, dosing, times, { n, seed, typical: drawUncertain(model, seed, k) })
 *
 * Parameters whose *variance* is uncertainty are drawn by `simulate` for every patient already; they are left alone here unless
 * `all` is set.
 *
 * @throws RangeError for a model of which nothing would be drawn: a world that is no other is no world
 * @param typical what the draw is around, weight and interactions included; default that at 70 kg
 */
export function drawUncertain(
  model: Compiled,
  seed: number,
  k: number,
  typical: Float64Array = model.typical('racemic-ketamine'),
  { all = false }: { readonly all?: boolean } = {},
): Float64Array {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed ${seed}: expected a whole number from 0`)
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`world ${k}: expected a whole number from 0`)
  const values = uncertainValues(model)
  if (values.length === 0)
    throw new RangeError(`${model.model.id}: no value is known to be uncertain by a number; expected one that \`uncertainValues\` lists`)
  const z = new Float64Array(values.length)
  normals(seed, k, WORLDS, z)
  return moved(typical, values.filter(({ basis }) => all || basis !== 'variance'), (one) => z[values.indexOf(one)]!)
} // prettier-ignore

/** A copy of `typical` in which each uncertain value lies `z` standard deviations from where it was, on its scale. */
export function moved(
  typical: Float64Array,
  values: readonly UncertainValue[],
  z: (value: UncertainValue) => number,
): Float64Array {
  const world = typical.slice()
  for (const value of values) world[value.index] = shifted(world[value.index]!, value.scale, value.sd * z(value))
  return world
}

export const shifted = (value: number, scale: 'log' | 'logit', by: number): number =>
  scale === 'logit' ? 1 / (1 + ((1 - value) / value) * Math.exp(-by)) : value * Math.exp(by)
