import { hours, mg } from '@anodyne/units'
import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { kinetics } from '../composite.ts'
import { exposure } from '../exposure/measures.ts'
import { forecast } from '../forecast.ts'
import { modelOf } from '../models/library.ts'
import type { Course, Regimen } from '../regimen.ts'
import { betweenStudiesSD, compositeBetweenStudies } from './between-studies.ts'
import { forecastSensitivity } from './effect-sensitivity.ts'
import { sensitivity, type SensitivityBar } from './sensitivity.ts'

const once = [{ route: 'oral', dose: 25, every: 1e4, from: 0, until: 1 }]
const bar = (bars: readonly SensitivityBar[], symbol: string, kind: SensitivityBar['kind']) =>
  bars.find((one) => one.symbol === symbol && one.kind === kind)!

it('[EF13] AUC = F·D/CL: each bar is what the closed form says, people and knowledge apart', () => {
  const { typical, bars } = sensitivity(kinetics, once, {
    output: 'ketamine',
    measure: (curve) => curve.areaToInfinity(),
  })
  expect(typical / ((1000 * 0.17 * 25) / 95.2)).toBeCloseTo(1, 9)
  const CL = bar(bars, 'CL', 'people')
  expect(CL.parameter[0] / 95.2).toBeCloseTo(Math.exp(-1.6448536 * 0.3), 6)
  expect(CL.low / typical).toBeCloseTo(Math.exp(1.6448536 * 0.3), 6)
  expect(CL.high / typical).toBeCloseTo(Math.exp(-1.6448536 * 0.3), 6)
  const sd = betweenStudiesSD(compositeBetweenStudies.find(({ symbol }) => symbol === 'Fpo')!)
  const F = (z: number) => 1 / (1 + (0.83 / 0.17) * Math.exp(-z * sd))
  expect(bar(bars, 'Fpo', 'knowledge').low / typical).toBeCloseTo(F(-1.6448536) / 0.17, 6)
  expect(bar(bars, 'Fpo', 'knowledge').high / typical).toBeCloseTo(F(1.6448536) / 0.17, 6)
  // What does not enter the area does not move it.
  for (const symbol of ['V1', 'ka']) expect(bar(bars, symbol, 'people').low / typical).toBeCloseTo(1, 9)
})

it('[EF13] bars come widest first, and any model and measure will do', () => {
  const simons = compile(modelOf('simons-2022'))
  const { bars } = sensitivity(
    simons,
    [{ route: 'iv', dose: 20, every: 1e4, from: 0, until: 1, infusion: 0.33 }],
    { output: 'ketamine', measure: (curve) => exposure(curve, 0, 6).Cmax },
    { substance: 'esketamine' },
  )
  const widths = bars.map(({ low, high }) => Math.abs(high - low))
  expect(widths).toEqual([...widths].sort((a, b) => b - a))
  expect(new Set(bars.map(({ kind }) => kind)).size).toBe(2)
  expect(bar(bars, 'CLK1', 'knowledge').parameter[1]).toBeCloseTo(88.8 + 1.645 * 3.6, 0)
})

const regimen: Regimen = [
  { substance: 'racemic-ketamine', route: 'oral', dose: mg(50), every: hours(8), from: hours(0), until: hours(672) } as Course, // prettier-ignore
]
const person = { weight: 70, age: 40, interactions: [] }

it('[EF13] of relief, C50 and bioavailability are what is least known; Rmax is what people differ by most', () => {
  const { typical, bars } = forecastSensitivity(regimen, person, 'relief')
  const least = bars.filter(({ kind }) => kind === 'knowledge').slice(0, 2)
  expect(least.map(({ symbol }) => symbol).sort()).toEqual(['C50relief', 'Fpo'])
  const worlds = forecast(regimen, person, 16, 1).summary.knowledge!.relief
  expect(typical / worlds.median).toBeGreaterThan(0.85)
  expect(typical / worlds.median).toBeLessThan(1.15)
  // One at a time never reaches further than all together.
  for (const { kind, low, high } of bars)
    if (kind === 'knowledge') expect(Math.abs(high - low)).toBeLessThan(worlds.p95 - worlds.p05)
  expect(bar(bars, 'C50relief', 'knowledge').low).toBeGreaterThan(bar(bars, 'C50relief', 'knowledge').high)
})

it('[EF13] peaks: levels, dissociation, pressure and antinociception each have their own levers', () => {
  const symbols = (what: Parameters<typeof forecastSensitivity>[2], age = 40) =>
    forecastSensitivity(regimen, { ...person, age }, what).bars.map(({ symbol }) => symbol)
  expect(symbols('peakKetamine')).not.toContain('C50mind')
  expect(symbols('peakDissociation')).toContain('C50mind')
  expect(symbols('peakPressure')).not.toContain('older')
  expect(symbols('peakPressure', 60)).toContain('older')
  expect(symbols('peakAntinociception')).toContain('C50pressure')
  const mixed = [...regimen, { ...regimen[0]!, substance: 'esketamine' as const }]
  expect(() => forecastSensitivity(mixed, person, 'relief')).toThrow('one substance')
})
