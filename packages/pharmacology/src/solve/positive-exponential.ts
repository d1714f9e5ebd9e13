/**
 * e^(A·t) of many individuals at once, without a subtraction. Rates between states are not negative, so with q the fastest loss
 *
 *     e^(A·t) = (e^(−q·t/2ˢ) · Σ Bᵏ/k!)^(2ˢ),    B = (A + q·I)·t/2ˢ ≥ 0,
 *
 * is sums and products of numbers that are not negative: nothing cancels, and EVERY entry keeps its relative precision, the tiny
 * ones at the end of a long chain included; equal or nearly equal rates need no care (Xue & Ye 2013,
 * doi:10.1090/S0025-5718-2013-02677-4). Each squaring doubles the error, so a long stretch takes more terms and fewer squarings.
 * The sum is Paterson & Stockmeyer's: with m powers of B, K terms take about m + K/m products.
 */
import { laneProduct } from './lane-product.ts'
import type { Structure } from './structure.ts'

/** Takes `A` and writes e^(A·t), both `[entry·lanes + lane]`; false, and nothing of use, if a flow is negative or not finite. */
export type PositiveExponential = (A: Float64Array, t: number, into: Float64Array) => boolean

/** Up to which norm the sum is taken: where it is cheapest, and where that would take more than six squarings. */
const THETA = 0.5
const THETA_LONG = 8
const MOST_POWERS = 7

/** Reciprocals of factorials. */
const INVERSE: number[] = [1]
for (let k = 1; k <= 512; k++) INVERSE.push(INVERSE[k - 1]! / k)

export function positiveExponential(shape: Structure, lanes: number): PositiveExponential {
  const { size, blocks, pattern, position, longestPath } = shape
  const { nonZero, rowStart, column } = pattern
  const total = nonZero * lanes
  const multiply = laneProduct(pattern, lanes)
  const powers = Array.from({ length: MOST_POWERS }, () => new Float64Array(total))
  const [B, U, V] = [powers[0]!, new Float64Array(total), new Float64Array(total)]
  const diagonal = Int32Array.from({ length: size }, (_, i) => position[i * size + i]! * lanes)
  const block = Int32Array.from({ length: size }, (_, i) => blocks.findLastIndex((from) => i >= from))
  const fastest = new Float64Array(lanes)
  const sums = new Float64Array(size)

  return (A, t, into) => {
    const norm = shift(A) * t
    if (!(norm < Infinity)) return false
    const theta = norm > 64 * THETA ? THETA_LONG : THETA
    const squarings = Math.max(0, Math.ceil(Math.log2(norm / theta)))
    const h = t / 2 ** squarings
    for (let i = 0; i < total; i++) B[i]! *= h
    const terms = longestPath + termsFor(norm / 2 ** squarings)
    const m = Math.min(MOST_POWERS, Math.ceil(Math.sqrt(terms)))
    for (let p = 1; p < m; p++) multiply(powers[p - 1]!, B, powers[p]!)
    let [sum, next] = series(m, Math.ceil(terms / m))

    for (let lane = 0; lane < lanes; lane++) fastest[lane] = Math.exp(-fastest[lane]! * h)
    const scaled = squarings === 0 ? into : sum
    for (let q = 0; q < total; q += lanes)
      for (let lane = 0; lane < lanes; lane++) scaled[q + lane] = sum[q + lane]! * fastest[lane]!
    for (let s = 1; s <= squarings; s++) {
      multiply(sum, sum, s === squarings ? into : next)
      ;[sum, next] = [next, sum]
    }
    return true
  }

  /** Σ Bᵏ/k! up to k = m·chunks by Horner's rule in Bᵐ, and the array that is free; the leading chunk is its last term alone. */
  function series(m: number, chunks: number): [Float64Array, Float64Array] {
    let [sum, next] = [U, V]
    const last = powers[m - 1]!
    const lead = INVERSE[m * chunks]!
    for (let i = 0; i < total; i++) sum[i] = lead * last[i]!
    for (let chunk = chunks - 1; chunk >= 0; chunk--) {
      let p = 1
      for (; p + 1 < m; p += 2) {
        const [one, other] = [powers[p - 1]!, powers[p]!]
        const [c, d] = [INVERSE[m * chunk + p]!, INVERSE[m * chunk + p + 1]!]
        for (let i = 0; i < total; i++) sum[i]! += c * one[i]! + d * other[i]!
      }
      if (p < m) {
        const [one, c] = [powers[p - 1]!, INVERSE[m * chunk + p]!]
        for (let i = 0; i < total; i++) sum[i]! += c * one[i]!
      }
      const constant = INVERSE[m * chunk]!
      for (const at of diagonal) for (let lane = 0; lane < lanes; lane++) sum[at + lane]! += constant
      if (chunk === 0) break
      multiply(sum, last, next)
      ;[sum, next] = [next, sum]
    }
    return [sum, next]
  }

  /**
   * B ← A + q·I; the largest column sum within a block over all individuals. What leaves a block for another does not count:
   * it occurs once on any path, so it scales an entry but does not slow the series.
   */
  function shift(A: Float64Array): number {
    fastest.fill(0)
    for (const at of diagonal)
      for (let lane = 0; lane < lanes; lane++) if (-A[at + lane]! > fastest[lane]!) fastest[lane] = -A[at + lane]!
    B.set(A)
    for (const at of diagonal) for (let lane = 0; lane < lanes; lane++) B[at + lane]! += fastest[lane]!
    let norm = 0
    for (let lane = 0; lane < lanes; lane++) {
      sums.fill(0)
      for (let i = 0; i < size; i++)
        for (let q = rowStart[i]!; q < rowStart[i + 1]!; q++) {
          const value = B[q * lanes + lane]!
          // Not a flow: negative, NaN, endless.
          if (!(value >= 0 && value < Infinity)) return Infinity
          if (block[column[q]!] === block[i]) sums[column[q]!]! += value
        }
      for (let j = 0; j < size; j++) if (!(sums[j]! <= norm)) norm = sums[j]!
    }
    return norm
  }
}

/** Terms after which a series for a norm changes nothing; those of a path through the states come on top. */
function termsFor(norm: number): number {
  let [k, term] = [0, 1]
  while (term > 2 ** -55) term *= norm / ++k
  return k
}
