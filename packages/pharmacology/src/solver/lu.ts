/** Linear equations by elimination with row exchanges (partial pivoting), in place: P·A = L·U. */

/**
 * Factors the n × n matrix `a` (row after row) in place and writes the exchanges into `pivots`.
 * @returns false when a pivot is zero or not finite: the matrix is singular in working precision.
 */
export function factor(a: Float64Array, pivots: Int32Array, n: number): boolean {
  for (let k = 0; k < n; k++) {
    let best = k
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[best * n + k]!)) best = i
    pivots[k] = best
    if (best !== k)
      for (let j = 0; j < n; j++) {
        const swap = a[k * n + j]!
        a[k * n + j] = a[best * n + j]!
        a[best * n + j] = swap
      }
    const pivot = a[k * n + k]!
    if (!(Math.abs(pivot) > 0 && Math.abs(pivot) < Infinity)) return false
    for (let i = k + 1; i < n; i++) {
      const ratio = a[i * n + k]! / pivot
      a[i * n + k] = ratio
      if (ratio === 0) continue
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= ratio * a[k * n + j]!
    }
  }
  return true
}

/** Solves A·x = b for the factored A; `b` becomes x. */
export function substitute(lu: Float64Array, pivots: Int32Array, n: number, b: Float64Array): void {
  for (let k = 0; k < n; k++) {
    const from = pivots[k]!
    if (from === k) continue
    const swap = b[k]!
    b[k] = b[from]!
    b[from] = swap
  }
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) b[i]! -= lu[i * n + j]! * b[j]!
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) b[i]! -= lu[i * n + j]! * b[j]!
    b[i]! /= lu[i * n + i]!
  }
}
