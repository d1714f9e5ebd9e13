import { expect, it } from 'vitest'
import { fittedActivities } from './activities.ts'
import { compareFirstPass } from './compare-first-pass.ts'
import { fitFirstPass, fittedRows } from './first-pass-fit.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { ketaminePhysiological } from '../models/ketamine-physiological.ts'

const value = (symbol: string) => ketaminePhysiological.parameters.find((one) => one.symbol === symbol)!.value as number
const { rows, errors } = compareFirstPass()
const row = (study: string, measure: string) =>
  rows.find((one) => one.study.startsWith(study) && one.measure === measure)!
const SLOW = 60_000

it(
  '[IX6] the fit finds the fractions and activities of the model again, to their digits',
  () => {
    const { f3A4, fn3A4, activity, worst } = fitFirstPass()
    expect(f3A4).toBeCloseTo(value('f3A4'), 3)
    expect(fn3A4).toBeCloseTo(value('fn3A4'), 3)
    for (const [name, found] of Object.entries(activity)) {
      const { activity: kept } = fittedActivities[name as keyof typeof activity]
      expect(Math.abs(found - kept), name).toBeLessThan(Math.max(1e-3, 0.002 * kept))
    }
    expect(worst).toBeLessThan(Math.log(1.02))
    expect(fittedRows.length).toBe(9)
  },
  SLOW,
)

it('[IX6] how flat it is: f3A4 from 0.03 to 0.45 meets every fitted ketamine ratio within about 10 %, 0 and 0.5 within 20 %', () => {
  for (const [f3A4, within] of [[0, 1.2], [0.03, 1.105], [0.25, 1.1], [0.45, 1.1], [0.5, 1.201]] as const)
    expect(fitFirstPass({ f3A4 }).worst, `f3A4 ${f3A4}`).toBeLessThan(Math.log(within))
  expect(fitFirstPass({ f3A4: 0.02 }).worst).toBeGreaterThan(Math.log(1.1))
  expect(fitFirstPass({ f3A4: 0.6 }).worst).toBeGreaterThan(Math.log(1.2))
}, SLOW) // prettier-ignore

it(
  '[IX6] bioavailability from 0.08 to 0.14 fits alike, within 1.5 %; a gut wall that lets more through does not: 7 % at 0.17, 10 % at 0.2',
  () => {
    const worst = (F: number) => {
      const Rgut = (1 - 95.2 / 151) / F - 1
      const parameters = ketaminePhysiological.parameters.map((one) =>
        one.symbol === 'Rgut' ? { ...one, value: Rgut } : one,
      )
      return Math.exp(fitFirstPass({ model: { ...ketaminePhysiological, parameters } }).worst)
    }
    for (const F of [0.08, 0.1, 0.14]) expect(worst(F), `F ${F}`).toBeLessThan(1.015)
    expect(worst(0.17)).toBeCloseTo(1.07, 2)
    expect(worst(0.2)).toBeCloseTo(1.105, 2)
  },
  SLOW,
)

it('[IX7] every fitted ketamine ratio is met within 3 % by ONE activity for mouth and vein', () => {
  for (const { by, measure, study } of rows) {
    const said = by['ketamine-physiological']
    if (said?.fitted && measure === 'ketamine-auc') expect(Math.abs(said.ratio - 1), study).toBeLessThan(0.03)
  }
})

it('[IX7] errors as the decision record states them', () => {
  const percent = (of: { error: number; rows: number }) => [of.rows, Math.round(100 * of.error)]
  const table = Object.fromEntries(
    Object.entries(errors).map(([name, of]) => [name, [of.parameters, ...percent(of.all), ...percent(of.fitted), ...percent(of.predicted), ...percent(of.neither)]]),
  )
  expect(table).toEqual({
    'ketamine-composite': [9, 17, 12, 9, 2, 8, 25, 7, 29],
    'ketamine-physiological': [7, 17, 13, 9, 3, 8, 24, 7, 24],
  })
}) // prettier-ignore

