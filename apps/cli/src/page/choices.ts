/** The options side by side: dose, what stands in the way, what to expect, what to watch, why, and why not. */
import type { Assessment, Dose, Finding, Option } from '@anodyne/pathway'
import { shown } from './kinds.ts'
import { forecastLines } from './forecast.ts'
import { heading, marked, paragraph, type Sheet } from './sheet.ts'

export function choices(sheet: Sheet, { options, findings }: Assessment): string[] {
  return [
    ...heading(sheet, 'Options', 'for a clinician to choose from and sign; none is an order'),
    ...options.flatMap((option, i) => one(sheet, option, String.fromCharCode(65 + i), findings)),
  ]
}

function one(sheet: Sheet, option: Option, letter: string, findings: readonly Finding[]): string[] {
  const { title, dose, regimen, forecast, monitoring, basis, missing, against } = option
  return [
    ...paragraph(sheet, `  ${letter}  `, title).map((line) => sheet.paint('strong', line)),
    ...standing(sheet, option, findings),
    ...(dose ? paragraph(sheet, '     dose: ', doseWords(dose, regimen?.days)) : []),
    ...(regimen?.stages ?? []).flatMap((s) => paragraph(sheet, '           then ', doseWords(s.dose, s.days))),
    ...list(sheet, 'for', basis),
    ...list(sheet, 'against', against),
    ...list(sheet, 'not known', missing),
    ...list(
      sheet,
      'watch',
      monitoring.map(({ what, when, due, rule }) => `${what}: ${when}${due ? `, due ${due}` : ''} (${rule})`),
    ),
    ...(forecast ? forecastLines(sheet, forecast, '     ') : []),
    '',
  ]
}

function standing(sheet: Sheet, { blockedBy }: Option, findings: readonly Finding[]): string[] {
  if (blockedBy.length === 0) return marked(sheet, 'good', '     ✓ ', 'can be signed')
  const words = blockedBy.map((rule) => {
    const kind = findings.find((f) => f.rule === rule)?.kind
    return kind ? `${rule} ${shown[kind].word.toLowerCase()}` : rule
  })
  return marked(sheet, 'bad', '     ✖ cannot be signed: ', words.join(', '))
}

/** mg and mL and strength, always together. */
export function doseWords({ mg, mL, strength, timesPerDay, substance, route }: Dose, days?: number): string {
  const often = timesPerDay === 1 ? 'once a day' : `${timesPerDay} times a day`
  const how = days === 1 && timesPerDay === 1 ? 'once' : days === undefined ? often : `${often} for ${days} days`
  return `${mg} mg = ${mL} mL of ${strength} mg/mL ${substance.replace('-', ' ')} (free base), ${route}, ${how}`
}

function list(sheet: Sheet, name: string, items: readonly string[]): string[] {
  return items.flatMap((item, i) => paragraph(sheet, `     ${(i === 0 ? `${name}:` : '').padEnd(10)} • `, item))
}
