/**
 * e^(A·h) of one individual's rate matrix without a subtraction: with c the largest loss, A = P − c·I and P has no entry below 0, so
 *
 *     e^(A·h) = (e^(−c·h/2ˢ)·Σ (P·h/2ˢ)ᵏ/k!)^(2ˢ)
 *
 * adds and multiplies only (uniformization). Every entry keeps its relative precision, and what no flow connects stays 0: months
 * after a dose there is no floor of rounding. A negative flow goes to the dense exponential.
 */
import { matrixExponential, multiply, type MatrixExponential } from './matrix-exponential.ts'

/** 1-norm of what is summed as a series, and terms that bring it below 2⁻⁵³. */
const [NORM, TERMS] = [0.5, 15]

/** @param inputs places before the states: their columns feed states and do not count for the norm */
export function flowExponential(n: number, inputs: number): MatrixExponential {
  const dense = matrixExponential(n)
  const [P, sum, next] = [new Float64Array(n * n), new Float64Array(n * n), new Float64Array(n * n)]
  return (A, h, into) => {
    let most = 0
    for (let i = 0; i < n; i++) if (!(-A[i * n + i]! <= most)) most = -A[i * n + i]!
    // An input neither gains nor loses: its place holds c.
    let norm = most
    for (let j = 0; j < n; j++) {
      let column = 0
      for (let i = 0; i < n; i++) {
        const entry = A[i * n + j]! + (i === j ? most : 0)
        if (!(entry >= 0 && entry < Infinity)) return dense(A, h, into)
        P[i * n + j] = entry
        column += entry
      }
      if (j >= inputs) norm = Math.max(norm, column)
    }
    const squarings = Math.max(0, Math.ceil(Math.log2((norm * h) / NORM)))
    const step = h * 2 ** -squarings
    // Horner: I + P·(I + P/2·(I + P/3·(…)))
    let [from, to] = [sum, next]
    identity(from, n)
    for (let k = TERMS; k >= 1; k--) {
      multiply(P, from, to, n)
      for (let i = 0; i < n * n; i++) to[i]! *= step / k
      for (let i = 0; i < n; i++) to[i * n + i]! += 1
      ;[from, to] = [to, from]
    }
    const rest = Math.exp(-most * step)
    for (let i = 0; i < n * n; i++) from[i]! *= rest
    for (let s = 0; s < squarings; s++) {
      multiply(from, from, to, n)
      ;[from, to] = [to, from]
    }
    into.set(from)
  }
}

function identity(A: Float64Array, n: number): void {
  A.fill(0)
  for (let i = 0; i < n; i++) A[i * n + i] = 1
}