it('[IX7] ketamine alone: 11 % and 12 % over twelve rows; norketamine: 17 % and 14 % over five', () => {
  const mean = (keep: boolean, name: 'ketamine-composite' | 'ketamine-physiological') => {
    const of = rows.filter(({ measure }) => measure.startsWith('ketamine') === keep)
    const error = of.reduce((sum, { by }) => sum + Math.abs(Math.log(by[name]!.ratio)), 0) / of.length
    return [of.length, Math.round(100 * Math.expm1(error))]
  }
  expect(mean(true, 'ketamine-composite')).toEqual([12, 11])
  expect(mean(true, 'ketamine-physiological')).toEqual([12, 12])
  expect(mean(false, 'ketamine-composite')).toEqual([5, 17])
  expect(mean(false, 'ketamine-physiological')).toEqual([5, 14])
})

/** study, measure, observed, composite, physiological: the table of docs/adr/0005. */
it.each([
  ['Hagelberg 2010', 'ketamine-auc', 2.6, 2.6, 2.6],
  ['Hagelberg 2010', 'ketamine-cmax', 3.6, 2.6, 2.52],
  ['Hagelberg 2010', 'norketamine-to-ketamine', 0.46, 0.39, 0.53],
  ['Peltoniemi 2012, grapefruit', 'ketamine-auc', 3, 3, 3],
  ['Peltoniemi 2012, grapefruit', 'ketamine-cmax', 2.1, 3, 2.9],
  ['Peltoniemi 2012, grapefruit', 'ketamine-half-life', 1.24, 1, 1.02],
  ['Peltoniemi 2012, grapefruit', 'norketamine-to-ketamine', 0.43, 0.34, 0.48],
  ['Peltoniemi 2011, ticlopidine', 'ketamine-auc', 2.4, 2.4, 2.4],
  ['esketamine label, ticlopidine', 'ketamine-auc', 1.29, 1.4, 1.61],
  ['Peltoniemi 2012, St John', 'ketamine-auc', 0.42, 0.42, 0.42],
  ['Peltoniemi 2012, St John', 'ketamine-cmax', 0.34, 0.42, 0.44],
  ['Peltoniemi 2012, St John', 'norketamine-auc', 0.82, 0.86, 0.69],
  ['Peltoniemi 2012, St John', 'norketamine-cmax', 0.77, 1.02, 0.87],
  ['Peltoniemi 2012, rifampicin, swallowed', 'ketamine-auc', 0.14, 0.14, 0.14],
  ['Peltoniemi 2012, rifampicin, intravenous', 'ketamine-auc', 0.86, 0.86, 0.85],
  ['Noppers 2011', 'ketamine-auc', 0.9, 0.91, 0.91],
  ['Noppers 2011', 'norketamine-auc', 0.5, 0.52, 0.56],
] as const)('[IX7] %s, %s: observed %f, composite %f, physiological %f', (study, measure, observed, composite, physiological) => {
  const { observed: seen, by } = row(study, measure)
  expect(seen).toBeCloseTo(observed, 10)
  expect(Math.abs(by['ketamine-composite']!.predicted - composite)).toBeLessThan(0.0061)
  expect(Math.abs(by['ketamine-physiological']!.predicted - physiological)).toBeLessThan(0.0061)
}) // prettier-ignore

it('[IX7] no row of a study is left out of the comparison', () => {
  expect(rows.length).toBe(17)
  for (const { by } of rows) for (const said of Object.values(by)) expect(said!.ratio > 0).toBe(true)
})

it('[IX8] left out, a vein is foretold within 3 % by mouth and the other vein; the rest less well, or not at all', () => {
  const left = leaveOneOut()
  const of = (study: string, measure: string) => left.find((one) => one.row[0].startsWith(study) && one.row[1] === measure)!
  expect(of('Peltoniemi 2012, rifampicin, intravenous', 'ketamine-auc').predicted).toBeCloseTo(0.841, 2)
  expect(of('Noppers', 'ketamine-auc').predicted).toBeCloseTo(0.91, 2)
  expect(of('Peltoniemi 2012, St John', 'norketamine-auc').predicted).toBeCloseTo(0.642, 2)
  expect(of('Noppers', 'norketamine-auc').predicted).toBeCloseTo(0.754, 2)
  for (const study of ['Hagelberg', 'Peltoniemi 2012, grapefruit', 'Peltoniemi 2011, ticlopidine', 'Peltoniemi 2012, St John', 'Peltoniemi 2012, rifampicin, swallowed'])
    expect(of(study, 'ketamine-auc').predicted).toBeNull()
}, SLOW) // prettier-ignore
