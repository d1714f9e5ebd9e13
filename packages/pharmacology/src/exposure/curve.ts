/** A concentration over time, of which any measure of exposure can be asked: solved exactly, or drawn through samples. */

export interface Curve {
  /** h; where it is known. */
  readonly from: number
  readonly to: number
  /** Concentrations at ascending times, before what is given at those times. */
  at(times: readonly number[]): Float64Array
  /** By how much it rises at once at a time: a bolus into the compartment that is measured. 0 elsewhere. */
  jump(time: number): number
  /** The area under it between two times, in its unit times h. */
  area(from: number, to: number): number
  /** Ascending times from `from` to `to`, every jump among them, so close that it has at most one turn between neighbours. */
  grid(from: number, to: number): readonly number[]
}

/** A concentration and when it is reached. */
export interface Point {
  readonly time: number
  readonly value: number
}

/** The highest and the lowest of a curve; of equals the first. What is given at `from` counts, what is given at `to` does not. */
export function extremes(curve: Curve, from: number, to: number): { readonly highest: Point; readonly lowest: Point } {
  const { times, before, after } = limits(curve, from, to)
  return { highest: search(1), lowest: search(-1) }

  function search(sign: 1 | -1): Point {
    let best: Point = { time: from, value: after[0]! }
    let place = 0
    const better = (value: number) => sign * (value - best.value) > 1e-13 * Math.abs(best.value)
    for (let k = 1; k < times.length; k++) {
      if (better(before[k]!)) [best, place] = [{ time: times[k]!, value: before[k]! }, k]
      if (k + 1 < times.length && better(after[k]!)) [best, place] = [{ time: times[k]!, value: after[k]! }, k]
    }
    // A turn lies on one side of the best point or the other; never on the far side of a jump.
    for (const [left, right] of [[place - 1, place] as const, [place, place + 1] as const]) {
      if (left < 0 || right >= times.length) continue
      const found = turn(curve, times[left]!, times[right]!, sign)
      if (sign * (found.value - best.value) > 0) best = found
    }
    return best
  }
}

/** How long (h) it is above `level` between two times. */
export function timeAbove(curve: Curve, level: number, from: number, to: number): number {
  if (!(level >= 0 && level < Infinity)) throw new RangeError(`level ${level}: expected a concentration from 0`)
  const { times, before, after } = limits(curve, from, to)
  let above = 0
  for (let k = 1; k < times.length; k++) {
    const [left, right] = [times[k - 1]!, times[k]!]
    const [rising, falling] = [after[k - 1]! > level, before[k]! > level]
    if (rising && falling) above += right - left
    else if (rising) above += crossing(curve, level, left, right) - left
    else if (falling) above += right - crossing(curve, level, left, right)
    else {
      // Both ends below: a peak between them may still reach over.
      const peak = turn(curve, left, right, 1)
      if (peak.value > level)
        above += crossing(curve, level, peak.time, right) - crossing(curve, level, left, peak.time)
    }
  }
  return above
}

/** The curve on its grid, before and after what is given at each time. */
function limits(curve: Curve, from: number, to: number) {
  if (!(from >= curve.from && to <= curve.to && from < to && to < Infinity))
    throw new RangeError(`interval ${from} to ${to} h: expected within ${curve.from} to ${curve.to} h`)
  const times = curve.grid(from, to)
  const before = curve.at(times)
  return { times, before, after: before.map((value, k) => value + curve.jump(times[k]!)) }
}

/** Points looked at side by side, the middle among them; each round narrows the bracket eightfold. */
const POINTS = 15

/** h; closer than this (several times the engine's grain of 1e-10 h) times are not told apart. */
const FINEST = 1e-8

/** Where it turns between two times without a jump inside: the best of evenly spaced points, again and again. */
function turn(curve: Curve, from: number, to: number, sign: 1 | -1): Point {
  let [left, right] = [from, to]
  let best: Point = { time: from, value: -sign * Infinity }
  while (right - left > FINEST) {
    const times = inside(left, right)
    const values = curve.at(times)
    let place = 0
    values.forEach((value, k) => {
      if (sign * value > sign * values[place]!) place = k
    })
    if (sign * values[place]! > sign * best.value) best = { time: times[place]!, value: values[place]! }
    ;[left, right] = [times[place - 1] ?? left, times[place + 1] ?? right]
  }
  return best
}

/** Where it crosses `level` between two times, at one of which it is above and at the other not. */
function crossing(curve: Curve, level: number, from: number, to: number): number {
  let [left, right] = [from, to]
  const starts = curve.at([left])[0]! + curve.jump(left) > level
  while (right - left > FINEST) {
    const times = inside(left, right)
    const values = curve.at(times)
    const place = values.findIndex((value) => value > level !== starts)
    const [low, high] = place < 0 ? [times.at(-1)!, right] : [times[place - 1] ?? left, times[place]!]
    ;[left, right] = [low, high]
  }
  return (left + right) / 2
}

const inside = (left: number, right: number): number[] =>
  Array.from({ length: POINTS }, (_, k) => left + ((right - left) * (k + 1)) / (POINTS + 1))
