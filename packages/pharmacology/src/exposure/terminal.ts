/**
 * What is left when nothing more is given, x' = A·x: the area still to come, s·∫xᵢ = eᵢᵀ·(−A)⁻¹·x, and the slowest rate.
 *
 * Only states from which a path leads to the output matter. Rates between states are never negative, so −A splits along its
 * strongly connected groups into M-matrices, each with a real smallest eigenvalue that Noda's iteration brackets from both sides
 * (Noda 1971, doi:10.1007/BF01436383): no eigenvalue of a defective matrix is ever asked for.
 */
import type { Compiled } from '../compile.ts'
import { factor, substitute } from '../solver/lu.ts'

/** ∫ of state `output` from now to infinity, in its unit times h; Infinity when something that feeds it never leaves. */
export function remainingArea(model: Compiled, values: Float64Array, states: Float64Array, output: number): number {
  const reach = reachability(model)
  // What never leaves but is not there does no harm.
  const feeding = range(model.size).filter((j) => reach[output]![j]! && range(model.size).some((k) => reach[j]![k]! && states[k]! > 0)) // prettier-ignore
  const n = feeding.length
  if (n === 0) return 0
  const A = rateMatrix(model, values)
  const matrix = Float64Array.from({ length: n * n }, (_, k) => -A[feeding[Math.floor(k / n)]! * model.size + feeding[k % n]!]!) // prettier-ignore
  const x = Float64Array.from(feeding, (j) => states[j]!)
  const pivots = new Int32Array(n)
  if (!factor(matrix, pivots, n)) return Infinity
  substitute(matrix, pivots, n, x)
  return x[feeding.indexOf(output)]!
}

/** The slowest rate (1/h) met on the way from the states `dosed` to the state `output`; 0 when something stays for ever. */
export function slowestRate(model: Compiled, values: Float64Array, dosed: readonly number[], output: number): number {
  const reach = reachability(model)
  const way = range(model.size).filter((j) => reach[output]![j]! && dosed.some((from) => reach[j]![from]!))
  if (way.length === 0) throw new RangeError('half-life: nothing given reaches the output')
  const A = rateMatrix(model, values)
  const groups = way.filter((i) => way.every((j) => j >= i || !(reach[i]![j]! && reach[j]![i]!)))
  return Math.min(
    ...groups.map((first) => {
      const group = way.filter((j) => reach[first]![j]! && reach[j]![first]!)
      return smallestEigenvalue(group.map((i) => Float64Array.from(group, (j) => -A[i * model.size + j]!)))
    }),
  )
}

/** Noda's iteration for an irreducible M-matrix: x > 0 throughout, and min(v/y), max(v/y) bracket what is left above the shift. */
function smallestEigenvalue(rows: readonly Float64Array[]): number {
  const n = rows.length
  const [matrix, pivots, v] = [new Float64Array(n * n), new Int32Array(n), new Float64Array(n).fill(1)]
  let shift = 0
  for (let round = 0; round < 100; round++) {
    rows.forEach((row, i) => matrix.set(row, i * n))
    for (let i = 0; i < n; i++) matrix[i * n + i]! -= shift
    if (!factor(matrix, pivots, n)) return shift
    const y = v.slice()
    substitute(matrix, pivots, n, y)
    const ratios = y.map((value, i) => v[i]! / value)
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)]
    // Rounding at convergence: the shift is the eigenvalue as closely as it can be told.
    if (!(low > 0)) return shift
    if (high - low <= 1e-14 * (shift + high)) return shift + (low + high) / 2
    shift += low
    const largest = Math.max(...y)
    y.forEach((value, i) => (v[i] = value / largest))
  }
  return shift
}

function rateMatrix({ size, entries }: Compiled, values: Float64Array): Float64Array {
  const A = new Float64Array(size * size)
  for (const { row, column, sign, rate } of entries) A[row * size + column]! += sign * rate(values)
  for (let i = 0; i < size * size; i++)
    if (Math.floor(i / size) !== i % size && !(A[i]! >= 0)) throw new RangeError(`rate ${A[i]}: expected 0 or more`)
  return A
}

/** `reach[i][j]`: what is in j comes to i. */
function reachability({ size, entries }: Compiled): boolean[][] {
  const reach = range(size).map((i) => range(size).map((j) => i === j))
  for (const { row, column } of entries) reach[row]![column] = true
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++)
      if (reach[i]![k]) for (let j = 0; j < size; j++) if (reach[k]![j]) reach[i]![j] = true
  return reach
}

const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k)
