/**
 * A group's exact propagators: for each distinct stretch of the timeline the affine map of the state,
 *
 *     x(t + h) = e^(A·h)·x(t) + Ψ(h)·u,    Ψ(h) = ∫₀ʰ e^(A·s)·B ds
 *
 * Both stand in one exponential, since inputs are places of the matrix like states (`structure.ts`).
 */
import type { Prepared } from './prepared.ts'
import type { Placed } from './rates.ts'
import type { Room } from './room.ts'
import { scratch } from './scratch.ts'
import type { Timeline } from './timeline.ts'

/** by-structure: what the model's form allows. general: dense matrix exponential, every step walked; the judge of the other. */
export type Method = 'by-structure' | 'general'

export interface Maps {
  /** Place of e^(A·h) of each distinct length, over the entries of the pattern, `[entry·lanes + lane]`. */
  readonly exponentials: readonly number[]
  /** Place of what the inputs add over each distinct step, `[place·lanes + lane]`; meaningless where nothing is added. */
  readonly added: readonly number[]
  /** Works them out for the rates in place. @throws RangeError if a rate is not finite. */
  fill(): void
}

export function affineMaps(
  timeline: Timeline,
  { shape, lanes, products, positive, dense }: Prepared,
  { A, strength }: Placed,
  method: Method,
  room: Room,
): Maps {
  const { size, inputs, inputPlace, pattern, position } = shape
  const { components, lengths, steps } = timeline
  const exponentials = lengths.map(() => room.take(pattern.nonZero * lanes))
  const added = steps.map(({ forced }) => (forced ? room.take(size * lanes) : -1))
  const next = room.take(size * lanes)
  const work = room.take(positive.room)
  const input = components.map(({ part }) => inputPlace[part.into]!)
  const plan = method === 'general' ? lengths.map((_, length) => ({ length, of: undefined })) : sums(lengths)
  const [one, result] = [new Float64Array(size * size), new Float64Array(size * size)]

  return {
    exponentials,
    added,
    fill() {
      for (const { length, of } of plan) {
        const into = exponentials[length]!
        if (of) products.multiply.run(exponentials[of[0]]!, exponentials[of[1]]!, into)
        else if (method === 'general' || !positive.take(A, lengths[length]!, into, work))
          eachAlone(lengths[length]!, into)
      }
      for (let s = 0; s < steps.length; s++) if (steps[s]!.forced) force(s)
    },
  }

  /** Individual by individual, for any matrix. */
  function eachAlone(h: number, into: number): void {
    const mem = scratch()
    for (let lane = 0; lane < lanes; lane++) {
      for (let i = 0; i < position.length; i++) one[i] = position[i]! < 0 ? 0 : mem[A + position[i]! * lanes + lane]!
      dense(one, h, result)
      for (let i = 0; i < position.length; i++)
        if (position[i]! >= 0) mem[into + position[i]! * lanes + lane] = result[i]!
    }
  }

  /** f ← e^(A·h)·f + Ψ(h)·u over the pieces of a step. */
  function force(s: number): void {
    const mem = scratch()
    const f = added[s]!
    mem.fill(0, f, f + size * lanes)
    for (const { length, running } of steps[s]!.pieces) {
      products.affine.run(exponentials[length]!, f, next)
      for (const { component, count } of running)
        if (input[component]! >= 0)
          products.feed[input[component]!]!.run(exponentials[length]!, strength + component * lanes, next, count)
      mem.copyWithin(f + inputs * lanes, next + inputs * lanes, next + size * lanes)
    }
  }
}

interface Planned {
  readonly length: number
  /** The two lengths it is the sum of, where there are such. */
  readonly of: readonly [number, number] | undefined
}

/** Relative; the exponential of a sum is one product, if the sum is one to rounding. */
const SUM = 2 ** -50
/** Beyond this many lengths the search for sums costs more than it saves. */
const MANY = 64

/** Lengths from the shortest on, each as the sum of two shorter ones if it is one: a dose's piece and what follows it make a step. */
function sums(lengths: readonly number[]): readonly Planned[] {
  const order = lengths.map((_, k) => k).sort((a, b) => lengths[a]! - lengths[b]!)
  return order.map((length, end) => {
    const whole = lengths[length]!
    if (end <= MANY)
      for (const a of order.slice(0, end))
        for (const b of order.slice(0, end))
          if (Math.abs(lengths[a]! + lengths[b]! - whole) <= SUM * whole) return { length, of: [a, b] as const }
    return { length, of: undefined }
  })
}
