import { expect, it } from 'vitest'
import { compile, type Compiled } from '../compile.ts'
import type { Model, Parameter } from '../model.ts'
import type { Dosing } from '../solve/timeline.ts'
import { timeAbove } from './curve.ts'
import { exactCurve } from './exact-curve.ts'
import { accumulation, exposure } from './measures.ts'

const parameter = (symbol: string, value: number): Parameter => ({
  symbol,
  meaning: symbol,
  unit: '1',
  value,
  status: 'assumed',
  source: { dois: [], where: 'this test' },
})
const [CL, V, F] = [80, 240, 0.2]
const k = CL / V

const oneCompartment = (ka: number): Compiled =>
  compile({
    id: 'one-compartment',
    version: '0',
    title: 'One compartment',
    population: 'none',
    parameters: [parameter('CL', CL), parameter('V', V), parameter('ka', ka), parameter('F', F)],
    covariances: [],
    states: ['gut', 'plasma'].map((name) => ({ name, meaning: name, unit: 'mg' })),
    flows: [
      { from: 'gut', to: 'plasma', rate: 'ka*F' },
      { from: 'gut', rate: 'ka*(1-F)' },
      { from: 'plasma', rate: 'CL/V' },
    ],
    routes: {
      oral: [{ into: 'gut', fraction: '1' }],
      iv: [{ into: 'plasma', fraction: '1', duration: 'given' }],
    },
    outputs: [{ name: 'C', state: 'plasma', scale: '1000/V', unit: 'ng/mL' }],
  } satisfies Model)

const curve = (dosing: readonly Dosing[], ka = 1.35) => {
  const model = oneCompartment(ka)
  return exactCurve([{ model, dosing, substance: 'racemic-ketamine', values: model.typical('racemic-ketamine') }], 'C')
}
const once = (route: string, dose: number, infusion?: number): Dosing[] => [
  { route, dose, every: 1e4, from: 0, until: 1, ...(infusion === undefined ? {} : { infusion }) },
]
const close = (value: number, truth: number, within: number, what = '') =>
  expect(Math.abs(value / truth - 1), what).toBeLessThan(within)

const factors = [1.35, 0.1, k * (1 + 1e-7), k, 30]

it.each(factors)('[EX1] one swallowed dose, ka %f: AUC F·D/CL, tmax ln(ka/k)/(ka − k), Cmax, half-life of the slower', (ka) => {
  const exact = curve(once('oral', 100), ka)
  close(exact.areaToInfinity(), (1000 * F * 100) / CL, 1e-12, 'AUC')
  const tmax = Math.abs(ka / k - 1) < 1e-6 ? 1 / k : Math.log(ka / k) / (ka - k)
  const { Cmax, ...found } = exposure(exact, 0, 60)
  expect(Math.abs(found.tmax - tmax), 'tmax').toBeLessThan(3e-6)
  // At tmax what comes in equals what goes out: Cmax = F·D/V·e^(−k·tmax).
  close(Cmax, ((1000 * F * 100) / V) * Math.exp(-k * tmax), 1e-7, 'Cmax')
  close(exact.halfLife(), Math.LN2 / Math.min(ka, k), 1e-12, 'half-life')
}) // prettier-ignore

it.each(factors)('[EX1] the area over any interval is the closed form’s, months later included (ka %f)', (ka) => {
  if (Math.abs(ka / k - 1) < 1e-6) return
  const exact = curve(once('oral', 100), ka)
  const scale = (1000 * F * 100 * ka) / V / (ka - k)
  const area = (a: number, b: number) =>
    scale * ((Math.exp(-k * a) * -Math.expm1(-k * (b - a))) / k - (Math.exp(-ka * a) * -Math.expm1(-ka * (b - a))) / ka)
  const total = (1000 * F * 100) / CL
  for (const [a, b] of [[0, 0.01], [0, 1], [0.3, 7], [2, 24], [24, 100]] as const) {
    const difference = Math.abs(exact.area(a, b) - area(a, b))
    expect(difference, `${a} to ${b} h`).toBeLessThan(1e-13 * total + 1e-12 * area(a, b))
  } // prettier-ignore
})

