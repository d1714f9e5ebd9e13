/** A distribution at each time, and of one number. */
import { quantiles } from '../population/quantile.ts'

/** Pointwise quantiles over the virtual patients, one number per output time. */
export interface Band {
  readonly p05: readonly number[]
  readonly p25: readonly number[]
  readonly median: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
}

/** One number's distribution over the virtual patients. */
export interface Spread {
  readonly p05: number
  readonly p25: number
  readonly median: number
  readonly p75: number
  readonly p95: number
}

export type Growing = Readonly<Record<keyof Band, number[]>>
export const band = (): Growing => ({ p05: [], p25: [], median: [], p75: [], p95: [] })

/** @param sample may be reordered */
export function extend(band: Growing, sample: Float64Array): void {
  const [p05, p25, median, p75, p95] = quantiles(sample)
  band.p05.push(p05)
  band.p25.push(p25)
  band.median.push(median)
  band.p75.push(p75)
  band.p95.push(p95)
}

/** @param sample may be reordered */
export function spread(sample: Float64Array): Spread {
  const [p05, p25, median, p75, p95] = quantiles(sample)
  return { p05, p25, median, p75, p95 }
}

/** The band of what rises with the quantity: the quantile of a rising function is the function of the quantile. */
export function through({ p05, p25, median, p75, p95 }: Band, rising: (value: number) => number): Band {
  return {
    p05: p05.map(rising),
    p25: p25.map(rising),
    median: median.map(rising),
    p75: p75.map(rising),
    p95: p95.map(rising),
  }
}
