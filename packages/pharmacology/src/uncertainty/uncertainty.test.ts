import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { kinetics, kineticsWithEffects } from '../composite.ts'
import { library, modelOf } from '../models/library.ts'
import { deviates } from '../population/individual.ts'
import { simulate } from '../population/simulate.ts'
import { betweenStudiesSD, compositeBetweenStudies } from './between-studies.ts'
import { drawUncertain } from './draw.ts'
import { latinHypercube } from './latin-hypercube.ts'
import { normalQuantile } from './normal-quantile.ts'
import { uncertainValues } from './uncertain-values.ts'

const studies = (symbol: string) => compositeBetweenStudies.find((one) => one.symbol === symbol)!
const simons = compile(modelOf('simons-2022'))
const index = (model: typeof simons, symbol: string) => model.model.parameters.findIndex((p) => p.symbol === symbol)

it('[EF9] the spread of Fpo between studies is computed from the studies, and covers what they found', () => {
  const sd = betweenStudiesSD(studies('Fpo'))
  // By hand: logits of 0.24, 0.20, 0.149 and of 0.08, 0.186, 0.15 about their own means, 4 degrees of freedom.
  expect(sd).toBeCloseTo(0.411, 3)
  const at = (F: number, z: number) => 1 / (1 + ((1 - F) / F) * Math.exp(-z * sd))
  expect(at(0.14, -1.96)).toBeLessThan(0.08)
  expect(at(0.17, 1.96)).toBeGreaterThan(0.24)
  expect(at(0.17, 1.96)).toBeLessThan(0.4)
})

it('[EF9] one study, one statistic: Chong is its median for the swallowed and the mucosal part, and that is the wider one', () => {
  const fmuc = studies('fmuc')
  const chong = fmuc.groups[0]!.find(({ study }) => study === 'Chong 2009')!
  expect(chong.value).toBeCloseTo((0.24 - 0.17) / (1 - 0.17), 12)
  expect(betweenStudiesSD(fmuc)).toBeCloseTo(0.32, 2)
  for (const name of ['Fpo', 'fmuc'])
    for (const one of studies(name).groups.flat())
      if (one.study === 'Chong 2009') expect(one.source.where).toContain('median')
})

it('[EF9] first-pass norketamine of Hasan is computed from its own three numbers, not put at the bound above which it lies', () => {
  const phi = studies('phi').groups[0]!
  const hasan = phi.find(({ study }) => study === 'Hasan 2021')!
  // NK:K of the tablet over that after a vein is (F + (1 − F)·phi)/F.
  expect((0.149 + (1 - 0.149) * hasan.value) / 0.149).toBeCloseTo(14.9 / 1.79, 10)
  expect(hasan.value).toBeGreaterThan(1.1)
  const atBound = { ...studies('phi'), groups: [phi.map((one) => (one === hasan ? { ...one, value: 1.1 } : one))] }
  expect(betweenStudiesSD(studies('phi'))).toBeGreaterThan(1.3 * betweenStudiesSD(atBound))
})

it('[EF9] a spread between studies does not see that groups differ in their mean', () => {
  const one = [0.1, 0.2].map((value) => ({ study: 's', value, source: { dois: [], where: 'test' } }))
  const shifted = one.map((study) => ({ ...study, value: study.value * 3 }))
  const log = { symbol: 'x', scale: 'log', groups: [one, shifted] } as const
  expect(betweenStudiesSD(log)).toBeCloseTo(Math.log(2) / Math.SQRT2, 12)
})

it('[EF9] the composite: absorption and clearance between studies, norketamine by its standard errors, no other', () => {
  const found = Object.fromEntries(uncertainValues(kinetics).map(({ symbol, basis, sd }) => [symbol, [basis, sd]]))
  expect(Object.keys(found).sort()).toEqual(['CL', 'CLn', 'Fpo', 'Qn', 'Vn', 'Vp', 'fmuc', 'ka', 'phi'])
  expect(found['CLn']![0]).toBe('standard-error')
  expect(found['CLn']![1]).toBeCloseTo(Math.sqrt(Math.log1p(0.057 ** 2)), 12)
  expect(found['Vp']![0]).toBe('standard-error')
  expect(found['CL']![0]).toBe('between-studies')
  // The effects add the two half-lives.
  expect(uncertainValues(kineticsWithEffects).map(({ symbol }) => symbol)).toEqual(
    expect.arrayContaining(['thalfRelief', 'thalfMind']),
  )
})

it('[EF8] draws have the standard error and the estimate that was printed, whatever the unit', () => {
  const [CL, F1] = [index(simons, 'CLK1'), index(simons, 'F1')]
  const worlds = Array.from({ length: 4000 }, (_, k) => drawUncertain(simons, 5, k))
  const moments = (i: number) => {
    const mean = worlds.reduce((sum, world) => sum + world[i]!, 0) / worlds.length
    return [mean, Math.sqrt(worlds.reduce((sum, world) => sum + (world[i]! - mean) ** 2, 0) / worlds.length)]
  }
  // 1.48 ± 0.06 L/min is 88.8 ± 3.6 L/h; 26.3 ± 1.2 % is a fraction here.
  expect(moments(CL)[0]! / 88.8).toBeCloseTo(1, 2)
  expect(moments(CL)[1]! / 3.6).toBeCloseTo(1, 1)
  expect(moments(F1)[0]! / 0.263).toBeCloseTo(1, 2)
  expect(moments(F1)[1]! / 0.012).toBeCloseTo(1, 1)
  // VH1 4.4 ± 2.0 L: on its own scale one in seventy would be below 0.
  for (const world of worlds) expect(world[index(simons, 'VH1')]).toBeGreaterThan(0)
})

