import { expect, it } from 'vitest'
import { compile } from './compile.ts'
import type { Model } from './model.ts'
import { solve } from './solve/propagate.ts'
import { timeline } from './solve/timeline.ts'

const source = { dois: [], where: 'this test' }
const chain = (length: number, exits: Model['chains'] extends readonly (infer C)[] | undefined ? C : never): Model => ({
  id: 'chain',
  version: '0',
  title: 'Transit chain',
  population: 'none',
  parameters: [
    { symbol: 'MTT', meaning: 'mean transit time', unit: 'h', value: 1.7, status: 'assumed', source },
    { symbol: 'f', meaning: 'share', unit: '1', value: 0.3, status: 'assumed', source },
  ],
  covariances: [],
  states: [
    { name: 'A', meaning: 'arrived', unit: 'mg' },
    { name: 'B', meaning: 'arrived elsewhere', unit: 'mg' },
  ],
  chains: [{ ...exits, length }],
  flows: [],
  routes: { in: [{ into: 'T', fraction: '1' }] },
  outputs: [
    { name: 'last', state: `T${length}`, scale: '1', unit: 'mg' },
    { name: 'arrived', state: 'A', scale: '1', unit: 'mg' },
    { name: 'elsewhere', state: 'B', scale: '1', unit: 'mg' },
  ],
})
const T = {
  name: 'T',
  meaning: 'transit',
  unit: 'mg',
  length: 1,
  meanTransitTime: 'MTT',
  exits: [
    { to: 'A', fraction: 'f' },
    { to: 'B', fraction: '1-f' },
  ],
}
const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))

it.each([1, 2, 3, 5, 10])('[ML5] %i compartments of equal rate n/MTT meet the gamma distribution', (n) => {
  const times = [0.1, 0.7, 1.7, 3, 6, 12]
  const model = compile(chain(n, T))
  expect(model.size).toBe(n + 2)
  const sink = new Float64Array(times.length * 3)
  const course = { route: 'in', dose: 10, every: 99, from: 0, until: 1 }
  solve(model, timeline(model, [course], 'esketamine', times), model.typical('esketamine'), sink)
  const k = n / 1.7
  times.forEach((t, i) => {
    const poisson = (j: number) => ((k * t) ** j / factorial(j)) * Math.exp(-k * t)
    const inside = Array.from({ length: n }, (_, j) => poisson(j)).reduce((sum, one) => sum + one, 0)
    expect(Math.abs(sink[3 * i]! - 10 * poisson(n - 1)), `${t} h`).toBeLessThan(1e-11)
    expect(Math.abs(sink[3 * i + 1]! - 3 * (1 - inside)), `${t} h`).toBeLessThan(1e-11)
    expect(Math.abs(sink[3 * i + 2]! - 7 * (1 - inside)), `${t} h`).toBeLessThan(1e-11)
  })
})

it.each([0, 1.5, -1, NaN, 101])('[ML5] a chain of %f compartments is refused', (length) => {
  expect(() => compile(chain(length, T))).toThrow(`chain: chain T: length ${length}: expected a whole number`)
})

it('[ML5] a chain into nowhere, and one whose name is taken, are refused', () => {
  expect(() => compile(chain(2, { ...T, exits: [{ to: 'X', fraction: '1' }] }))).toThrow('flow T2 → X: unknown state X')
  expect(() => compile(chain(2, { ...T, name: 'A', exits: [{ fraction: '1' }] }))).toThrow('chain: ')
})
