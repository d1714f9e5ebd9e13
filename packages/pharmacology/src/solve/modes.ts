/**
 * The exponentials an individual's kinetics are made of: eigenvalues and eigenvectors of a block triangular rate matrix, as programs.
 * The eigenvalues are those of the blocks, in closed form: one state, itself; two, a quadratic; three, Viète's trigonometric cubic,
 * polished by Newton. A vector is solved within its own block and then substituted downstream (right) or upstream (left).
 * Nothing here judges whether the result is any good (rates may coincide): `extrapolation.ts` does, from what it must reproduce.
 */
import type { Kernels, Ready } from './kernels.ts'
import { abs, add, constant, div, dot, load, mul, neg, select, sqrt, sub, type Node } from './program.ts'
import { scratch } from './scratch.ts'
import type { Structure } from './structure.ts'

export interface Modes {
  /** λ, 1/h, of each mode, `[mode·lanes + lane]` in the order of the blocks; A and λ are places in the scratch array. */
  eigenvalues(A: number, lambda: number): void
  /** A·v = λ·v and w·A = λ·w by state, without the inputs; undefined where always zero. */
  vectors(mode: number, A: Rate, lambda: Node): { readonly right: Vector; readonly left: Vector }
}

/** Entry of the rate matrix between two states; undefined where it is always zero. */
export type Rate = (to: number, from: number) => Node | undefined
export type Vector = readonly (Node | undefined)[]

/** The largest block with a closed form. */
export const LARGEST_BLOCK = 3

