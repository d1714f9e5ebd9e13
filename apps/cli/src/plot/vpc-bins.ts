/**
 * Bins of a visual predictive check: percentiles of what was observed, and the intervals of the same percentiles over simulated trials
 * with the same people, doses and times. Type 7 quantiles.
 */
import type { Interval, VpcBin } from './data.ts'

export interface VpcPoint {
  /** h */
  readonly time: number
  /** As observed; −Infinity where it was below the limit of quantification. */
  readonly observed: number
  /** The same observation in each simulated trial. */
  readonly simulated: Float64Array
}

/** Of fewer observations the outer percentiles are not told (engineering). */
const FEWEST = 10
const LEVEL = 0.9
const MOST_BINS = 10

/** Edges so that few times have a bin each, and many share about equally many observations. */
export function edgesOf(times: readonly number[]): readonly number[] {
  const sorted = times.toSorted((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  if (distinct.length === 0) return []
  if (distinct.length === 1) return [distinct[0]! - 0.5, distinct[0]! + 0.5]
  const starts =
    distinct.length <= MOST_BINS
      ? distinct
      : [...new Set(Array.from({ length: MOST_BINS }, (_, k) => sorted[Math.floor((k * sorted.length) / MOST_BINS)]!))]
  const inner = starts.slice(1).map((start) => (distinct[distinct.indexOf(start) - 1]! + start) / 2)
  const [first, last] = [distinct[0]!, distinct.at(-1)!]
  const half = (last - distinct.at(-2)!) / 2
  return [Math.max(0, first - (distinct[1]! - first) / 2), ...inner, last + half]
}

export function binsOf(points: readonly VpcPoint[], edges: readonly number[]): readonly VpcBin[] {
  return edges.slice(1).flatMap((to, k): VpcBin[] => {
    const from = edges[k]!
    const own = points.filter(({ time }) => time >= from && time < to)
    if (own.length === 0) return []
    const trials = own[0]!.simulated.length
    const percentile = (p: number): Interval => {
      const each = Array.from({ length: trials }, (_, trial) => quantile(own.map(({ simulated }) => simulated[trial]!), p)) // prettier-ignore
      return {
        low: quantile(each, (1 - LEVEL) / 2),
        median: quantile(each, 0.5),
        high: quantile(each, (1 + LEVEL) / 2),
      }
    }
    const seen = own.map(({ observed }) => observed)
    const outer = (p: number) => (own.length < FEWEST ? NaN : finite(quantile(seen, p)))
    return [
      {
        from,
        to,
        at: quantile(own.map(({ time }) => time), 0.5), // prettier-ignore
        simulated: { p05: percentile(0.05), p50: percentile(0.5), p95: percentile(0.95) },
        observed: { p05: outer(0.05), p50: finite(quantile(seen, 0.5)), p95: outer(0.95) },
      },
    ]
  })
}

/** A percentile among what lies below the limit is not known. */
const finite = (value: number): number => (Number.isFinite(value) ? value : NaN)

/** NaN among the values makes it NaN: sorted out of sight it would pass for a number. */
function quantile(values: readonly number[], p: number): number {
  if (values.some(Number.isNaN)) return NaN
  const sorted = Float64Array.from(values).sort()
  const at = p * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low === high ? low : low + (at - Math.floor(at)) * (high - low)
}
