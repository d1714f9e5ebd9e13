/** A forecast of many virtual patients as a page, as JSON or as CSV. */
import { forecast, type Band, type Forecast } from '@anodyne/pharmacology'
import { short } from '../page/chart.ts'
import { forecastLines } from '../page/forecast.ts'
import { heading, paragraph, type Sheet } from '../page/sheet.ts'
import type { Scenario } from './scenario.ts'
import { units } from './units.ts'

const run = ({ regimen, person, n, seed, step, until }: Scenario): Forecast =>
  forecast(regimen, person, n, seed, { step, until })

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

/** About ten rows, the last day hour by hour being left to --csv. */
function table(sheet: Sheet, all: Forecast): string[] {
  const row = (cells: readonly string[]) => cells.map((c, i) => (i === 0 ? c.padStart(7) : c.padStart(COLUMN))).join('')
  const at = tenOf(all.hours.length)
  const middle = (band: Band, i: number) =>
    `${short(band.median[i] ?? NaN)} (${short(band.p05[i] ?? NaN)}–${short(band.p95[i] ?? NaN)})`
  return [
    ...heading(sheet, 'Median (middle 90 %)'),
    row(['h', 'ketamine ng/mL', 'norketamine ng/mL', 'psychotropic 0–10']),
    ...at.map((i) =>
      row([
        short3(all.hours[i] ?? NaN),
        middle(all.ketamine, i),
        middle(all.norketamine, i),
        middle(all.dissociation, i),
      ]),
    ),
  ]
}

const short3 = (h: number) => String(Math.round(h * 100) / 100)

function tenOf(length: number): number[] {
  const count = Math.min(length, 13)
  return [...new Set(Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / Math.max(1, count - 1))))]
}
