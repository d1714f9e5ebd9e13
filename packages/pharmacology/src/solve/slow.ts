/**
 * The programs that find slow exponentials and carry them on (`extrapolation.ts`). One that is fast in an individual is zero there.
 */
import type { Kernels, Ready } from './kernels.ts'
import type { Modes } from './modes.ts'
import { abs, add, constant, div, dot, load, max, min, mul, select, sub, uniform, type Node } from './program.ts'
import type { Structure } from './structure.ts'

/** An exponential is dead when it has fallen below e^−DEAD: far below the rounding of what stays. */
export const DEAD = 36
/** Relative; a tenth of what is promised (EN2). */
const TOLERANCE = 1e-11
const ROUNDING = 2 ** -50
const FORGOTTEN = 1e-18
/**
 * B and X hold the slow exponentials of a group entry by entry, those of one entry next to each other in the order of their slots:
 * `[(entry·n + slot)·lanes + lane]`, n being the number of states. Weights and totals stand likewise, `[slot·lanes + lane]`.
 */
export interface SlowPrograms {
  /** One mode's part in the last change: (A, λ, r, change, scale, X, start, horizon); start: outputs before the first step. */
  part(mode: number): Ready
  /** (now, before, change, turns): change = now − before */
  readonly difference: Ready
  /** to = from·factor: (from, factor, to, turns), to and from B or not */
  readonly follow: Ready
  readonly followInto: Ready
  readonly followOn: Ready
  readonly followOut: Ready
  /** What is left of what is allowed, if so many exponentials foretell a change: (first, before, last, B, total, reach, slack, turns) */
  judge(slots: number, still: boolean): Ready
  /** Largest of each exponential and smallest value, by output: (B, y, largest, smallest, turns) */
  extremes(slots: number): Ready
  /** Largest part in a state: (X, x, share, turns) */
  shareOfState(slots: number): Ready
  /** (share, largest, smallest): share = the largest of it and of largest over smallest */
  shareOfOutput(slots: number): Ready
  /** (power, ratio, sum, powers, sums, slots, times): power = power·ratio, sum = sum + power, and all of them one after the other */
  readonly grow: Ready
  /** (to, B, weight, turns): to = to + B·weight */
  readonly fold: Ready
  /** y = base + ΣB·weight for one entry after the other, with other weights each time: (y, base, B, weight, entries, times) */
  evaluate(slots: number): Ready
}

