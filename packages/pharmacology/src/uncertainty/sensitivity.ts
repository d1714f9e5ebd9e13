/**
 * One at a time: what a measure becomes as each parameter goes to its 5th and its 95th percentile and all others stay. How people differ
 * and what is not known are told apart; correlations between parameters have no part in it. Drawn as a tornado.
 */
import type { Compiled } from '../compile.ts'
import { exactCurve, type ExactCurve } from '../exposure/exact-curve.ts'
import type { Dosing } from '../solve/timeline.ts'
import type { Substance } from '../substance.ts'
import { shifted } from './draw.ts'
import { Z95 } from './normal-quantile.ts'
import { uncertainValues } from './uncertain-values.ts'

export interface SensitivityBar {
  readonly symbol: string
  readonly meaning: string
  /** people: the parameter's spread between patients. knowledge: how badly its typical value is known. */
  readonly kind: 'people' | 'knowledge'
  /** Its 5th and 95th percentile, in L, h, mg (or 1); of an effect parameter in its own unit. */
  readonly parameter: readonly [number, number]
  /** The measure at the 5th and at the 95th percentile of the parameter: `low` may be the higher one. */
  readonly low: number
  readonly high: number
}

export interface Sensitivity {
  /** The measure in the typical person. */
  readonly typical: number
  /** Widest first. */
  readonly bars: readonly SensitivityBar[]
}

/** A parameter, a spread of it, and how to put a value in its place. */
export interface Lever {
  readonly symbol: string
  readonly meaning: string
  readonly kind: 'people' | 'knowledge'
  readonly parameter: readonly [number, number]
  readonly measure: (value: number) => number
}

export function pull(typical: number, levers: readonly Lever[]): Sensitivity {
  const bars = levers.map(({ measure, ...lever }) => {
    const [low, high] = lever.parameter
    return { ...lever, low: measure(low), high: measure(high) }
  })
  return { typical, bars: bars.sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low)) }
}

/** Levers of a model's parameters: those that differ between people and those that are uncertain. */
export function levers(
  model: Compiled,
  typical: Float64Array,
  measure: (values: Float64Array) => number,
): readonly Lever[] {
  const lever = (kind: Lever['kind'], index: number, scale: 'log' | 'logit', sd: number): Lever => {
    const { symbol, meaning } = model.model.parameters[index]!
    const at = (z: number) => shifted(typical[index]!, scale, z * sd)
    return {
      symbol,
      meaning,
      kind,
      parameter: [at(-Z95), at(Z95)],
      measure: (value) => measure(typical.with(index, value)),
    }
  }
  const people = model.drawn.flatMap((index, k) => {
    const { kind, scale } = model.model.parameters[index]!.variance!
    // The diagonal of the covariance: the k-th row of its factor with itself.
    const row = model.factor.subarray(k * model.drawn.length, k * model.drawn.length + k + 1)
    const sd = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0))
    return kind === 'between-patient' ? [lever('people', index, scale, sd)] : []
  })
  return [...people, ...uncertainValues(model).map(({ index, scale, sd }) => lever('knowledge', index, scale, sd))]
}

/**
 * Sensitivity of any measure of any output of a model.
 *
 * @param measure of the exact curve of `output`: `(curve) => exposure(curve, 0, 24).Cmax`, `(curve) => curve.areaToInfinity()`
 * @param typical what the parameters are moved about; default the typical values at 70 kg
 * @throws RangeError for an output or a route that the model does not have
 */
export function sensitivity(
  model: Compiled,
  dosing: readonly Dosing[],
  { output, measure }: { readonly output: string; readonly measure: (curve: ExactCurve) => number },
  {
    substance = 'racemic-ketamine',
    typical = model.typical(substance),
  }: { readonly substance?: Substance; readonly typical?: Float64Array } = {},
): Sensitivity {
  const of = (values: Float64Array) => measure(exactCurve([{ model, dosing, substance, values }], output))
  return pull(of(typical), levers(model, typical, of))
}
