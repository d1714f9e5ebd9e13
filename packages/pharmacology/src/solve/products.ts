/**
 * The programs of a model's structure: products over the entries that can differ from zero, and nothing else. A pattern of
 * reachability is closed: the product of two such matrices has it again.
 */
import type { Kernels, Ready } from './kernels.ts'
import { add, dot, load, mul, uniform, type Node } from './program.ts'
import type { Structure } from './structure.ts'

export interface Products {
  /** C = A·B: (A, B, C) */
  readonly multiply: Ready
  /** y = E·x, states only: (E, x, y) */
  readonly affine: Ready
  /** y = E·x + f: (E, x, f, y) */
  readonly affinePlus: Ready
  /** y = y + count·strength·E[·, input], by input: (E, strength, y, count) */
  readonly feed: readonly Ready[]
  /** x = x + s: (x, s, turns) */
  readonly addTo: Ready
}

export function products({ size, inputs, pattern, position }: Structure, { make }: Kernels): Products {
  const { rowStart, column } = pattern
  const row = (i: number): number[] =>
    Array.from({ length: rowStart[i + 1]! - rowStart[i]! }, (_, k) => rowStart[i]! + k)
  const states = Array.from({ length: size - inputs }, (_, i) => inputs + i)
  const along = (i: number, x: number): (readonly [Node, Node])[] =>
    row(i)
      .filter((q) => column[q]! >= inputs)
      .map((q) => [load(0, q), load(x, column[q]!)])

  const product = Array.from({ length: size }, (_, i) => {
    // An entry of A is used along the whole row.
    const left = new Map(row(i).map((q) => [q, load(0, q)]))
    return row(i).map((q) => ({
      array: 2,
      entry: q,
      value: dot(
        row(i).flatMap((a) => {
          const b = position[column[a]! * size + column[q]!]!
          return b < 0 ? [] : [[left.get(a)!, load(1, b)] as const]
        }),
      ),
    }))
  }).flat()

  return {
    multiply: make({ arrays: 3, uniforms: 0, stores: product }),
    affine: make({
      arrays: 3,
      uniforms: 0,
      stores: states.map((i) => ({ array: 2, entry: i, value: dot(along(i, 1)) })),
    }),
    affinePlus: make({
      arrays: 4,
      uniforms: 0,
      stores: states.map((i) => ({ array: 3, entry: i, value: add(dot(along(i, 1)), load(2, i)) })),
    }),
    feed: Array.from({ length: inputs }, (_, input) => {
      const rate = mul(uniform(0), load(1, 0))
      const stores = states.flatMap((i) => {
        const q = position[i * size + input]!
        return q < 0 ? [] : [{ array: 2, entry: i, value: dot([[rate, load(0, q)]], load(2, i)) }]
      })
      return make({ arrays: 3, uniforms: 1, stores })
    }),
    addTo: make({
      arrays: 2,
      uniforms: 0,
      moves: [1, 1],
      stores: [{ array: 0, entry: 0, value: add(load(0, 0), load(1, 0)) }],
    }),
  }
}