export function slowPrograms(
  { size, inputs, position }: Structure,
  observed: readonly number[],
  modes: Modes,
  { make }: Kernels,
): SlowPrograms {
  const n = size - inputs
  const outputs = observed.map((_, o) => o)
  const width = outputs.length
  const entry = (array: number, value: Node) => ({ array, entry: 0, value })
  const each = (slots: number): readonly number[] => Array.from({ length: slots }, (_, slot) => slot)
  const followed = (from: number, to: number): Ready =>
    make({ arrays: 3, uniforms: 0, moves: [from, 0, to], stores: [entry(2, mul(load(0, 0), load(1, 0)))] })
  const power = mul(load(0, 0), load(1, 0))
  const sum = add(load(2, 0), power)

  return {
    part: remembered((mode) => part(mode)),
    difference: make({ arrays: 3, uniforms: 0, moves: [1, 1, 1], stores: [entry(2, sub(load(0, 0), load(1, 0)))] }),
    follow: followed(1, 1),
    followInto: followed(1, n),
    followOn: followed(n, n),
    followOut: followed(n, 1),
    judge: remembered((slots, still) => judge(slots, still)),
    extremes: remembered((slots) =>
      make({
        arrays: 4,
        uniforms: 0,
        moves: [width * n, width, 0, 0],
        stores: outputs.flatMap((o) => [
          ...each(slots).map((slot) => {
            const at = o * slots + slot
            return { array: 2, entry: at, value: max(load(2, at), abs(load(0, o * n + slot))) }
          }),
          { array: 3, entry: o, value: min(load(3, o), abs(load(1, o))) },
        ]),
      }),
    ),
    shareOfState: remembered((slots) =>
      make({
        arrays: 3,
        uniforms: 0,
        moves: [n, 1, 0],
        stores: each(slots).map((slot) => ({
          array: 2,
          entry: slot,
          value: max(load(2, slot), quotient(abs(load(0, slot)), abs(load(1, 0)))),
        })),
      }),
    ),
    shareOfOutput: remembered((slots) =>
      make({
        arrays: 3,
        uniforms: 0,
        stores: each(slots).map((slot) => ({
          array: 0,
          entry: slot,
          value: outputs.reduce<Node>(
            (most, o) => max(most, quotient(load(1, o * slots + slot), load(2, o))),
            load(0, slot),
          ),
        })),
      }),
    ),
    grow: make({
      arrays: 5,
      uniforms: 0,
      moves: [1, 1, 1, 1, 1],
      again: [0, 0, 0, undefined, undefined],
      stores: [entry(0, power), entry(2, sum), entry(3, power), entry(4, sum)],
    }),
    fold: make({
      arrays: 3,
      uniforms: 0,
      moves: [1, n, 0],
      stores: [entry(0, dot([[load(1, 0), load(2, 0)]], load(0, 0)))],
    }),
    evaluate: remembered((slots) => {
      const pairs = each(slots).map((slot) => [load(2, slot), load(3, slot)] as const)
      return make({
        arrays: 4,
        uniforms: 0,
        moves: [1, 1, n, 0],
        again: [undefined, 0, 0, slots],
        stores: [entry(0, dot(pairs, load(1, 0)))],
      })
    }),
  }

  function part(mode: number): Ready {
    const matrix = new Map<number, Node>()
    const rate = (to: number, from: number): Node | undefined => {
      const at = position[(to + inputs) * size + from + inputs]!
      if (at < 0) return undefined
      if (!matrix.has(at)) matrix.set(at, load(0, at))
      return matrix.get(at)
    }
    const [lambda, r] = [load(1, 0), load(2, 0)]
    const { right, left } = modes.vectors(mode, rate, lambda)
    const both = right.map((v, i) => [v, left[i]]).filter((pair): pair is [Node, Node] => pair.every((one) => one))
    const change = left.flatMap((w, i) => (w ? [[w, load(3, i)] as const] : []))
    const a = div(dot(change), dot(both))
    const along = mul(a, r)
    // Written so that NaN is kept, and found.
    const slow = (value: Node): Node =>
      select(constant(DEAD), mul(mul(lambda, uniform(0)), constant(-1)), constant(0), value)
    return make({
      arrays: 7,
      uniforms: 1,
      stores: [
        ...right.map((v, i) => ({ array: 5, entry: (inputs + i) * n, value: v ? slow(mul(along, v)) : constant(0) })),
        ...observed.map((place, o) => {
          const v = right[place - inputs]
          return { array: 6, entry: o, value: v ? slow(mul(mul(a, v), load(4, o))) : constant(0) }
        }),
      ],
    })
  }

  function judge(slots: number, still: boolean): Ready {
    const [first, before, last, reach] = [load(0, 0), load(1, 0), load(2, 0), load(5, 0)]
    const parts = each(slots).map((slot) => load(3, slot))
    const totals = each(slots).map((slot) => load(4, slot))
    const sizes = parts.map(abs)
    const none = constant(0)
    const sum = parts.reduce(add, none)
    const all = still
      ? sizes.reduce(add, none)
      : dot(
          sizes.map((value, slot) => [value, totals[slot]!]),
          none,
        )
    const off = add(mul(abs(sub(still ? last : sub(last, before), sum)), reach), mul(all, constant(ROUNDING)))
    const end = dot(
      parts.map((value, slot) => [value, totals[slot]!]),
      last,
    )
    const least = still ? last : min(last, end)
    const allowed = max(mul(least, constant(TOLERANCE)), mul(first, constant(FORGOTTEN)))
    return make({
      arrays: 7,
      uniforms: 0,
      moves: [1, 1, 1, n, 0, 0, 0],
      stores: [entry(6, min(load(6, 0), sub(allowed, off)))],
    })
  }

  /** a/b where a is not 0. */
  function quotient(a: Node, b: Node): Node {
    return select(constant(0), a, div(a, b), constant(0))
  }
}

/** Made when first asked for. */
function remembered<A extends readonly (number | boolean)[]>(make: (...given: A) => Ready): (...given: A) => Ready {
  const made = new Map<number, Ready>()
  return (...given) => {
    const key = 2 * Number(given[0]) + Number(given[1] ?? 0)
    const known = made.get(key)
    if (known) return known
    const ready = make(...given)
    made.set(key, ready)
    return ready
  }
}
