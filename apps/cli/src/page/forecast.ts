/** What 300 or so virtual patients like this one would go through: a prediction, with its spread. */
import type { Band, Forecast, Spread } from '@anodyne/pharmacology'
import { chart, legend, short } from './chart.ts'
import { paragraph, quiet, type Sheet } from './sheet.ts'

const DAY = 24

export function forecastLines(sheet: Sheet, forecast: Forecast, indent: string): string[] {
  const { summary, n, hours, assumed } = forecast
  const end = hours[hours.length - 1] ?? 0
  const spread = ({ median, p05, p95 }: Spread) => `${short(median)} (${short(p05)} to ${short(p95)})`
  const inner = `${indent}  `
  return [
    ...paragraph(sheet, indent, `Predicted for ${n} virtual patients like this one, median (and the middle 90 %):`),
    ...paragraph(sheet, inner, `highest ketamine in plasma: ${spread(summary.peakKetamine)} ng/mL`),
    ...paragraph(sheet, inner, `strongest psychotropic effect: ${spread(summary.peakDissociation)} of 10`),
    ...paragraph(sheet, inner, `highest rise of systolic pressure: ${spread(summary.peakPressure)} mm[Hg]`),
    ...paragraph(
      sheet,
      inner,
      `after ${span(end)}, ${percent(summary.relief30)} of all have at least 30 % relief and ${percent(summary.relief50)} at least 50 %`,
    ),
    ...charts(sheet, forecast, inner),
    ...(assumed.length ? quiet(sheet, `${indent}assumed: `, assumed.join('; ')) : []),
  ]
}

function charts(sheet: Sheet, { hours, ketamine, relief }: Forecast, indent: string): string[] {
  const end = hours[hours.length - 1] ?? 0
  const first = hours[0] ?? 0
  const width = Math.min(72, sheet.width - indent.length)
  const draw = (lines: readonly string[]) => lines.map((line) => indent + line)
  // Hours rise and fall with every dose: over a long course only the last day can be drawn honestly.
  const start = end - first > 2 * DAY ? hours.findIndex((h) => h >= end - DAY) : 0
  const levels = chart(hours.slice(start), sliced(ketamine, start), {
    width,
    height: 6,
    unit: 'ng/mL',
    from: hourOrDay(hours[start] ?? first),
    to: hourOrDay(end),
  })
  const slow =
    end - first >= 7 * DAY
      ? chart(hours, percentBand(relief), {
          width,
          height: 5,
          unit: '%',
          top: 100,
          from: hourOrDay(first),
          to: hourOrDay(end),
        })
      : []
  return [
    ...(levels.length
      ? [
          '',
          ...quiet(sheet, indent, `ketamine in plasma${start > 0 ? ', last day' : ''}, predicted: ${legend}`),
          ...draw(levels),
        ]
      : []),
    ...(slow.length ? ['', ...quiet(sheet, indent, 'pain relief in those who respond, predicted'), ...draw(slow)] : []),
    ...(levels.length || slow.length ? [''] : []),
  ]
}

function sliced({ p05, p25, median, p75, p95 }: Band, from: number): Band {
  const cut = (series: readonly number[]) => series.slice(from)
  return { p05: cut(p05), p25: cut(p25), median: cut(median), p75: cut(p75), p95: cut(p95) }
}

function percentBand({ p05, p25, median, p75, p95 }: Band): Band {
  const hundred = (series: readonly number[]) => series.map((x) => 100 * x)
  return { p05: hundred(p05), p25: hundred(p25), median: hundred(median), p75: hundred(p75), p95: hundred(p95) }
}

const percent = (fraction: number) => `${Math.round(100 * fraction)} %`
const span = (h: number) => (h > 2 * DAY ? `${Math.round(h / DAY)} days` : `${short(h)} h`)
const hourOrDay = (h: number) => (h >= 2 * DAY ? `day ${short(h / DAY)}` : `${short(h)} h`)
