/** For tests: e^(A·t) in fixed-point arithmetic with 256 binary digits after the point. Slow, plain, shares nothing. */
const BITS = 256n
const ONE = 1n << BITS

/** Exactly the number that the double is. */
export function exact(value: number): bigint {
  let exponent = 0
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    exponent++
  }
  return (BigInt(scaled) << BITS) >> BigInt(exponent)
}

/** The nearest double, small numbers included. */
export function nearest(value: bigint): number {
  const size = value < 0n ? -value : value
  const extra = BigInt(Math.max(0, size.toString(2).length - 60))
  return Number(value >> extra) * 2 ** (Number(extra) - Number(BITS))
}

export const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS

export function apply(A: readonly (readonly bigint[])[], x: readonly bigint[]): bigint[] {
  return A.map((row) => row.reduce((sum, a, j) => sum + times(a, x[j]!), 0n))
}

/** A series of 60 terms for A·t/2ˢ of norm below 1/2, squared s times. */
export function exponential(A: readonly (readonly number[])[], t: number): bigint[][] {
  const n = A.length
  const norm = Math.max(...A.map((row) => row.reduce((sum, a) => sum + Math.abs(a * t), 0)))
  const squarings = Math.max(0, Math.ceil(Math.log2(norm)) + 2)
  const X = A.map((row) => row.map((a) => times(exact(a), exact(t)) >> BigInt(squarings)))
  const unit = (i: number) => Array.from({ length: n }, (_, j) => (i === j ? ONE : 0n))
  const multiply = (P: readonly bigint[][], Q: readonly bigint[][]) =>
    P.map((row) => row.map((_, j) => row.reduce((sum, p, k) => sum + times(p, Q[k]![j]!), 0n)))
  let E = X.map((_, i) => unit(i))
  let term = E
  for (let k = 1n; k <= 60n; k++) {
    term = multiply(term, X).map((row) => row.map((value) => value / k))
    E = E.map((row, i) => row.map((value, j) => value + term[i]![j]!))
  }
  for (let s = 0; s < squarings; s++) E = multiply(E, E)
  return E
}
