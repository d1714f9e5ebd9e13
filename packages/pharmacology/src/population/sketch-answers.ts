/** What sketches answer: means, quantiles, and how far those may be off. */
import { BITS, OCTAVE, settle, type Bins, type Sketches } from './sketch.ts'

/** A quantile lies in the bin of the exact one, whose width over its lower edge is at most this (within `SKETCH_RANGE`). */
export const SKETCH_ERROR = 1 / OCTAVE

/**
 * Arithmetic mean. Of numbers that are not negative it is within 2e-15 of the exact one, relative (sums of sixteen in doubles), or
 * 2⁻⁵⁵ absolute. NaN if there was a NaN, nothing, or a number beyond the range.
 */
export function sketchMean(sketches: Sketches, cell: number): number {
  settle(sketches)
  const { count, nan, above, below, sums } = sketches
  const lost = nan[cell]! + above[cell]! + below[cell]!
  return count > 0 && lost === 0 ? (Number(sums[cell]) * 2 ** -54) / count : NaN
}

/**
 * Quantiles at ascending levels, interpolated between order statistics (type 7), each of which is placed in its bin by its rank there.
 * So a quantile is within `SKETCH_ERROR` of the exact one, relative; of many numbers it is far nearer. Beyond the range it is
 * ±Infinity. A NaN is not sorted out of sight: it makes every quantile NaN.
 * @throws RangeError for levels that are not from 0 to 1
 */
export function sketchQuantiles(sketches: Sketches, cell: number, levels: readonly number[]): number[] {
  const { count, nan } = sketches
  for (const level of levels) if (!(level >= 0 && level <= 1)) throw new RangeError(`level ${level}: expected 0 to 1`)
  if (!(nan[cell]! === 0 && count > 0)) return levels.map(() => NaN)
  const runs = [...ascending(sketches, cell)]
  let [run, below] = [0, 0]
  const orderStatistic = (rank: number): number => {
    // Ranks ascend, but the upper neighbour of one level may be the lower one of the next.
    while (run > 0 && rank < below) below -= runs[--run]!.count
    while (below + runs[run]!.count <= rank) below += runs[run++]!.count
    const { low, high, count } = runs[run]!
    return low === high ? low : low + ((rank - below + 0.5) / count) * (high - low)
  }
  return levels.map((level) => {
    const at = level * (count - 1)
    const low = orderStatistic(Math.floor(at))
    const rest = at - Math.floor(at)
    return rest === 0 ? low : low + rest * (orderStatistic(Math.floor(at) + 1) - low)
  })
}

/** Numbers that are not told apart, or spread evenly over a bin. */
interface Run {
  readonly low: number
  readonly high: number
  readonly count: number
}

function* ascending({ below, negative, zero, positive, above }: Sketches, cell: number): Generator<Run> {
  if (below[cell]! > 0) yield { low: -Infinity, high: -Infinity, count: below[cell]! }
  for (const { low, high, count } of [...filled(negative, cell)].reverse()) yield { low: -high, high: -low, count }
  if (zero[cell]! > 0) yield { low: 0, high: 0, count: zero[cell]! }
  yield* filled(positive, cell)
  if (above[cell]! > 0) yield { low: Infinity, high: Infinity, count: above[cell]! }
}

function* filled({ from, counts }: Bins, cell: number): Generator<Run> {
  const [first, own] = [from[cell]!, counts[cell]!]
  for (let i = 0; i < own.length; i++)
    if (own[i]! > 0) yield { low: edge(first + i), high: edge(first + i + 1), count: own[i]! }
}

/** The lower edge of a bin. */
const edge = (bin: number): number => 2 ** ((bin >> BITS) - 1023) * (1 + (bin % OCTAVE) / OCTAVE)
