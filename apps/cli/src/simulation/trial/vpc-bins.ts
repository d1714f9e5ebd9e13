/** Visual predictive check: observed percentiles in bins of time, and the intervals of those of every simulated replicate. */
import type { Interval, VpcBin } from '../../plot/index.ts'
import { quantile, type Predicted } from './trial.ts'

export const LEVEL = 0.9
const percentiles = { p05: 0.05, p50: 0.5, p95: 0.95 } as const

export interface CountedBin extends VpcBin {
  readonly n: number
  /** Of them below the limit of quantification, taken as that limit. */
  readonly below: number
  readonly observed: { readonly p05: number; readonly p50: number; readonly p95: number }
}

/** As many bins as there are times, up to `most`; beyond it bins of about equally many observations. */
export function vpcBins(predicted: readonly Predicted[], replicates: number, most: number): readonly CountedBin[] {
  const sorted = predicted.toSorted((a, b) => a.time - b.time)
  const times = [...new Set(sorted.map(({ time }) => time))]
  const groups =
    times.length <= most
      ? times.map((time) => sorted.filter((one) => one.time === time))
      : Array.from({ length: most }, (_, k) => cutAt(sorted, times, k, most)).filter((group) => group.length > 0)
  return groups.map((group, k) => {
    const [before, after] = [groups[k - 1]?.at(-1)?.time, groups[k + 1]?.[0]?.time]
    const [low, high] = [group[0]!.time, group.at(-1)!.time]
    const width = groups.length === 1 ? 1 : 0
    return {
      from: before === undefined ? low - width : (before + low) / 2,
      to: after === undefined ? high + width : (high + after) / 2,
      at: quantile(group.map(({ time }) => time), 0.5), // prettier-ignore
      n: group.length,
      below: group.filter(({ below }) => below).length,
      observed: each((level) => quantile(Float64Array.from(group, ({ value }) => value).sort(), level)),
      simulated: intervals(group, replicates),
    }
  })
}

/** The k-th of about equal parts, cut where time changes: no time stands in two. */
function cutAt(sorted: readonly Predicted[], times: readonly number[], k: number, parts: number): readonly Predicted[] {
  const edge = (part: number) => (part === parts ? Infinity : sorted[Math.floor((part * sorted.length) / parts)]!.time)
  const [from, to] = [k === 0 ? times[0]! : edge(k), edge(k + 1)]
  return sorted.filter(({ time }) => time >= from && time < to)
}

function intervals(group: readonly Predicted[], replicates: number): Record<keyof typeof percentiles, Interval> {
  const found = each(() => new Float64Array(replicates))
  const one = new Float64Array(group.length)
  for (let r = 0; r < replicates; r++) {
    group.forEach(({ simulated }, i) => (one[i] = simulated[r]!))
    one.sort()
    for (const name of names) found[name][r] = quantile(one, percentiles[name])
  }
  return each((_, name) => {
    const all = found[name].sort()
    return { low: quantile(all, (1 - LEVEL) / 2), median: quantile(all, 0.5), high: quantile(all, (1 + LEVEL) / 2) }
  })
}

const names = ['p05', 'p50', 'p95'] as const
const each = <T>(of: (level: number, name: (typeof names)[number]) => T): Record<(typeof names)[number], T> => ({
  p05: of(percentiles.p05, 'p05'),
  p50: of(percentiles.p50, 'p50'),
  p95: of(percentiles.p95, 'p95'),
})
