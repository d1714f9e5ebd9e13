/**
 * The exponentials an individual's kinetics are made of: eigenvalues and eigenvectors of a block triangular rate matrix. The
 * eigenvalues are those of the blocks, in closed form: one state, itself; two, a quadratic; three, Viète's trigonometric cubic,
 * polished by Newton. A vector is solved within its own block and then substituted downstream (right) or upstream (left).
 * Nothing here judges whether the result is any good (rates may coincide): `extrapolation.ts` does, from what it must reproduce.
 */
import type { Structure } from './structure.ts'

export interface Modes {
  /** λ, 1/h, of each mode, in the order of the blocks; NaN where there is none in closed form. */
  readonly lambda: Float64Array
  /** Takes an individual from a lane of a group's rate matrices. */
  load(A: Float64Array, lane: number, lanes: number): void
  /** A·v = λ·v, by state; valid until the next call. */
  right(mode: number): Float64Array
  /** w·A = λ·w, by state; valid until the next call. */
  left(mode: number): Float64Array
}

/** The largest block with a closed form. */
export const LARGEST_BLOCK = 3

export function modes({ size, inputs, blocks, position }: Structure): Modes {
  const n = size - inputs
  const starts = Int32Array.from(blocks, (place) => place - inputs)
  const blockOf = Int32Array.from({ length: n }, (_, i) => starts.findLastIndex((from) => i >= from))
  const a = new Float64Array(n * n)
  const places = Int32Array.from(a, (_, i) => position[(Math.floor(i / n) + inputs) * size + (i % n) + inputs]!)
  const lambda = new Float64Array(n)
  const [v, w] = [new Float64Array(n), new Float64Array(n)]
  const rest = new Float64Array(LARGEST_BLOCK)
  const M = new Float64Array(LARGEST_BLOCK * LARGEST_BLOCK)

  return {
    lambda,
    load(A, lane, lanes) {
      for (let i = 0; i < a.length; i++) a[i] = places[i]! < 0 ? 0 : A[places[i]! * lanes + lane]!
      for (let b = 0; b < starts.length - 1; b++) {
        const [from, order] = [starts[b]!, starts[b + 1]! - starts[b]!]
        if (order === 1) lambda[from] = a[from * n + from]!
        else if (order === 2) quadratic(from)
        else if (order === 3) cubic(from)
        else lambda.fill(NaN, from, from + order)
      }
    },
    right(mode) {
      const own = blockOf[mode]!
      v.fill(0)
      within(own, lambda[mode]!, v, false)
      for (let b = own + 1; b < starts.length - 1; b++) {
        const [from, end] = [starts[b]!, starts[b + 1]!]
        for (let i = from; i < end; i++) {
          let sum = 0
          for (let j = starts[own]!; j < from; j++) sum -= a[i * n + j]! * v[j]!
          rest[i - from] = sum
        }
        substitute(b, lambda[mode]!, v, false)
      }
      return v
    },
    left(mode) {
      const own = blockOf[mode]!
      w.fill(0)
      within(own, lambda[mode]!, w, true)
      for (let b = own - 1; b >= 0; b--) {
        const [from, end] = [starts[b]!, starts[b + 1]!]
        for (let j = from; j < end; j++) {
          let sum = 0
          for (let i = end; i < starts[own + 1]!; i++) sum -= w[i]! * a[i * n + j]!
          rest[j - from] = sum
        }
        substitute(b, lambda[mode]!, w, true)
      }
      return w
    },
  }

  /** λ² − (a + d)·λ + (ad − bc), the larger root in size first so that the smaller one is a quotient. */
  function quadratic(k: number): void {
    const [p, q, r, s] = [a[k * n + k]!, a[k * n + k + 1]!, a[(k + 1) * n + k]!, a[(k + 1) * n + k + 1]!]
    const half = (p - s) / 2
    const fast = (p + s) / 2 - Math.sqrt(half * half + q * r)
    lambda[k] = fast
    lambda[k + 1] = (p * s - q * r) / fast
  }

  /** λ³ + c2·λ² + c1·λ + c0 with three real roots; NaN if they are not. */
  function cubic(k: number): void {
    const at = (i: number, j: number): number => a[(k + i) * n + k + j]!
    const [p, q, r] = [at(0, 0), at(1, 1), at(2, 2)]
    const [pq, pr, qr] = [at(0, 1) * at(1, 0), at(0, 2) * at(2, 0), at(1, 2) * at(2, 1)]
    const c2 = -(p + q + r)
    const c1 = p * q + p * r + q * r - pq - pr - qr
    const c0 = -p * q * r + p * qr + q * pr + r * pq - at(0, 1) * at(1, 2) * at(2, 0) - at(0, 2) * at(1, 0) * at(2, 1)
    const third = c2 / 3
    const m = third * third - c1 / 3
    const angle = Math.acos((third * (c1 / 2 - third * third) - c0 / 2) / (m * Math.sqrt(m))) / 3
    for (let root = 0; root < 3; root++) {
      let x = 2 * Math.sqrt(m) * Math.cos(angle - (2 * Math.PI * root) / 3) - third
      for (let step = 0; step < 2; step++) x -= (((x + c2) * x + c1) * x + c0) / ((3 * x + 2 * c2) * x + c1)
      lambda[k + root] = x
    }
  }

  /** (block − λ), transposed for a left vector, into M. */
  function shifted(b: number, value: number, transposed: boolean): number {
    const [from, order] = [starts[b]!, starts[b + 1]! - starts[b]!]
    for (let i = 0; i < order; i++)
      for (let j = 0; j < order; j++)
        M[i * order + j] =
          (transposed ? a[(from + j) * n + from + i]! : a[(from + i) * n + from + j]!) - (i === j ? value : 0)
    return order
  }

  /** A vector that the shifted block maps to zero: orthogonal to its rows, from the two that differ most. */
  function within(b: number, value: number, into: Float64Array, transposed: boolean): void {
    const from = starts[b]!
    const order = shifted(b, value, transposed)
    if (order === 1) into[from] = 1
    else if (order === 2) {
      const row = Math.abs(M[0]!) > Math.abs(M[3]!) ? 0 : 2
      into[from] = M[row + 1]!
      into[from + 1] = -M[row]!
    } else {
      let largest = -1
      for (const [p, q] of PAIRS) {
        const x = M[p + 1]! * M[q + 2]! - M[p + 2]! * M[q + 1]!
        const y = M[p + 2]! * M[q]! - M[p]! * M[q + 2]!
        const z = M[p]! * M[q + 1]! - M[p + 1]! * M[q]!
        const size = Math.abs(x) + Math.abs(y) + Math.abs(z)
        if (!(size > largest)) continue
        largest = size
        into[from] = x
        into[from + 1] = y
        into[from + 2] = z
      }
    }
  }

  /** Solves (block − λ)·x = rest by Cramer's rule. */
  function substitute(b: number, value: number, into: Float64Array, transposed: boolean): void {
    const from = starts[b]!
    const order = shifted(b, value, transposed)
    const [x, y, z] = [rest[0]!, rest[1]!, rest[2]!]
    if (order === 1) into[from] = x / M[0]!
    else if (order === 2) {
      const inverse = 1 / (M[0]! * M[3]! - M[1]! * M[2]!)
      into[from] = (x * M[3]! - y * M[1]!) * inverse
      into[from + 1] = (y * M[0]! - x * M[2]!) * inverse
    } else {
      const [p, q, r] = [M[4]! * M[8]! - M[5]! * M[7]!, M[5]! * M[6]! - M[3]! * M[8]!, M[3]! * M[7]! - M[4]! * M[6]!]
      const inverse = 1 / (M[0]! * p + M[1]! * q + M[2]! * r)
      into[from] = (x * p + y * (M[2]! * M[7]! - M[1]! * M[8]!) + z * (M[1]! * M[5]! - M[2]! * M[4]!)) * inverse
      into[from + 1] = (x * q + y * (M[0]! * M[8]! - M[2]! * M[6]!) + z * (M[2]! * M[3]! - M[0]! * M[5]!)) * inverse
      into[from + 2] = (x * r + y * (M[1]! * M[6]! - M[0]! * M[7]!) + z * (M[0]! * M[4]! - M[1]! * M[3]!)) * inverse
    }
  }
}

const PAIRS = [
  [0, 3],
  [0, 6],
  [3, 6],
] as const
