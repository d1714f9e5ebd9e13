import { expect, it } from 'vitest'
import { hours, mg } from '@anodyne/units'
import type { Course } from '../regimen.ts'
import type { Substance } from '../substance.ts'
import { cumulativeDose } from './cumulative-dose.ts'
import { typicalCurve, typicalExposure } from './typical-exposure.ts'
import { exposure as judged, peak, single } from '../exposure.fixture.ts'

const course = (substance: Substance, route: Course['route'], dose: number, from: number, every: number, until: number, infusion?: number): Course => ({
  substance, route, dose: mg(dose), from: hours(from), every: hours(every), until: hours(until),
  ...(infusion === undefined ? {} : { infusion: hours(infusion) }),
}) // prettier-ignore
const person = { interactions: [], weight: 70 }
const close = (value: number, truth: number, within: number) => expect(Math.abs(value / truth - 1)).toBeLessThan(within)

it('[EX5] 25 mg swallowed: the areas of PK6, and the peak found minute by minute', () => {
  const regimen = [course('racemic-ketamine', 'oral', 25, 0, 24, 1)]
  const { ketamine, norketamine } = typicalExposure(regimen, person, { from: 0, to: 8 })
  close(ketamine.AUCinf, (1000 * 0.17 * 25) / 95.2, 1e-11)
  close(norketamine.AUCinf, (1000 * (0.17 + 0.83 * 0.94) * 25) / 57.72, 1e-11)
  const { AUCk, AUCn } = judged(single('oral', 25), [8])
  close(ketamine.AUC, AUCk[0]!, 1e-11)
  close(norketamine.AUC, AUCn[0]!, 1e-11)
  const grid = peak(single('oral', 25), 8)
  expect(Math.abs(ketamine.tmax - grid.tmax)).toBeLessThan(1 / 60)
  expect(ketamine.Cmax).toBeGreaterThanOrEqual(grid.K)
  close(ketamine.Cmax, grid.K, 1e-4)
  close(norketamine.Cmax, grid.N, 1e-4)
})

it('[EX5] the terminal half-life is the slowest rate of the three compartments', () => {
  const curve = typicalCurve([course('racemic-ketamine', 'oral', 25, 0, 24, 1)], person, 'ketamine')
  const [late, later] = curve.at([200, 210])
  close(curve.halfLife(), (10 * Math.LN2) / Math.log(late! / later!), 1e-6)
})

it('[EX5] racemate and S-ketamine in one regimen: areas add', () => {
  const both = [course('racemic-ketamine', 'oral', 25, 0, 24, 1), course('esketamine', 'iv', 10, 6, 24, 7, 0.5)]
  close(typicalExposure(both, person, { from: 0, to: 24 }).ketamine.AUCinf, (1000 * (0.17 * 25 + 10)) / 95.2, 1e-11)
})

it('[EX5] refuses what a forecast refuses', () => {
  expect(() => typicalExposure([], person, { from: 0, to: 8 })).toThrow('regimen')
  expect(() => typicalExposure([course('esketamine', 'oral', 25, 0, 24, 1)], { ...person, weight: NaN }, { from: 0, to: 8 })).toThrow('weight')
}) // prettier-ignore

it('[EX9] cumulative dose: mg and g, substances apart, a dose at the moment asked not yet given', () => {
  const regimen = [
    course('racemic-ketamine', 'oral', 25, 0, 8, 24 * 90),
    course('racemic-ketamine', 'sublingual', 40, 24, 24, 24 * 3),
    course('esketamine', 'iv', 20, 48, 100, 49, 4),
  ]
  expect(cumulativeDose(regimen)).toEqual({
    mg: 25 * 270 + 80 + 20,
    g: (25 * 270 + 80 + 20) / 1000,
    doses: 270 + 2 + 1,
    bySubstance: { 'racemic-ketamine': 25 * 270 + 80, esketamine: 20 },
  })
  expect(cumulativeDose(regimen, 24)).toMatchObject({ mg: 75, doses: 3 })
  expect(cumulativeDose(regimen, 24.001)).toMatchObject({ mg: 75 + 25 + 40, doses: 5 })
  // An hour into an infusion of four.
  expect(cumulativeDose(regimen, 49).bySubstance.esketamine).toBe(5)
  expect(cumulativeDose([])).toMatchObject({ mg: 0, doses: 0 })
  expect(() => cumulativeDose(regimen, NaN)).toThrow('until NaN')
  expect(() => cumulativeDose([{ ...regimen[0]!, until: hours(1e9), dose: mg(-1) }])).toThrow('course 1')
})
