import { expect, it } from 'vitest'
import { factor, substitute } from './lu.ts'

it('[OS6] a zero or a small pivot is exchanged for a larger one; a singular matrix is said to be', () => {
  const solve = (rows: readonly (readonly number[])[], b: readonly number[]) => {
    const n = b.length
    const [a, pivots, x] = [Float64Array.from(rows.flat()), new Int32Array(n), Float64Array.from(b)]
    if (!factor(a, pivots, n)) return undefined
    substitute(a, pivots, n, x)
    return [...x]
  }
  expect(solve([[0, 2, 0], [0, 0, 4], [5, 0, 0]], [2, 8, 15])).toEqual([3, 1, 2])
  // Without exchange the answer would be (0, 1).
  const tiny = solve([[1e-20, 1], [1, 1]], [1, 2])!
  expect(tiny[0]).toBeCloseTo(1, 12)
  expect(tiny[1]).toBeCloseTo(1, 12)
  expect(solve([[1, 2], [2, 4]], [1, 2])).toBeUndefined()
  expect(solve([[1, NaN], [2, 4]], [1, 2])).toBeUndefined()
}) // prettier-ignore
