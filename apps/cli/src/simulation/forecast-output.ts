/** A forecast of many virtual patients as a page, as JSON or as CSV. */
import { forecast, type Band, type Forecast } from '@anodyne/pharmacology'
import { short } from '../page/chart.ts'
import { forecastLines } from '../page/forecast.ts'
import { heading, paragraph, type Sheet } from '../page/sheet.ts'
import { refusingRanges } from './ranges.ts'
import type { Scenario } from './scenario.ts'
import { units } from './units.ts'

const run = ({ regimen, person, n, seed, step, until }: Scenario): Forecast =>
  refusingRanges(() => forecast(regimen, person, n, seed, { step, until }))

export function forecastAsJson(scenario: Scenario): string {
  return `${JSON.stringify({ scenario: scenario.says, units, regimen: scenario.regimen, person: scenario.person, ...run(scenario) })}\n`
}

const outputs = ['ketamine', 'norketamine', 'relief', 'dissociation', 'pressure'] as const
const quantiles = ['p05', 'p25', 'median', 'p75', 'p95'] as const satisfies readonly (keyof Band)[]
/** The unit as a part of a column's name. */
const inName = {
  ketamine: 'ng_per_mL',
  norketamine: 'ng_per_mL',
  relief: 'fraction',
  dissociation: '0_to_10',
  pressure: 'mmHg',
} as const

export function forecastAsCsv(scenario: Scenario): string {
  const all = run(scenario)
  const head = ['hours', ...outputs.flatMap((o) => quantiles.map((q) => `${o}_${q}_${inName[o]}`))]
  const rows = all.hours.map((h, i) => [h, ...outputs.flatMap((o) => quantiles.map((q) => all[o][q][i]))].join(','))
  return `${[head.join(','), ...rows].join('\n')}\n`
}

export function forecastAsPage(scenario: Scenario, sheet: Sheet): string {
  const all = run(scenario)
  const lines = [
    ...paragraph(sheet, '', `Simulated: ${scenario.says}`),
    ...paragraph(
      sheet,
      '',
      `Model ${all.model.id} ${all.model.version}; seed ${all.seed}. A prediction from a population model, not a measurement and not a recommendation.`,
    ),
    '',
    ...forecastLines(sheet, all, ''),
    ...table(sheet, all),
  ]
  return `${lines.join('\n')}\n`
}

const COLUMN = 20

/** A dozen rows: of a long course the last day, since rows days apart would all fall on the same side of a dose. */
function table(sheet: Sheet, all: Forecast): string[] {
  const row = (cells: readonly string[]) => cells.map((c, i) => c.padStart(i === 0 ? 7 : COLUMN)).join('')
  const end = all.hours.at(-1) ?? 0
  const isLong = end > 2 * DAY
  const from = isLong ? all.hours.findIndex((h) => h >= end - DAY) : 0
  const number = (x: number | undefined) => short(x ?? NaN)
  const middle = ({ median, p05, p95 }: Band, i: number) => `${number(median[i])} (${number(p05[i])}–${number(p95[i])})`
  return [
    ...heading(sheet, 'Median (middle 90 %)', isLong ? 'the last day; --csv has every hour' : ''),
    row(['h', 'ketamine ng/mL', 'norketamine ng/mL', 'psychotropic 0–10']),
    ...evenly(from, all.hours.length - 1).map((i) =>
      row([
        String(Math.round((all.hours[i] ?? NaN) * 100) / 100),
        middle(all.ketamine, i),
        middle(all.norketamine, i),
        middle(all.dissociation, i),
      ]),
    ),
  ]
}

const DAY = 24

/** At most 13 indices from `first` to `last`, both included. */
function evenly(first: number, last: number): number[] {
  const count = Math.min(12, last - first)
  return count === 0
    ? [last]
    : Array.from({ length: count + 1 }, (_, i) => first + Math.round((i * (last - first)) / count))
}