export function modes({ size, inputs, blocks, position }: Structure, { make, lanes }: Kernels): Modes {
  const n = size - inputs
  const starts = Int32Array.from(blocks, (place) => place - inputs)
  const blockOf = Int32Array.from({ length: n }, (_, i) => starts.findLastIndex((from) => i >= from))
  const order = (b: number): number => starts[b + 1]! - starts[b]!
  const place = (i: number, j: number): number => position[(i + inputs) * size + j + inputs]!
  const closed = Array.from({ length: starts.length - 1 }, (_, b) => b)
  const small: Ready = make({
    arrays: 2,
    uniforms: 0,
    stores: closed.flatMap((b) => {
      const k = starts[b]!
      const at = (i: number, j: number): Node => load(0, place(k + i, k + j))
      if (order(b) === 1) return [{ array: 1, entry: k, value: at(0, 0) }]
      if (order(b) !== 2) return []
      return quadratic(at).map((value, root) => ({ array: 1, entry: k + root, value }))
    }),
  })
  const cubics = closed
    .filter((b) => order(b) === 3)
    .map((b) => ({
      into: starts[b]! * lanes,
      places: Int32Array.from(
        { length: 9 },
        (_, k) => place(starts[b]! + Math.floor(k / 3), starts[b]! + (k % 3)) * lanes,
      ),
    }))

  return {
    eigenvalues(A, lambda) {
      small.run(A, lambda)
      const mem = scratch()
      for (const { places, into } of cubics)
        for (let lane = 0; lane < lanes; lane++) cubic(mem, A + lane, places, lambda + into + lane)
    },
    vectors(mode, A, lambda) {
      const own = blockOf[mode]!
      const right = new Array<Node | undefined>(n).fill(undefined)
      within(own, (i, j) => shifted(A, lambda, i, j)).forEach((value, i) => (right[starts[own]! + i] = value))
      for (let b = own + 1; b < starts.length - 1; b++) {
        const upstream = (i: number) => pairs(starts[own]!, starts[b]!, (j) => [A(i, j), right[j]])
        substitute(b, upstream, (i, j) => shifted(A, lambda, i, j), right)
      }
      const left = new Array<Node | undefined>(n).fill(undefined)
      within(own, (i, j) => shifted(A, lambda, j, i)).forEach((value, i) => (left[starts[own]! + i] = value))
      for (let b = own - 1; b >= 0; b--) {
        const downstream = (j: number) => pairs(starts[b + 1]!, starts[own + 1]!, (i) => [left[i], A(i, j)])
        substitute(b, downstream, (i, j) => shifted(A, lambda, j, i), left)
      }
      return { right, left }
    },
  }

  /** λ² − (a + d)·λ + (ad − bc), the larger root in size first so that the smaller one is a quotient. */
  function quadratic(at: (i: number, j: number) => Node): readonly [Node, Node] {
    const half = mul(sub(at(0, 0), at(1, 1)), constant(0.5))
    const mean = mul(add(at(0, 0), at(1, 1)), constant(0.5))
    const exchange = mul(at(0, 1), at(1, 0))
    const fast = sub(mean, sqrt(add(mul(half, half), exchange)))
    return [fast, div(sub(mul(at(0, 0), at(1, 1)), exchange), fast)]
  }

  /** λ³ + c2·λ² + c1·λ + c0 with three real roots; NaN if they are not. */
  function cubic(mem: Float64Array, A: number, places: Int32Array, into: number): void {
    const at = (k: number): number => mem[A + places[k]!]!
    const p = at(0)
    const q = at(4)
    const r = at(8)
    const pq = at(1) * at(3)
    const pr = at(2) * at(6)
    const qr = at(5) * at(7)
    const c2 = -(p + q + r)
    const c1 = p * q + p * r + q * r - pq - pr - qr
    const c0 = -p * q * r + p * qr + q * pr + r * pq - at(1) * at(5) * at(6) - at(2) * at(3) * at(7)
    const third = c2 / 3
    const m = third * third - c1 / 3
    const angle = Math.acos((third * (c1 / 2 - third * third) - c0 / 2) / (m * Math.sqrt(m))) / 3
    for (let root = 0; root < 3; root++) {
      let x = 2 * Math.sqrt(m) * Math.cos(angle - (2 * Math.PI * root) / 3) - third
      for (let step = 0; step < 2; step++) x -= (((x + c2) * x + c1) * x + c0) / ((3 * x + 2 * c2) * x + c1)
      mem[into + root * lanes] = x
    }
  }

  /** Solves (block − λ)·x = −Σ by Cramer's rule, Σ being what reaches the block from where the vector is known. */
  function substitute(
    b: number,
    known: (i: number) => readonly (readonly [Node, Node])[],
    M: (i: number, j: number) => Node,
    into: (Node | undefined)[],
  ): void {
    const from = starts[b]!
    const at = (i: number, j: number): Node => M(from + i, from + j)
    const rest = Array.from({ length: order(b) }, (_, i) => known(from + i))
    if (rest.every((one) => one.length === 0)) return
    const [x, y, z] = rest.map((one) => (one.length === 0 ? constant(0) : neg(dot(one)))) as [Node, Node, Node]
    if (order(b) === 1) into[from] = div(x, at(0, 0))
    else if (order(b) === 2) {
      const inverse = div(constant(1), minor(at, 0, 1, 0, 1))
      into[from] = mul(sub(mul(x, at(1, 1)), mul(y, at(0, 1))), inverse)
      into[from + 1] = mul(sub(mul(y, at(0, 0)), mul(x, at(1, 0))), inverse)
    } else {
      const [p, q, r] = [minor(at, 1, 2, 1, 2), minor(at, 1, 2, 2, 0), minor(at, 1, 2, 0, 1)]
      const inverse = div(constant(1), sum(mul(at(0, 0), p), mul(at(0, 1), q), mul(at(0, 2), r)))
      // Cofactors, transposed.
      const solved = [
        [p, minor(at, 2, 0, 1, 2), minor(at, 0, 1, 1, 2)],
        [q, minor(at, 2, 0, 2, 0), minor(at, 0, 1, 2, 0)],
        [r, minor(at, 2, 0, 0, 1), minor(at, 0, 1, 0, 1)],
      ] as const
      solved.forEach(([c, d, e], i) => (into[from + i] = mul(sum(mul(x, c), mul(y, d), mul(z, e)), inverse)))
    }
  }

  /** A vector that the shifted block maps to zero: orthogonal to its rows, from the two that differ most. */
  function within(b: number, M: (i: number, j: number) => Node): readonly Node[] {
    const from = starts[b]!
    const at = (i: number, j: number): Node => M(from + i, from + j)
    if (order(b) === 1) return [constant(1)]
    if (order(b) === 2) {
      const [p, q] = [abs(at(1, 1)), abs(at(0, 0))]
      return [select(p, q, at(0, 1), at(1, 1)), neg(select(p, q, at(0, 0), at(1, 0)))]
    }
    const crosses = ([[0, 1], [0, 2], [1, 2]] as const).map(([p, q]) =>
      [minor(at, p, q, 1, 2), minor(at, p, q, 2, 0), minor(at, p, q, 0, 1)].map((value) => ({ value, size: abs(value) })),
    ) // prettier-ignore
    const found = crosses.map(([x, y, z]) => ({
      vector: [x!.value, y!.value, z!.value],
      length: sum(x!.size, y!.size, z!.size),
    }))
    return found.reduce((best, other) => ({
      vector: other.vector.map((value, i) => select(best.length, other.length, value, best.vector[i]!)),
      length: select(best.length, other.length, other.length, best.length),
    })).vector
  }

  function shifted(A: Rate, lambda: Node, i: number, j: number): Node {
    const value = A(i, j) ?? constant(0)
    return i === j ? sub(value, lambda) : value
  }

  function pairs(from: number, end: number, of: (k: number) => readonly [Node | undefined, Node | undefined]) {
    return Array.from({ length: end - from }, (_, k) => of(from + k)).filter(
      (pair): pair is readonly [Node, Node] => pair[0] !== undefined && pair[1] !== undefined,
    )
  }
}

/** M(p, r)·M(q, s) − M(p, s)·M(q, r) */
function minor(M: (i: number, j: number) => Node, p: number, q: number, r: number, s: number): Node {
  return sub(mul(M(p, r), M(q, s)), mul(M(p, s), M(q, r)))
}

const sum = (a: Node, b: Node, c: Node): Node => add(add(a, b), c)
