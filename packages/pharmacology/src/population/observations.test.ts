import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { kinetics } from '../composite.ts'
import { perezRuixo2021 } from '../models/perez-ruixo-2021.ts'
import { simons2022 } from '../models/simons-2022.ts'
import type { Dosing } from '../solve/timeline.ts'
import { deviates } from './individual.ts'
import { personSampler, simons2022Volunteers, typicalOfPersons, type Distribution } from './persons.ts'
import { observe } from './residual-error.ts'
import { simulate } from './simulate.ts'

const film = compile(simons2022)
const dosing: Dosing[] = [{ route: 'sublingual', dose: 50, every: 24, from: 0, until: 20 }]
const times = [0.05, 1, 4, 20]
const source = { dois: [], where: 'of no one' }
const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

it('[RG13] observations scatter as the model says: proportional, additive, combined, log', () => {
  const n = 4000
  const predicted = simulate(film, dosing, times, { n, seed: 1, substance: 'esketamine' })
  const observed = observe(film, predicted, 8)
  const of = (output: number, k: number) =>
    Array.from({ length: n }, (_, i) => {
      const at = predicted.place(i, k, output)
      return { f: predicted.values[at]!, y: observed.values[at]! }
    })
  const near = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(4 * Math.sqrt(2 / n))
  for (const k of [1, 2, 3]) {
    const ketamine = moments(of(3, k).map(({ f, y }) => y / f - 1))
    near(ketamine.variance, 0.012)
    expect(Math.abs(ketamine.mean)).toBeLessThan(4 * Math.sqrt(0.012 / n))
    near(moments(of(4, k).map(({ f, y }) => (y - f) / Math.hypot(0.102 * f, 0.058))).variance, 1)
  }
  // Near nothing the additive part is all there is, and may fall below 0.
  expect(of(4, 0).some(({ y }) => y < 0)).toBe(true)
  const perez = compile(perezRuixo2021)
  const log = perezRuixo2021.residuals!.find(({ kind, output }) => kind === 'log' && output === perez.outputs[0]!.name)!
  const infused = simulate(perez, [{ route: 'iv', dose: 28, every: 24, from: 0, until: 1, infusion: 0.6 }], [2], { n, seed: 1, substance: 'esketamine' })
  const scattered = observe(perez, infused, 8)
  near(moments(Array.from({ length: n }, (_, i) => Math.log(scattered.values[infused.place(i, 0, 0)]! / infused.values[infused.place(i, 0, 0)]!))).variance, log.sd ** 2)
}) // prettier-ignore

it('[RG13] an observation is the same in every shard, moves nothing else, and is not made up', () => {
  const of = (n: number, first: number) => simulate(film, dosing, times, { n, first, seed: 1, substance: 'esketamine' })
  const [all, shard] = [observe(film, of(40, 0), 8), observe(film, of(3, 21), 8)]
  for (const output of [3, 4, 5])
    for (let k = 0; k < 4; k++)
      expect(shard.values[shard.place(1, k, output)]).toBe(all.values[all.place(22, k, output)])
  expect(of(40, 0).values).toEqual(of(40, 0).values)
  expect(all.values[all.place(0, 1, 0)]).toBeNaN()
  const none = simulate(kinetics, dosing, times, { n: 1, seed: 1 })
  expect(() => observe(kinetics, none, 1)).toThrow('ketamine-composite: no residual error')
  expect(() => observe(film, of(1, 0), -1)).toThrow('seed -1')
})

const normal = (change: Partial<Distribution> = {}): Distribution =>
  ({ kind: 'normal', centre: 73, sd: 12, status: 'assumed', source, ...change }) as Distribution

it('[RG14] people have the moments, correlation and range that were asked for', () => {
  const n = 4000
  const draw = personSampler({ weight: normal(), age: normal({ kind: 'log-normal', centre: 50, sd: 0.2 }), correlation: 0.6 }, 3) // prettier-ignore
  const people = Array.from({ length: n }, (_, i) => draw(i))
  const weight = moments(people.map((one) => one.weight!))
  const age = moments(people.map((one) => Math.log(one.age! / 50)))
  expect(Math.abs(weight.mean - 73)).toBeLessThan(4 * (12 / Math.sqrt(n)))
  expect(Math.abs(weight.variance / 144 - 1)).toBeLessThan(4 * Math.sqrt(2 / n))
  expect(Math.abs(age.variance / 0.04 - 1)).toBeLessThan(4 * Math.sqrt(2 / n))
  const product = moments(people.map((one) => ((one.weight! - 73) / 12) * (Math.log(one.age! / 50) / 0.2))).mean
  expect(Math.abs(product - 0.6)).toBeLessThan(0.07)
  const volunteers = personSampler(simons2022Volunteers, 3)
  for (let i = 0; i < n; i++) {
    const one = volunteers(i)
    expect(one.weight! >= 53 && one.weight! <= 93 && one.age! >= 19 && one.age! <= 32).toBe(true)
  }
})

it('[RG14] a person depends on seed and number, feeds the typical values, and moves no other draw', () => {
  const [a, b] = [personSampler(simons2022Volunteers, 3), personSampler(simons2022Volunteers, 3)]
  a(1)
  expect(a(9)).toEqual(b(9))
  const typical = typicalOfPersons(film, 'esketamine', simons2022Volunteers, 3)
  const index = film.model.parameters.findIndex(({ symbol }) => symbol === 'CLK1')
  expect(typical(9)[index]! / (88.8 * (b(9).weight! / 70) ** 0.75)).toBeCloseTo(1, 12)
  const population = simulate(film, dosing, times, { n: 20, seed: 3, substance: 'esketamine', typical })
  const one = simulate(film, dosing, times, { n: 1, first: 9, seed: 3, substance: 'esketamine', typical: typical(9) })
  expect(population.values[population.place(9, 2, 0)]! / one.values[one.place(0, 2, 0)]!).toBeCloseTo(1, 10)
  expect(deviates(film, 3, 9)).toEqual(deviates(film, 3, 9))
  // Age moves hepatic flow above sixty.
  const perez = compile(perezRuixo2021)
  const Qh = perez.model.parameters.findIndex(({ symbol }) => symbol === 'Qh')
  const old = typicalOfPersons(perez, 'esketamine', { age: normal({ centre: 78, sd: 0 }) }, 1)(0)
  expect(old[Qh]!).toBeCloseTo(151 - 2.19 * 18, 8)
})

it.each([
  ['no source', { source: { dois: [], where: '' } }, 'weight: no source'],
  ['a spread below 0', { sd: -1 }, 'weight: sd -1'],
  ['a centre that is none', { centre: NaN }, 'weight: centre NaN'],
  ['a range upside down', { range: [90, 50] as const }, 'weight: range 90–50'],
])('[RG14] a distribution with %s is refused', (_, change, message) => {
  expect(() => personSampler({ weight: normal(change) }, 1)).toThrow(message)
})

it('[RG14] a range that is hardly ever met, and a correlation of 1, are refused', () => {
  expect(() => personSampler({ weight: normal({ range: [300, 400] }) }, 1)(0)).toThrow('person 0: 1000 draws outside')
  expect(() => personSampler({ weight: normal(), age: normal(), correlation: 1 }, 1)).toThrow('correlation 1')
})
