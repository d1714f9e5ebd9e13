import { expect, it } from 'vitest'
import { matrixExponential } from './matrix-exponential.ts'

const exp = (rows: readonly (readonly number[])[], t: number): number[] => {
  const n = rows.length
  const into = new Float64Array(n * n)
  matrixExponential(n)(Float64Array.from(rows.flat()), t, into)
  return [...into]
}

// Each degree of the approximant, its limit, and beyond it with scaling.
const angles = [1e-6, 0.014, 0.2, 0.25, 0.9, 0.95, 2, 2.1, 3, 5.3, 5.5, 8.8, 10.7, 21, 300]

it.each(angles)('[PK15] a rotation by %f is cosine and sine', (w) => {
  const E = exp([[0, -1], [1, 0]], w) // prettier-ignore
  const expected = [Math.cos(w), -Math.sin(w), Math.sin(w), Math.cos(w)]
  E.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(2e-15 * (1 + 2 * w)))
})

it.each(angles)('[PK15] a defective chain of equal rates at k·t = %f is Poisson', (kt) => {
  // Three transit compartments with the same rate: e^(−kt)·(kt)^j/j!, which has no eigenvector basis.
  const E = exp([[-1, 0, 0], [1, -1, 0], [0, 1, -1]], kt) // prettier-ignore
  const decay = Math.exp(-kt)
  for (const [i, value] of [
    [0, decay],
    [3, decay * kt],
    [6, (decay * kt * kt) / 2],
  ] as const)
    // prettier-ignore
    expect(Math.abs(E[i]! / value - 1)).toBeLessThan(1e-13 * (1 + kt))
})

it('[PK15] rows may need exchanging, and nothing changes for it', () => {
  // Nilpotent: e^N = I + N + N²/2 exactly.
  const E = exp([[0, 8, 0], [0, 0, 8], [0, 0, 0]], 1) // prettier-ignore
  expect(E.map((value) => Math.round(value * 1e10) / 1e10)).toEqual([1, 8, 32, 0, 1, 8, 0, 0, 1])
})

it('[PK15] a rate that is not finite is refused', () => {
  expect(() => exp([[NaN]], 1)).toThrow(RangeError)
  expect(() => exp([[Infinity]], 1)).toThrow(RangeError)
})
