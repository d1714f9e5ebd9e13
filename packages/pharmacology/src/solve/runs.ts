/**
 * Where a timeline repeats itself: the same steps, outputs and boluses over and over, as in a regular regimen on a regular grid.
 * Found from the timeline itself, so that it does not matter how many courses, inputs or output grids make the rhythm.
 */
import type { Timeline } from './timeline.ts'

/** Stops `from` to `from + period·repeats − 1`, alike in each repetition. */
export interface Run {
  readonly from: number
  readonly period: number
  readonly repeats: number
}

/** Below this there is nothing to gain. */
const FEWEST_REPEATS = 8
const LONGEST_PERIOD = 1024
/** Places where a period may end that are tried before a stop is taken as not repeating. */
const TRIES = 64

export function runs({ walk: { step, output, boluses } }: Pick<Timeline, 'walk'>): readonly Run[] {
  const kinds = new Map<string | number, number>()
  const kind = new Int32Array(step.length)
  for (let i = 0; i < kind.length; i++) {
    const plain = 2 * step[i]! + (output[i]! >= 0 ? 1 : 0)
    const name = boluses[i]!.length === 0 ? plain : `${plain} ${boluses[i]!.join()}`
    const known = kinds.get(name)
    if (known === undefined) kinds.set(name, kinds.size)
    kind[i] = known ?? kinds.size - 1
  }
  const next = nextAlike(kind)
  const found: Run[] = []
  for (let from = 0; from < kind.length;) {
    let best: Run = { from, period: 1, repeats: 1 }
    for (let end = next[from]!, tries = 0; end - from <= LONGEST_PERIOD && tries < TRIES; end = next[end]!, tries++) {
      const period = end - from
      let to = end
      while (to < kind.length && kind[to] === kind[to - period]) to++
      const repeats = Math.floor((to - from) / period)
      if (repeats * period > best.repeats * best.period) best = { from, period, repeats }
      if (to === kind.length) break
    }
    if (best.repeats >= FEWEST_REPEATS) {
      found.push(best)
      from += best.period * best.repeats
    } else from++
  }
  return found
}

/** For each place the next one of the same kind, Infinity where there is none. */
function nextAlike(kind: Int32Array): Float64Array {
  const next = new Float64Array(kind.length + 1).fill(Infinity)
  const seen = new Map<number, number>()
  for (let i = kind.length - 1; i >= 0; i--) {
    next[i] = seen.get(kind[i]!) ?? Infinity
    seen.set(kind[i]!, i)
  }
  return next
}
