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
/** Exponentials added up in one pass. */
export const ONE_PASS = 4

export interface SlowPrograms {
  /** One mode's part in the last change: (A, λ, r, change, scale, X, start, horizon); start: outputs before the first step. */
  part(mode: number): Ready
  /** (now, before, change, turns): change = now − before */
  readonly difference: Ready
  /** (from, factor, to, turns): to = from·factor */
  readonly follow: Ready
  /** Adds up what is foretold: (B, total, sums, sizes, ends, turns) */
  readonly foretell: { readonly given: Ready; readonly still: Ready }
  /** What is left of what is allowed: (first, before, last, sums, sizes, ends, reach, slack, turns) */
  readonly judge: { readonly given: Ready; readonly still: Ready }
  /** Largest change of each output: (B, largest, turns) */
  readonly largest: Ready
  /** Smallest value of each output: (y, smallest, turns) */
  readonly smallest: Ready
  /** Largest part in a state: (X, x, share, turns) */
  readonly shareOfState: Ready
  /** (share, largest, smallest): share = the largest of it and of largest over smallest */
  readonly shareOfOutput: Ready
  /** (power, ratio, sum, turns): power = power·ratio, sum = sum + power */
  readonly grow: Ready
  /** (to, B, weight, turns): to = to + B·weight */
  readonly fold: Ready
  /** y = base + ΣB·weight, for one exponential and more: (y, base, B₁, weight₁, B₂, …, turns) */
  readonly evaluate: readonly Ready[]
  /** The same for every output at once. */
  readonly evaluateAll: readonly Ready[]
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
  const parts = new Array<Ready | undefined>(n)

  return {
    part: (mode) => (parts[mode] ??= part(mode)),
    difference: make({ arrays: 3, uniforms: 0, moves: [1, 1, 1], stores: [entry(2, sub(load(0, 0), load(1, 0)))] }),
    follow: make({ arrays: 3, uniforms: 0, moves: [1, 0, 1], stores: [entry(2, mul(load(0, 0), load(1, 0)))] }),
    foretell: { given: foretell(false), still: foretell(true) },
    judge: { given: judge(false), still: judge(true) },
    largest: make({
      arrays: 2,
      uniforms: 0,
      moves: [width, 0],
      stores: outputs.map((o) => ({ array: 1, entry: o, value: max(load(1, o), abs(load(0, o))) })),
    }),
    smallest: make({
      arrays: 2,
      uniforms: 0,
      moves: [width, 0],
      stores: outputs.map((o) => ({ array: 1, entry: o, value: min(load(1, o), abs(load(0, o))) })),
    }),
    shareOfState: make({
      arrays: 3,
      uniforms: 0,
      moves: [1, 1, 0],
      stores: [entry(2, max(load(2, 0), quotient(abs(load(0, 0)), abs(load(1, 0)))))],
    }),
    shareOfOutput: make({
      arrays: 3,
      uniforms: 0,
      stores: [
        entry(
          0,
          outputs.reduce<Node>((most, o) => max(most, quotient(load(1, o), load(2, o))), load(0, 0)),
        ),
      ],
    }),
    grow: grow(),
    fold: make({
      arrays: 3,
      uniforms: 0,
      moves: [1, 1, 0],
      stores: [entry(0, dot([[load(1, 0), load(2, 0)]], load(0, 0)))],
    }),
    evaluate: Array.from({ length: ONE_PASS }, (_, k) => evaluate(k + 1, width)),
    evaluateAll: Array.from({ length: ONE_PASS }, (_, k) => evaluate(k + 1, 1)),
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
        ...right.map((v, i) => ({ array: 5, entry: inputs + i, value: v ? slow(mul(along, v)) : constant(0) })),
        ...observed.map((place, o) => {
          const v = right[place - inputs]
          return { array: 6, entry: o, value: v ? slow(mul(mul(a, v), load(4, o))) : constant(0) }
        }),
      ],
    })
  }

  function foretell(still: boolean): Ready {
    const size = still ? abs(load(0, 0)) : mul(abs(load(0, 0)), load(1, 0))
    return make({
      arrays: 5,
      uniforms: 0,
      moves: [1, 0, 1, 1, 1],
      stores: [
        entry(2, add(load(2, 0), load(0, 0))),
        entry(3, add(load(3, 0), size)),
        entry(4, dot([[load(0, 0), load(1, 0)]], load(4, 0))),
      ],
    })
  }

  function judge(still: boolean): Ready {
    const [first, before, last, sums, sizes, ends] = [0, 1, 2, 3, 4, 5].map((k) => load(k, 0)) as [
      Node, Node, Node, Node, Node, Node,
    ] // prettier-ignore
    const seen = still ? last : sub(last, before)
    const off = add(mul(abs(sub(seen, sums)), load(6, 0)), mul(sizes, constant(ROUNDING)))
    const least = still ? last : min(last, add(last, ends))
    const allowed = max(mul(least, constant(TOLERANCE)), mul(first, constant(FORGOTTEN)))
    return make({
      arrays: 8,
      uniforms: 0,
      moves: [1, 1, 1, 1, 1, 1, 0, 0],
      stores: [entry(7, min(load(7, 0), sub(allowed, off)))],
    })
  }

  /** a/b where a is not 0. */
  function quotient(a: Node, b: Node): Node {
    return select(constant(0), a, div(a, b), constant(0))
  }

  function grow(): Ready {
    const power = mul(load(0, 0), load(1, 0))
    return make({
      arrays: 3,
      uniforms: 0,
      moves: [1, 1, 1],
      stores: [entry(0, power), entry(2, add(load(2, 0), power))],
    })
  }

  function evaluate(count: number, step: number): Ready {
    const pairs = Array.from({ length: count }, (_, k) => [load(2 * k + 2, 0), load(2 * k + 3, 0)] as const)
    return make({
      arrays: 2 * count + 2,
      uniforms: 0,
      moves: [step, step, ...pairs.flatMap(() => [step, 0])],
      stores: [entry(0, dot(pairs, load(1, 0)))],
    })
  }
}
