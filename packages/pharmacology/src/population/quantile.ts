/**
 * Sample quantiles by linear interpolation between order statistics (Hyndman & Fan 1996, type 7,
 * doi:10.1080/00031305.1996.10473566), found by selection: a band needs five order statistics, not a sorted sample.
 */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const
export type Quantiles = [number, number, number, number, number]

/** The middle first, so that each further level is looked for in a smaller part. */
const ORDER = [2, 1, 0, 3, 4] as const

/** Quantiles at `LEVELS`; reorders `sample`. A NaN anywhere makes every quantile NaN. */
export function quantiles(sample: Float64Array): Quantiles {
  const result: Quantiles = [NaN, NaN, NaN, NaN, NaN]
  const last = sample.length - 1
  for (let i = 0; i <= last; i++) if (Number.isNaN(sample[i])) return result
  for (const level of ORDER) {
    const place = LEVELS[level] * last
    const low = Math.floor(place)
    // Outer levels lie beyond the one found before, whose neighbours are already on the right side of it.
    const from = level > 2 ? Math.floor(LEVELS[level - 1]! * last) : 0
    const to = level < 2 ? Math.floor(LEVELS[level + 1]! * last) : last
    select(sample, low, from, to)
    let next = low < last ? Infinity : sample[low]!
    for (let i = low + 1, end = low < to ? to : last; i <= end; i++) if (sample[i]! < next) next = sample[i]!
    const value = sample[low]!
    result[level] = value + (place - low) * (next - value)
  }
  return result
}

/** Hoare's selection: afterwards sample[k] is the k-th smallest of [from, to], smaller ones before it, larger ones after. */
function select(sample: Float64Array, k: number, from: number, to: number): void {
  while (from < to) {
    const pivot = sample[(from + to) >> 1]!
    let [i, j] = [from, to]
    while (i <= j) {
      while (sample[i]! < pivot) i++
      while (pivot < sample[j]!) j--
      if (i > j) break
      const value = sample[i]!
      sample[i++] = sample[j]!
      sample[j--] = value
    }
    if (k <= j) to = j
    else if (k >= i) from = i
    else return
  }
}