it('[EX1] a bolus: highest at once, AUC D/CL, time above ln(C₀/c)/k', () => {
  const exact = curve(once('iv', 50))
  const { Cmax, tmax, Cmin, tmin, AUC } = exposure(exact, 0, 10)
  close(Cmax, 50_000 / V, 1e-13)
  expect(tmax).toBe(0)
  close(Cmin, (50_000 / V) * Math.exp(-k * 10), 1e-12)
  expect(tmin).toBe(10)
  close(AUC, ((1000 * 50) / CL) * -Math.expm1(-10 * k), 1e-12)
  close(exact.areaToInfinity(), 50_000 / CL, 1e-13)
  for (const level of [200, 50, 10, 1])
    expect(Math.abs(timeAbove(exact, level, 0, 100) - Math.log(50_000 / V / level) / k)).toBeLessThan(1e-8)
  expect(timeAbove(exact, 300, 0, 100)).toBe(0)
  expect(timeAbove(exact, 0, 0, 100)).toBe(100)
})

it('[EX1] an infusion is highest at its end', () => {
  const { Cmax, tmax } = exposure(curve(once('iv', 50, 2.5)), 0, 24)
  expect(tmax).toBe(2.5)
  close(Cmax, ((1000 * 20) / CL) * -Math.expm1(-2.5 * k), 1e-12)
})

it('[EX1] time above a level after a swallowed dose: a peak that only just reaches over is seen', () => {
  const exact = curve(once('oral', 100))
  const { Cmax } = exposure(exact, 0, 60)
  // Near the peak C ≈ Cmax·(1 − ka·k/2·s²): for 1 − d of it the width is 2·√(2d/(ka·k)).
  for (const d of [1e-4, 1e-6]) close(timeAbove(exact, Cmax * (1 - d), 0, 60), 2 * Math.sqrt((2 * d) / (1.35 * k)), 0.02)
  const level = Cmax / 3
  const above = timeAbove(exact, level, 0, 60)
  const C = (t: number) => ((1000 * F * 100 * 1.35) / V / (1.35 - k)) * (Math.exp(-k * t) - Math.exp(-1.35 * t))
  const root = (a: number, b: number) => {
    const sign = Math.sign(C(a) - level)
    for (let i = 0; i < 100; i++) [a, b] = Math.sign(C((a + b) / 2) - level) === sign ? [(a + b) / 2, b] : [a, (a + b) / 2]
    return a
  }
  close(above, root(1.3, 60) - root(0, 1.3), 1e-8)
}) // prettier-ignore

it.each([2, 6, 24])('[EX2] accumulation every %f h: (1 − e^(−n·k·τ))/(1 − e^(−k·τ)) by bolus, to 1/(1 − e^(−k·τ))', (every) => {
  const exact = curve([{ route: 'iv', dose: 20, every, from: 3, until: 3 + 60 * every }])
  for (const n of [1, 2, 5]) close(accumulation(exact, every, n, 3), Math.expm1(-n * k * every) / Math.expm1(-k * every), 1e-11)
  close(accumulation(exact, every, 60, 3), 1 / -Math.expm1(-k * every), 1e-11)
}) // prettier-ignore

it('[EX2] at steady state: AUC F·D/CL, Cavg F·D/(CL·τ), fluctuation and swing of boluses in closed form', () => {
  const swallowed = exposure(curve([{ route: 'oral', dose: 25, every: 6, from: 0, until: 606 }]), 594, 600)
  close(swallowed.AUC, (1000 * F * 25) / CL, 1e-11)
  close(swallowed.Cavg, (1000 * F * 25) / CL / 6, 1e-11)
  const { fluctuation, swing, Cmax, Cmin } = exposure(curve([{ route: 'iv', dose: 25, every: 6, from: 0, until: 606 }]), 594, 600)
  const decay = Math.exp(-6 * k)
  close(Cmax, 25_000 / V / (1 - decay), 1e-11)
  close(Cmin, (25_000 / V / (1 - decay)) * decay, 1e-11)
  close(swing, 1 / decay - 1, 1e-10)
  // (Cmax − Cmin) is one dose; Cavg is D/(CL·τ).
  close(fluctuation, 6 * k, 1e-10)
}) // prettier-ignore

it('[EX2] what is given at the end of an interval does not count in it, what is given at its start does', () => {
  const exact = curve([{ route: 'iv', dose: 25, every: 6, from: 0, until: 13 }])
  close(exposure(exact, 6, 12).Cmax, (25_000 / V) * (1 + Math.exp(-6 * k)), 1e-12)
  expect(exposure(exact, 6, 12)).toMatchObject({ from: 6, to: 12, tmax: 0, tmin: 6 })
  close(exposure(exact, 5, 6).Cmax, (25_000 / V) * Math.exp(-5 * k), 1e-12)
})

