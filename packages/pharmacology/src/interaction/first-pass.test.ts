import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { exactCurve } from '../exposure/exact-curve.ts'
import type { Model } from '../model.ts'
import { ketamineComposite } from '../models/ketamine-composite.ts'
import { ketaminePhysiological } from '../models/ketamine-physiological.ts'
import { dose } from '../models/single-dose.fixture.ts'
import { valuesOf } from '../side-by-side.ts'
import { areaUntil } from './area-until.ts'
import { firstPass, firstPassOf, UNCHANGED } from './first-pass.ts'

const composite = compile(ketamineComposite)
const physiological = compile(ketaminePhysiological)
const substances = ['esketamine', 'racemic-ketamine'] as const
const curve = (model = physiological, values: Float64Array, route: string, output: string, substance = 'esketamine' as (typeof substances)[number]) =>
  exactCurve([{ model, dosing: [dose(route, 1)], substance, values }], output) // prettier-ignore
const place = (symbol: string) => ketaminePhysiological.parameters.findIndex((one) => one.symbol === symbol)
const changed = { a3A4gut: 0.3, a3A4: 2.1, a2B6: 0.45 }
const acting = (values: Float64Array) => {
  for (const [symbol, activity] of Object.entries(changed)) values[place(symbol)] = activity
  return values
}

it.each(substances)('[IX1] %s: areas are those of gut wall and well-stirred liver in closed form, to 1e-10', (substance) => {
  const typical = physiological.typical(substance)
  for (const [values, activities] of [[typical, UNCHANGED], [acting(typical.slice()), changed]] as const) {
    const closed = firstPass(firstPassOf(ketaminePhysiological, substance), activities)
    for (const route of ['oral', 'iv'] as const)
      for (const analyte of ['ketamine', 'norketamine'] as const) {
        const area = curve(physiological, values, route, analyte, substance).areaToInfinity()
        expect(Math.abs(area / (1000 * closed[analyte][route]) - 1), `${route} ${analyte}`).toBeLessThan(1e-10)
      }
  }
}) // prettier-ignore

it('[IX1] CL is Qh·E and F is Fgut·(1 − E); more enzyme raises E and lowers F, and flow cancels in the swallowed area', () => {
  const person = firstPassOf(ketaminePhysiological, 'esketamine')
  const { E, CL, F, Fgut, ketamine } = firstPass(person, UNCHANGED)
  expect(CL).toBeCloseTo(151 * E, 12)
  expect(F).toBeCloseTo(Fgut * (1 - E), 12)
  expect(ketamine.iv).toBeCloseTo(1 / 95.2, 12)
  const induced = firstPass(person, { ...UNCHANGED, a2B6: 3 })
  expect(induced.E).toBeGreaterThan(E)
  expect(induced.F).toBeLessThan(F)
  expect(firstPass({ ...person, Qh: 60 }, UNCHANGED).ketamine.oral).toBeCloseTo(ketamine.oral, 12)
})

it.each(substances)('[IX2] %s: without an interacting drug every curve is the composite’s, by each route, to 1e-10', (substance) => {
  const times = [0.1, 0.4, 1, 3, 8, 24]
  for (const route of ['oral', 'sublingual', 'iv'])
    for (const weight of [50, 70, 110])
      for (const analyte of ['ketamine', 'norketamine']) {
        const of = (model: typeof composite) => curve(model, valuesOf(model, substance, { weight, interactions: [] }), route, analyte, substance).at(times)
        const [here, there] = [of(physiological), of(composite)]
        times.forEach((t, k) => expect(Math.abs(here[k]! / there[k]! - 1), `${route} ${weight} kg ${analyte} ${t} h`).toBeLessThan(1e-10))
      }
}) // prettier-ignore

/** Ketamine alone, with the liver as a compartment of this volume (L) that holds drug. */
const withLiver = (volume: number): Model => {
  const { parameters, states, flows } = ketaminePhysiological
  const [E] = /CLint\*.*?\/\(Qh\+.*?\)\)/.exec(flows.find(({ from, to }) => from === 'K1' && to === 'N1')!.rate)!
  return {
    ...ketaminePhysiological,
    parameters: [...parameters, { ...parameters.find(({ symbol }) => symbol === 'V1')!, symbol: 'Vh', value: volume }],
    states: [...states, { name: 'H', meaning: 'ketamine in the liver', unit: 'mg' }],
    flows: [
      ...flows.filter(
        ({ from, to }) => !(from === 'K1' && (to === undefined || to === 'N1')) && from !== 'Agut' && from !== 'N1',
      ),
      { from: 'Agut', to: 'H', rate: 'ka/(1+Rgut*a3A4gut)' },
      { from: 'Agut', rate: 'ka*(1-1/(1+Rgut*a3A4gut))' },
      { from: 'K1', to: 'H', rate: 'Qh/V1' },
      { from: 'H', to: 'K1', rate: 'Qh/Vh' },
      { from: 'H', rate: `Qh/Vh*${E}/(1-${E})` },
    ],
    leaves: ['Agut', 'H'],
    covariances: [],
  }
}

it.each([1, 101])('[IX1] a liver that holds drug (%d L) changes no area of ketamine', (volume) => {
  const model = compile(withLiver(volume))
  for (const route of ['oral', 'iv']) {
    const with_ = curve(model, model.typical('esketamine'), route, 'ketamine').areaToInfinity()
    const without = curve(physiological, physiological.typical('esketamine'), route, 'ketamine').areaToInfinity()
    expect(Math.abs(with_ / without - 1), route).toBeLessThan(1e-10)
  }
})

it('[IX3] from sixty years hepatic flow falls: the area after a vein rises, that after swallowing stays', () => {
  const areas = (age: number) => {
    const values = valuesOf(physiological, 'esketamine', { weight: 70, age, interactions: [] })
    return ['oral', 'iv'].map((route) => curve(physiological, values, route, 'ketamine').areaToInfinity())
  }
  const [young, sixty, eighty] = [areas(30), areas(60), areas(80)]
  expect(sixty).toEqual(young)
  expect(eighty[0]! / young[0]!).toBeCloseTo(1, 10)
  // CL = Qh·CLint/(Qh + CLint) with Qh 107.2 instead of 151.
  const CLint = (95.2 * 151) / (151 - 95.2)
  expect(eighty[1]! / young[1]!).toBeCloseTo((95.2 * (107.2 + CLint)) / (107.2 * CLint), 10)
})

it('[IX1] the area to a time is that of the curve', () => {
  const values = physiological.typical('esketamine')
  const dosing = [{ ...dose('iv', 80), infusion: 2 }]
  for (const analyte of ['ketamine', 'norketamine']) {
    const curve = exactCurve([{ model: physiological, dosing, substance: 'esketamine', values }], analyte)
    for (let again = 0; again < 2; again++)
      expect(areaUntil(physiological, dosing, analyte, 5, values) / curve.area(0, 5)).toBeCloseTo(1, 11)
  }
})
