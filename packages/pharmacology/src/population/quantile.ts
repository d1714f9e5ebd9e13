/**
 * Sample quantiles by linear interpolation between order statistics (Hyndman & Fan 1996, type 7,
 * doi:10.1080/00031305.1996.10473566), found by counting: of positive numbers the upper bits of the representation are in the
 * numbers' own order, so they sort a sample into bins, 64 to a factor of two, of which only those that hold a wanted order statistic
 * are looked into. Where there is a negative number, and in small samples, by selection. A band needs a few order statistics, not a
 * sorted sample.
 */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const
export type Quantiles = [number, number, number, number, number]

/** The middle first, so that each further level is looked for in a smaller part. */
const ORDER = [2, 1, 0, 3, 4] as const

/** Quantiles at `LEVELS`; may reorder `sample`. A NaN anywhere makes every quantile NaN. */
export function quantiles(sample: Float64Array): Quantiles {
  const { length } = sample
  const counted = length >= FEW ? byCounting(sample) : undefined
  if (counted) return counted
  for (let i = 0; i < length; i++) if (Number.isNaN(sample[i])) return [NaN, NaN, NaN, NaN, NaN]
  return bySelection(sample)
}

/** Below this many numbers selection is faster. */
const FEW = 16
/** Of the upper half of a representation: the bits that do not tell bins apart. */
const WITHIN_BIN = 14
/** Bin of infinity; NaN lies above it, and negative numbers too when read without sign. */
const INFINITE = 0x7ff00000 >>> WITHIN_BIN
/** Where the upper half of a number stands in memory. */
const UPPER = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1

/** Numbers in each bin; while they are collected, one more than the place of the next. All 0 between calls. */
const bins = new Int32Array(2 ** (32 - WITHIN_BIN))
/** Bins that hold a wanted order statistic, where in `found` their numbers begin, and where each statistic stands: two for each level. */
const wanted = new Int32Array(2 * LEVELS.length)
const begin = new Int32Array(2 * LEVELS.length)
const place = new Int32Array(2 * LEVELS.length)
const MANY = 256
let found = new Float64Array(1024)

/** Undefined if a number is negative, infinite or NaN. */
function byCounting(sample: Float64Array): Quantiles | undefined {
  const { length } = sample
  const last = length - 1
  const halves = new Uint32Array(sample.buffer, sample.byteOffset, 2 * length)
  let low = INFINITE
  let high = 0
  for (let i = UPPER; i < 2 * length; i += 2) {
    const bin = halves[i]! >>> WITHIN_BIN
    bins[bin]!++
    if (bin < low) low = bin
    if (bin > high) high = bin
  }
  if (high >= INFINITE) {
    for (let i = UPPER; i < 2 * length; i += 2) bins[halves[i]! >>> WITHIN_BIN] = 0
    return undefined
  }
  if (found.length < length) found = new Float64Array(length)
  // The bins that hold a wanted order statistic get room in `found`, one after the other.
  let [bin, below, taken, count] = [low, 0, 0, 0]
  let here = bins[bin]!
  bins[bin] = 0
  for (let k = 0; k < place.length; k++) {
    const rank = Math.min(Math.floor(LEVELS[k >> 1]! * last) + (k & 1), last)
    while (below + here <= rank) {
      below += here
      here = bins[++bin]!
      bins[bin] = 0
    }
    if (count === 0 || wanted[count - 1] !== bin) {
      wanted[count] = bin
      begin[count++] = taken
      taken += here
    }
    place[k] = taken - here + rank - below
  }
  bins.fill(0, bin, high + 1)
  for (let k = 0; k < count; k++) bins[wanted[k]!] = begin[k]! + 1
  for (let i = 0; i < length; i++) {
    const own = halves[2 * i + UPPER]! >>> WITHIN_BIN
    const at = bins[own]!
    if (at === 0) continue
    found[at - 1] = sample[i]!
    bins[own] = at + 1
  }
  for (let k = 0; k < count; k++) bins[wanted[k]!] = 0
  // Bins ascend and so do their rooms: sorting within them is sorting all that was found.
  sort(found, taken)
  const result: Quantiles = [NaN, NaN, NaN, NaN, NaN]
  for (let level = 0; level < LEVELS.length; level++) {
    const at = LEVELS[level]! * last
    const value = found[place[2 * level]!]!
    result[level] = value + (at - Math.floor(at)) * (found[place[2 * level + 1]!]! - value)
  }
  return result
}

/** By insertion, since few stand far from their place; by the engine's own sort when many are alike. */
function sort(values: Float64Array, length: number): void {
  if (length > MANY) {
    values.subarray(0, length).sort()
    return
  }
  for (let i = 1; i < length; i++) {
    const value = values[i]!
    let j = i - 1
    for (; j >= 0 && values[j]! > value; j--) values[j + 1] = values[j]!
    values[j + 1] = value
  }
}

function bySelection(sample: Float64Array): Quantiles {
  const result: Quantiles = [NaN, NaN, NaN, NaN, NaN]
  const last = sample.length - 1
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