it('[EX3] equal rates in a row, and what stays for ever, are known by the rates alone', () => {
  const chain = (leaves: boolean) =>
    compile({
      id: 'chain',
      version: '0',
      title: 'Three equal rates and an exchange',
      population: 'none',
      parameters: [parameter('a', 2), parameter('b', 0.5), parameter('c', 0.1)],
      covariances: [],
      states: ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, meaning: name, unit: 'mg' })),
      flows: [
        { from: 'A', to: 'B', rate: 'a' },
        { from: 'B', to: 'C', rate: 'a' },
        { from: 'C', to: 'D', rate: 'a' },
        { from: 'D', to: 'E', rate: 'b' },
        { from: 'E', to: 'D', rate: 'c' },
        ...(leaves ? [{ from: 'D', rate: 'a' }] : []),
      ],
      routes: { oral: [{ into: 'A', fraction: '1' }] },
      outputs: ['C', 'D'].map((name) => ({ name, state: name, scale: '1', unit: 'mg' })),
    })
  const of = (model: Compiled, output: string) =>
    exactCurve([{ model, dosing: once('oral', 10), substance: 'esketamine', values: model.typical('esketamine') }], output)
  const open = chain(true)
  close(of(open, 'C').halfLife(), Math.LN2 / 2, 1e-12)
  close(of(open, 'C').areaToInfinity(), 10 / 2, 1e-12)
  // Smaller root of λ² − (a + b + c)·λ + a·c = 0.
  const slow = (2.6 - Math.sqrt(2.6 ** 2 - 4 * 0.2)) / 2
  close(of(open, 'D').halfLife(), Math.LN2 / slow, 1e-12)
  close(of(open, 'D').areaToInfinity(), 10 / 2, 1e-12)
  const closed = chain(false)
  expect(of(closed, 'D').halfLife()).toBe(Infinity)
  expect(of(closed, 'D').areaToInfinity()).toBe(Infinity)
  close(of(closed, 'C').areaToInfinity(), 10 / 2, 1e-12)
}) // prettier-ignore

it('[EX3] substances with rates of their own add up', () => {
  const [fast, slow] = [oneCompartment(1.35), oneCompartment(0.2)]
  const part = (model: Compiled, dose: number) =>
    ({ model, dosing: once('oral', dose), substance: 'esketamine', values: model.typical('esketamine') }) as const
  const both = exactCurve([part(fast, 30), part(slow, 50)], 'C')
  close(both.areaToInfinity(), (1000 * F * 80) / CL, 1e-12)
  close(both.halfLife(), Math.LN2 / 0.2, 1e-12)
  const sum = exactCurve([part(fast, 30)], 'C').at([3])[0]! + exactCurve([part(slow, 50)], 'C').at([3])[0]!
  close(both.at([3])[0]!, sum, 1e-13)
})

it('[EX3] a bolus at the very end of a regimen is in the area to infinity', () => {
  close(curve([{ route: 'iv', dose: 20, every: 5, from: 0, until: 6 }]).areaToInfinity(), (1000 * 40) / CL, 1e-12)
})

it('[EX3] refuses an unknown output or route, no dose, an endless course, an interval that runs backwards', () => {
  expect(() => curve(once('nasal', 1))).toThrow('route nasal')
  expect(() => curve([{ route: 'oral', dose: 1, every: 1, from: 0, until: Infinity }])).toThrow('a course that ends')
  expect(() => exactCurve([], 'C')).toThrow('nothing is given')
  expect(() => curve([{ route: 'oral', dose: NaN, every: 1, from: 0, until: 1 }])).toThrow('course 1: dose NaN')
  expect(() => curve(once('oral', 1).map((course) => ({ ...course, steadyState: true as const })))).toThrow('its area has no end') // prettier-ignore
  const exact = curve(once('oral', 1))
  expect(() => exposure(exact, 5, 5)).toThrow('interval 5 to 5')
  expect(() => exposure(exact, 5, NaN)).toThrow('interval')
  expect(() => exposure(exact, 5, Infinity)).toThrow('interval')
  expect(() => exact.area(5, 4)).toThrow('interval')
  expect(() => timeAbove(exact, NaN, 0, 1)).toThrow('level NaN')
  expect(() => accumulation(exact, 6, 0)).toThrow('n 0')
})
