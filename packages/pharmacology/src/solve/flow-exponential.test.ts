import { expect, it } from 'vitest'
import { uniforms } from '../population/random.ts'
import { flowExponential } from './flow-exponential.ts'
import { matrixExponential } from './matrix-exponential.ts'

it('[RG10] one flow meets its exponential in every entry, however late', () => {
  for (const [k, h] of [[0.2, 1], [0.2, 1500], [30, 20], [1e-6, 1e4], [700, 1]] as const) {
    // An input into a state, and a state that it leaves for another.
    const E = new Float64Array(9)
    flowExponential(3, 1)(Float64Array.of(0, 0, 0, 1, -k, 0, 0, k, -0.01), h, E)
    const close = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(4e-16 * (k * h + 1e3))
    expect([E[1], E[2], E[5]]).toEqual([0, 0, 0])
    close(E[0]!, 1)
    close(E[4]!, Math.exp(-k * h))
    close(E[3]!, -Math.expm1(-k * h) / k)
    if (Math.abs(k - 0.01) * h > 0.1) close(E[7]!, (k * (Math.exp(-0.01 * h) - Math.exp(-k * h))) / (k - 0.01))
  }
}) // prettier-ignore

it('[RG10] random flows agree with the dense exponential, and a negative flow goes to it', () => {
  const pool = new Float64Array(200)
  for (let seed = 1; seed <= 200; seed++) {
    uniforms(seed, 0, 0, pool)
    const n = 2 + (seed % 5)
    const A = new Float64Array(n * n)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        if (i === j || pool[i * n + j]! < 0.5) continue
        A[i * n + j] = (seed % 7 === 0 ? -1e-3 : 1) * 10 ** (4 * pool[50 + i * n + j]! - 3)
        A[j * n + j]! -= Math.abs(A[i * n + j]!)
      }
    for (let j = 0; j < n; j++) A[j * n + j]! -= pool[100 + j]!
    const [found, dense] = [new Float64Array(n * n), new Float64Array(n * n)]
    flowExponential(n, 0)(A, 3, found)
    matrixExponential(n)(A, 3, dense)
    found.forEach((value, i) => expect(Math.abs(value - dense[i]!), `seed ${seed}`).toBeLessThan(1e-13))
  }
})

it('[RG10] a rate that is not finite is refused', () => {
  expect(() => flowExponential(1, 0)(Float64Array.of(NaN), 1, new Float64Array(1))).toThrow('not finite')
})
