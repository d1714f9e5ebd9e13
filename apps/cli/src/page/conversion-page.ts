/** A parenteral dose by mouth: every source on one axis, so that their disagreement is seen before any number is read. */
import type { Conversion, ConversionSource } from '@anodyne/pharmacology'
import { short } from './chart.ts'
import { heading, paragraph, type Sheet } from './sheet.ts'

/** Share of the parenteral dose at the right end of the axis. */
const END = 2

export function conversionPage(conversion: Conversion, sheet: Sheet): string {
  const { from, start, most, range, distributions, sources, equalExposure, words } = conversion
  const name = from.substance === 'esketamine' ? 'esketamine' : 'racemic ketamine'
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const doses = ([low, high]: readonly [number, number]) => `${short(low)}–${short(high)} mg a day`
  const names = Math.max(...sources.map(({ cited }) => cited.length)) + 2
  const columns = Math.max(20, Math.min(60, sheet.width - names - 14))
  const lines = [
    sheet.paint(
      'strong',
      `${short(from.dailyDose)} mg a day of ${name} (free base), ${from.route}, to be given by mouth`,
    ),
    ...paragraph(
      sheet,
      '',
      'What was reported, not a dose: a clinician chooses, and the plan goes through the protocol.',
    ),
    ...heading(sheet, 'By mouth, in 24 h', 'mg of free base'),
    `  protocol starts at   ${percent(start.share[0])} to ${percent(start.share[1])}: ${doses(start.dose)}`,
    `  under review, up to  ${percent(most.share)}: ${short(most.dose)} mg a day`,
    `  any source           ${percent(range.share[0])} to ${percent(range.share[1])}: ${doses(range.dose)}`,
    ...heading(sheet, 'What each source did', 'oral daily dose as a share of the parenteral one'),
    ...sources.map((source) => `  ${source.cited.padEnd(names)}${bar(source, columns)}  ${people(source)}`),
    `  ${''.padEnd(names)}${axis(columns)}`,
    '',
    ...sources.flatMap(({ cited, kind, says, source }) =>
      paragraph(sheet, '  ', `${cited} (${kind}): ${says}. ${source.dois.join(', ') || source.where}`),
    ),
    ...heading(sheet, 'As a distribution', 'it says what was done, not what is right'),
    ...distributions.flatMap(({ weighting, share }) =>
      paragraph(
        sheet,
        '  ',
        `${weighting}: middle half ${percent(share.p25)} to ${percent(share.p75)}, median ${percent(share.median)}, middle 90 % ${percent(share.p05)} to ${percent(share.p95)}`,
      ),
    ),
    ...heading(sheet, 'Equal exposure', 'of the model; not used'),
    ...equalExposure.map(
      ({ norketamineWeight, factor, people90 }) =>
        `  norketamine counted ${short(norketamineWeight).padEnd(5)}${factor.toFixed(1).padStart(5)} times the dose (90 % of people ${people90[0].toFixed(1)}–${people90[1].toFixed(1)})`,
    ),
    ...heading(sheet, 'To be said with it'),
    ...words.flatMap((says) => paragraph(sheet, '  · ', says)),
  ]
  return `${lines.join('\n')}\n`
}

/** `━` where it converted within a range, `●` where at one ratio. */
function bar({ shares }: ConversionSource, columns: number): string {
  const cells = Array.from({ length: columns }, () => '·')
  const cell = (share: number) => Math.min(columns - 1, Math.round((share / END) * (columns - 1)))
  for (const { low, high } of shares) for (let k = cell(low); k <= cell(high); k++) cells[k] = low === high ? '●' : '━'
  return cells.join('')
}

function axis(columns: number): string {
  const cells = Array.from({ length: columns + 5 }, () => ' ')
  for (const share of [0, 0.5, 1, 1.5, END]) {
    const at = Math.round((share / END) * (columns - 1))
    for (const [k, letter] of `${share * 100} %`.split('').entries()) cells[at + k] = letter
  }
  return cells.join('').trimEnd()
}

function people({ shares }: ConversionSource): string {
  const counted = shares.flatMap((one) => one.people ?? [])
  return counted.length === shares.length ? `n = ${counted.reduce((sum, n) => sum + n, 0)}` : 'n not said'
}
