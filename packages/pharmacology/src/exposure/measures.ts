/** Measures of exposure over an interval, of any curve. */
import { extremes, type Curve } from './curve.ts'

export interface Exposure {
  /** h; the interval. */
  readonly from: number
  readonly to: number
  /** Area under the concentration, in its unit times h. */
  readonly AUC: number
  /** AUC over the length of the interval. */
  readonly Cavg: number
  /** Highest, and h after `from` when it is first reached. */
  readonly Cmax: number
  readonly tmax: number
  /** Lowest, and h after `from`. */
  readonly Cmin: number
  readonly tmin: number
  /** (Cmax − Cmin)/Cavg; NaN when nothing is there. */
  readonly fluctuation: number
  /** (Cmax − Cmin)/Cmin; Infinity from nothing. */
  readonly swing: number
}

/** What is given at `from` counts, what is given at `to` does not. */
export function exposure(curve: Curve, from: number, to: number): Exposure {
  const { highest, lowest } = extremes(curve, from, to)
  const AUC = curve.area(from, to)
  const Cavg = AUC / (to - from)
  const range = highest.value - lowest.value
  return {
    from,
    to,
    AUC,
    Cavg,
    Cmax: highest.value,
    tmax: highest.time - from,
    Cmin: lowest.value,
    tmin: lowest.time - from,
    fluctuation: range / Cavg,
    swing: range / lowest.value,
  }
}

/**
 * Accumulation by area: AUC of dose interval `n` over that of the first. For one compartment and a bolus it tends to
 * 1/(1 − e^(−k·τ)).
 *
 * @param every dose interval τ, h
 * @param n number of the interval; the first is 1
 * @param start h, first dose
 */
export function accumulation(curve: Curve, every: number, n: number, start = 0): number {
  if (!(every > 0 && every < Infinity)) throw new RangeError(`every ${every}: expected h between doses`)
  if (!(Number.isSafeInteger(n) && n >= 1))
    throw new RangeError(`n ${n}: expected the number of a dose interval, from 1`)
  const nth = (k: number) => curve.area(start + (k - 1) * every, start + k * every)
  return nth(n) / nth(1)
}
