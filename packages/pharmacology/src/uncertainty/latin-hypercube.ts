/**
 * Uniform numbers in a Latin hypercube: each column has one number in each of `n` equally likely strata, in an order drawn anew for it
 * (McKay, Beckman & Conover 1979, Technometrics 21:239). A hundred such worlds tell a quantile as well as several hundred drawn one
 * by one.
 */
import { uniforms } from '../population/random.ts'

/** `n` rows of `columns` numbers in (0, 1): `rows[row·columns + column]`. Column c depends on (seed, stream, c) and n only. */
export function latinHypercube(seed: number, stream: number, n: number, columns: number): Float64Array {
  const rows = new Float64Array(n * columns)
  const u = new Float64Array(2 * n)
  for (let column = 0; column < columns; column++) {
    uniforms(seed, column, stream, u)
    const order = Array.from({ length: n }, (_, row) => row).sort((a, b) => u[a]! - u[b]!)
    order.forEach((row, stratum) => (rows[row * columns + column] = (stratum + u[n + row]!) / n))
  }
  return rows
}
