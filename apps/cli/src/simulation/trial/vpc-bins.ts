/** Visual predictive check: observed percentiles in bins of time, and the intervals of those of every simulated replicate. */
import type { Interval, VpcBin } from '../../plot/index.ts'
import { quantile, type Observed, type Predicted } from './trial.ts'

export const LEVEL = 0.9
const percentiles = { p05: 0.05, p50: 0.5, p95: 0.95 } as const

export interface CountedBin extends VpcBin {
  readonly n: number
  /** Of them below the limit of quantification. */
  readonly below: number
  /** −Infinity: below the limit of quantification, so without a value. */
  readonly observed: { readonly p05: number; readonly p50: number; readonly p95: number }
}

/** The limit below which all is censored alike: the largest of those that were reported; `undefined` where none was. */
export function limitOf(observed: readonly Observed[]): number | undefined {
  const limits = observed.filter(({ below }) => below).map(({ value }) => value)
  return limits.length === 0 ? undefined : Math.max(...limits)
}

/**
 * Simulated numbers are censored as the observed ones are: below the limit they are known to be low, and nothing else. A percentile
 * that falls among them is −Infinity on both sides, and the fractions below the limit are compared on their own.
 *
 * As many bins as there are times, up to `most`; beyond it bins of about equally many observations.
 */
export function vpcBins(predicted: readonly Predicted[], replicates: number, most: number): readonly CountedBin[] {
  const sorted = predicted.toSorted((a, b) => a.time - b.time)
  const limit = limitOf(predicted)
  const times = [...new Set(sorted.map(({ time }) => time))]
  const groups =
    times.length <= most
      ? times.map((time) => sorted.filter((one) => one.time === time))
      : Array.from({ length: most }, (_, k) => cutAt(sorted, times, k, most)).filter((group) => group.length > 0)
  return groups.map((group, k) => {
    const [before, after] = [groups[k - 1]?.at(-1)?.time, groups[k + 1]?.[0]?.time]
    const [low, high] = [group[0]!.time, group.at(-1)!.time]
    const width = groups.length === 1 ? 1 : 0
    const values = Float64Array.from(group, ({ value, below }) => (below ? -Infinity : censored(value, limit))).sort()
    return {
      from: before === undefined ? low - width : (before + low) / 2,
      to: after === undefined ? high + width : (high + after) / 2,
      at: quantile(group.map(({ time }) => time), 0.5), // prettier-ignore
      n: group.length,
      below: values.filter(isCensored).length,
      observed: each((level) => percentile(values, level)),
      ...intervals(group, replicates, limit),
    }
  })
}

/** The k-th of about equal parts, cut where time changes: no time stands in two. */
function cutAt(sorted: readonly Predicted[], times: readonly number[], k: number, parts: number): readonly Predicted[] {
  const edge = (part: number) => (part === parts ? Infinity : sorted[Math.floor((part * sorted.length) / parts)]!.time)
  const [from, to] = [k === 0 ? times[0]! : edge(k), edge(k + 1)]
  return sorted.filter(({ time }) => time >= from && time < to)
}

function intervals(
  group: readonly Predicted[],
  replicates: number,
  limit: number | undefined,
): Pick<CountedBin, 'simulated' | 'belowLimit'> {
  const found = each(() => new Float64Array(replicates))
  const fractions = new Float64Array(replicates)
  const one = new Float64Array(group.length)
  for (let r = 0; r < replicates; r++) {
    group.forEach(({ simulated }, i) => (one[i] = censored(simulated[r]!, limit)))
    one.sort()
    for (const name of names) found[name][r] = percentile(one, percentiles[name])
    fractions[r] = one.some(Number.isNaN) ? NaN : one.filter(isCensored).length / group.length
  }
  const simulated = each((_, name) => interval(found[name]))
  if (limit === undefined) return { simulated }
  const low = group.filter(({ value, below }) => below || value < limit).length
  return { simulated, belowLimit: { observed: low / group.length, simulated: interval(fractions) } }
}

function interval(all: Float64Array): Interval {
  all.sort()
  return { low: percentile(all, (1 - LEVEL) / 2), median: percentile(all, 0.5), high: percentile(all, (1 + LEVEL) / 2) }
}

/** NaN stays NaN. */
const censored = (value: number, limit: number | undefined): number =>
  limit !== undefined && value < limit ? -Infinity : value
const isCensored = (value: number): boolean => value === -Infinity

/** A quantile between what is below the limit and what is not lies below it, as far as anyone knows. */
function percentile(sorted: Float64Array, level: number): number {
  if (Number.isNaN(sorted.at(-1))) return NaN
  const low = sorted[Math.floor(level * (sorted.length - 1))]
  return low === -Infinity ? -Infinity : quantile(sorted, level)
}

const names = ['p05', 'p50', 'p95'] as const
const each = <T>(of: (level: number, name: (typeof names)[number]) => T): Record<(typeof names)[number], T> => ({
  p05: of(percentiles.p05, 'p05'),
  p50: of(percentiles.p50, 'p50'),
  p95: of(percentiles.p95, 'p95'),
})