it('[EF8] a world depends on (seed, k) alone, and drawing it leaves every person as he or she was', () => {
  expect(drawUncertain(simons, 5, 7)).toEqual(drawUncertain(simons, 5, 7))
  expect(drawUncertain(simons, 5, 8)).not.toEqual(drawUncertain(simons, 5, 7))
  expect(drawUncertain(simons, 6, 7)).not.toEqual(drawUncertain(simons, 5, 7))
  const before = deviates(simons, 5, 7)
  drawUncertain(simons, 5, 7)
  expect(deviates(simons, 5, 7)).toEqual(before)
  // Worlds and people of the same number have nothing in common.
  const CL = (k: number) => Math.log(drawUncertain(kinetics, 5, k)[0]!) - Math.log(95.2)
  const [world, people] = [Array.from({ length: 400 }, (_, k) => CL(k)), Array.from({ length: 400 }, (_, k) => deviates(kinetics, 5, k)[0]!)] // prettier-ignore
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
  expect(Math.abs(dot(world, people) / Math.sqrt(dot(world, world) * dot(people, people)))).toBeLessThan(0.2)
  const typical = kinetics.typical('racemic-ketamine')
  const kept = typical.slice()
  drawUncertain(kinetics, 5, 7, typical)
  expect(typical).toEqual(kept)
})

it('[EF8] worlds × patients: in each world the same people differ about another typical person', () => {
  const dosing = [{ route: 'iv', dose: 20, every: 1e3, from: 0, until: 1, infusion: 0.5 }]
  const of = (k: number, n: number) =>
    simulate(simons, dosing, [2], { n, seed: 3, substance: 'esketamine', typical: drawUncertain(simons, 5, k, simons.typical('esketamine')) }) // prettier-ignore
  const ratios = (k: number) => Array.from({ length: 50 }, (_, i) => of(k, 50).values[of(k, 50).place(i, 0, 0)]!)
  const [a, b] = [ratios(0), ratios(1)]
  const rank = (values: readonly number[]) => [...values.keys()].sort((i, j) => values[i]! - values[j]!)
  expect(a).not.toEqual(b)
  // The people keep nearly their order: those who were high are high.
  const top = (values: readonly number[]) => new Set(rank(values).slice(-10))
  expect([...top(a)].filter((i) => top(b).has(i)).length).toBeGreaterThanOrEqual(8)
})

it('[EF8] what is drawn for every patient already is not drawn again, unless asked for', () => {
  const relief = index(kineticsWithEffects, 'thalfRelief')
  expect(drawUncertain(kineticsWithEffects, 1, 1)[relief]).toBe(10.9 * 24)
  expect(drawUncertain(kineticsWithEffects, 1, 1, undefined, { all: true })[relief]).not.toBe(10.9 * 24)
})

it('[EF8] every model of the library says what of it is uncertain; a seed or world that is none is refused', () => {
  const counted = library
    .filter(({ incomplete }) => incomplete === undefined)
    .map((model) => [model.id, uncertainValues(compile(model)).length] as const)
  expect(Object.fromEntries(counted)).toMatchObject({ 'simons-2022': 22, 'fanta-otto-2021': 4 })
  for (const [seed, k] of [
    [-1, 0],
    [0.5, 0],
    [0, -1],
    [0, NaN],
  ] as const)
    // prettier-ignore
    expect(() => drawUncertain(simons, seed, k)).toThrow(RangeError)
})

it('[EF8] a model of which nothing can be drawn is refused: a world like every other would say that all is known', () => {
  for (const id of ['ketamine-physiological', 'perez-ruixo-2021']) {
    expect(uncertainValues(compile(modelOf(id)))).toEqual([])
    expect(() => drawUncertain(compile(modelOf(id)), 1, 0)).toThrow(`${id}: no value is known to be uncertain`)
  }
})

it('the normal quantile meets the integral of the density', () => {
  for (const p of [1e-6, 0.001, 0.02425, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999]) {
    const z = normalQuantile(p)
    // Simpson's rule from −12.
    const n = 20_000
    const h = (z + 12) / n
    let sum = 0
    for (let i = 0; i <= n; i++) {
      const weight = i === 0 || i === n ? 1 : i % 2 ? 4 : 2
      sum += weight * Math.exp(-((-12 + i * h) ** 2) / 2)
    }
    expect((sum * h) / 3 / Math.sqrt(2 * Math.PI) / p).toBeCloseTo(1, 7)
  }
  expect(normalQuantile(0)).toBeNaN()
})

it('[EF10] a Latin hypercube has one number in each stratum of each column', () => {
  const [n, columns] = [48, 5]
  const u = latinHypercube(3, 7, n, columns)
  for (let c = 0; c < columns; c++) {
    const strata = Array.from({ length: n }, (_, row) => Math.floor(u[row * columns + c]! * n))
    expect(new Set(strata).size).toBe(n)
  }
  expect(latinHypercube(3, 7, n, 2)[0]).toBe(u[0])
})
