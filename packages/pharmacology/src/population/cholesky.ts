/** Lower-triangular L with L·Lᵀ = matrix (row-major, n × n), or `null` when the matrix is not positive definite. */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const L = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * n + j]!
      for (let k = 0; k < j; k++) rest -= L[i * n + k]! * L[j * n + k]!
      if (i !== j) L[i * n + j] = rest / L[j * n + j]!
      else if (rest > 0) L[i * n + i] = Math.sqrt(rest)
      else return null
    }
  }
  return L
}
