import { expect, it } from 'vitest'
import { uniforms } from '../population/random.ts'
import { flowAction } from './flow-action.ts'
import { flowExponential } from './flow-exponential.ts'

interface Flow {
  readonly row: number
  readonly column: number
  readonly rate: number
}
const prepared = (size: number, flows: readonly Flow[]) => {
  const action = flowAction(size, flows)
  action.load(flows.map(({ rate }) => rate))
  return action
}

it('[RG10] random flows: the vector alone is what the matrix gives, in every entry', () => {
  const pool = new Float64Array(200)
  for (let seed = 1; seed <= 300; seed++) {
    uniforms(seed, 0, 0, pool)
    const [n, h] = [2 + (seed % 6), 10 ** (4 * pool[199]! - 2)]
    const entries: Flow[] = []
    for (let i = 0; i < n; i++) {
      entries.push({ row: i, column: i, rate: -pool[100 + i]! })
      for (let j = 0; j < n; j++) {
        if (i === j || pool[i * n + j]! < 0.6) continue
        const rate = 10 ** (4 * pool[50 + i * n + j]! - 3)
        // In two halves, as a model may write it.
        entries.push({ row: i, column: j, rate: rate / 2 }, { row: i, column: j, rate: rate / 2 }, { row: j, column: j, rate: -rate }) // prettier-ignore
      }
    }
    const [A, E] = [new Float64Array(n * n), new Float64Array(n * n)]
    for (const { row, column, rate } of entries) A[row * n + column]! += rate
    flowExponential(n, 0)(A, h, E)
    const y = Float64Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 1e-3 * pool[120 + i]!))
    const expected = y.map((_, i) => y.reduce((sum, value, j) => sum + E[i * n + j]! * value, 0))
    const action = prepared(n, entries)
    action.apply(h, y)
    y.forEach((value, i) => expect(Math.abs(value / expected[i]! - 1), `seed ${seed}`).toBeLessThan(1e-15 * (100 + action.loss() * h)))
  }
}) // prettier-ignore

it('[RG10] a chain of ten, hardly begun: the last compartment has its tenth power', () => {
  const entries = Array.from({ length: 11 }, (_, i) => [
    ...(i < 10 ? [{ row: i, column: i, rate: -2 }, { row: i + 1, column: i, rate: 2 }] : []),
  ]).flat() // prettier-ignore
  const y = Float64Array.from({ length: 11 }, (_, i) => (i === 0 ? 1 : 0))
  prepared(11, entries).apply(0.005, y)
  // Gamma(10): (1/10!)·x^10·(1 − 10/11·x + …) with x = 0.01.
  const x = 0.01
  const series = (x ** 10 / 3_628_800) * (1 - (10 / 11) * x + (10 / 24) * x ** 2 - (10 / 78) * x ** 3 + (10 / 336) * x ** 4)
  expect(y[10]! / series - 1).toBeCloseTo(0, 11)
  expect(y[0]! / Math.exp(-0.01) - 1).toBeCloseTo(0, 15)
}) // prettier-ignore

it('[RG10] a flow below 0, and no loss at all, are left to the matrix', () => {
  expect(prepared(2, [{ row: 0, column: 1, rate: -1 }, { row: 1, column: 1, rate: -1 }]).loss()).toBe(Infinity) // prettier-ignore
  expect(prepared(2, [{ row: 0, column: 1, rate: 1 }]).loss()).toBe(Infinity)
  expect(prepared(1, [{ row: 0, column: 0, rate: NaN }]).loss()).toBe(Infinity)
})
