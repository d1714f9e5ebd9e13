/** Time cut wherever something is given, starts, stops or jumps: within a piece the equations are smooth. */
import type { Given } from './system.ts'

export interface Piece {
  readonly from: number
  readonly to: number
  /** Amounts given at once at `from`. */
  readonly boluses: readonly Given[]
  /** Running all through the piece. */
  readonly running: readonly Given[]
}

/** Times closer than this (h) are the same time, as in the exact engine. */
export const SAME = 1e-10

/** @throws RangeError for a dose that is not finite, not after the start, or runs backwards. */
export function pieces(
  from: number,
  to: number,
  given: readonly Given[],
  restarts: readonly number[],
  size: number,
): readonly Piece[] {
  given.forEach(({ at, into, amount, duration = 0 }, index) => {
    const dose = `dose ${index + 1}: `
    if (!(at >= from && at < Infinity)) throw new RangeError(`${dose}at ${at}: expected a time from ${from}`)
    if (!Number.isFinite(amount)) throw new RangeError(`${dose}amount ${amount}: expected a finite number`)
    if (!(duration >= 0 && duration < Infinity))
      throw new RangeError(`${dose}duration ${duration}: expected 0 or longer`)
    if (!(Number.isInteger(into) && into >= 0 && into < size))
      throw new RangeError(`${dose}into ${into}: expected a state, 0 to ${size - 1}`)
  })
  const cuts = [from, ...given.flatMap(({ at, duration = 0 }) => [at, at + duration]), ...restarts, to]
    .filter((time) => time >= from && time <= to)
    .sort((a, b) => a - b)
  const stops: number[] = []
  for (const cut of cuts) if (stops.length === 0 || cut - stops.at(-1)! > SAME) stops.push(cut)
  const ordered = [...given].sort((a, b) => a.at - b.at)
  let [next, running] = [0, [] as readonly Given[]]
  return stops.map((start, index) => {
    const now: Given[] = []
    while (next < ordered.length && ordered[next]!.at <= start + SAME) now.push(ordered[next++]!)
    const lasts = ({ duration = 0 }: Given) => duration > SAME
    running = [...running, ...now.filter(lasts)].filter(({ at, duration = 0 }) => at + duration > start + SAME)
    return { from: start, to: stops[index + 1] ?? start, boluses: now.filter((dose) => !lasts(dose)), running }
  })
}
