/** What 300 or so virtual patients like this one would go through: a prediction, with its spread. */
import type { Band, Forecast, Spread } from '@anodyne/pharmacology'
import { chart, legend, short } from './chart.ts'
import { paragraph, quiet, type Sheet } from './sheet.ts'

const DAY = 24
const WEEK = 7 * DAY

export function forecastLines(sheet: Sheet, forecast: Forecast, indent: string): string[] {
  const { summary, n, hours, assumed } = forecast
  const end = hours.at(-1) ?? 0
  const spread = ({ median, p05, p95 }: Spread) => `${short(median)} (${short(p05)} to ${short(p95)})`
  const inner = `${indent}  `
  return [
    ...paragraph(
      sheet,
      indent,
      `Predicted for ${n} virtual patients like this one, who differ as people do and as studies do, median (and the middle 90 %):`,
    ),
    ...paragraph(sheet, inner, `highest ketamine in plasma: ${spread(summary.peakKetamine)} ng/mL`),
    ...paragraph(sheet, inner, `strongest psychotropic effect: ${spread(summary.peakDissociation)} of 10`),
    ...paragraph(sheet, inner, `highest rise of systolic pressure: ${spread(summary.peakPressure)} mm[Hg]`),
    // Relief is slow: a single dose or a few days cannot be judged by it.
    ...(end >= WEEK
      ? paragraph(
          sheet,
          inner,
          `after ${span(end)}, ${percent(summary.relief30)} of all have at least 30 % relief and ${percent(summary.relief50)} at least 50 %`,
        )
      : []),
    ...notKnown(sheet, forecast, inner, end),
    ...acute(sheet, forecast, inner),
    ...charts(sheet, forecast, inner),
    ...(assumed.length ? quiet(sheet, `${indent}assumed: `, assumed.join('; ')) : []),
  ]
}

/** How far the typical patient moves as studies disagree: no number of virtual patients makes this smaller. */
function notKnown(sheet: Sheet, { summary: { knowledge } }: Forecast, indent: string, end: number): string[] {
  if (!knowledge) return []
  const { relief, responders, peakKetamine } = knowledge
  const so = ({ median, p05, p95 }: Spread) => `${percent(median)} (${percent(p05)} to ${percent(p95)})`
  const slow =
    end >= WEEK
      ? `relief after ${span(end)} ${so(relief)} if one who responds, chance to respond ${so(responders)}, `
      : ''
  const levels = `highest ketamine ${short(peakKetamine.median)} (${short(peakKetamine.p05)} to ${short(peakKetamine.p95)}) ng/mL`
  return paragraph(sheet, indent, `not known of the typical patient (and 90 % of what studies allow): ${slow}${levels}`)
}

function acute(sheet: Sheet, { summary }: Forecast, indent: string): string[] {
  const { peakOccupancy, peakAntinociception, peakPulse } = summary
  const so = ({ median, p05, p95 }: Spread, times = 1) =>
    `${short(times * median)} (${short(times * p05)} to ${short(times * p95)})`
  const lines = [
    peakOccupancy && `highest share of NMDA receptors occupied ${so(peakOccupancy, 100)} %, by constants from rats`,
    peakAntinociception &&
      `highest effect on test pain, as in volunteers, ${so(peakAntinociception.olofsen2022, 100)} % of the greatest, ${short(100 * peakAntinociception.simons2022.median)} % by a second source`,
    peakPulse && `highest rise of pulse ${so(peakPulse)}/min`,
  ].filter((line) => line !== undefined)
  return lines.length
    ? paragraph(
        sheet,
        indent,
        `not a sign of benefit, no relation to relief of chronic pain was found: ${lines.join('; ')}`,
      )
    : []
}

function charts(sheet: Sheet, forecast: Forecast, indent: string): string[] {
  const lines = [...levels(sheet, forecast, indent), ...slowRelief(sheet, forecast, indent)]
  return lines.length ? [...lines, ''] : []
}

/** Levels rise and fall with every dose: of a long course only the last day can be drawn honestly. */
function levels(sheet: Sheet, { hours, ketamine }: Forecast, indent: string): string[] {
  const end = hours.at(-1) ?? 0
  const isLong = end - (hours[0] ?? 0) > 2 * DAY
  const start = isLong ? hours.findIndex((h) => h >= end - DAY) : 0
  // Output times further apart than this would step over the peaks, and the drawing would belie the numbers.
  const widest = Math.max(...hours.slice(start + 1).map((h, i) => h - (hours[start + i] ?? h)))
  if (!(widest <= 1)) return []
  const drawn = chart(
    hours.slice(start),
    mapped(ketamine, (series) => series.slice(start)),
    {
      width: Math.min(72, sheet.width - indent.length),
      height: 6,
      unit: 'ng/mL',
      from: hourOrDay(hours[start] ?? 0),
      to: hourOrDay(end),
    },
  )
  const title = `ketamine in plasma${isLong ? ', last day' : ''}, predicted: ${legend}`
  return drawn.length ? ['', ...quiet(sheet, indent, title), ...drawn.map((line) => indent + line)] : []
}

function slowRelief(sheet: Sheet, { hours, relief }: Forecast, indent: string): string[] {
  const [first, end] = [hours[0] ?? 0, hours.at(-1) ?? 0]
  if (!(end - first >= WEEK)) return []
  const percentages = mapped(relief, (series) => series.map((x) => 100 * x))
  const drawn = chart(hours, percentages, {
    width: Math.min(72, sheet.width - indent.length),
    height: 4,
    unit: '%',
    top: percentages.p95.every((x) => x <= 50) ? 50 : 100,
    from: hourOrDay(first),
    to: hourOrDay(end),
  })
  const at = (series: readonly number[]) => short(series.at(-1) ?? NaN)
  const last = `${at(percentages.median)} % (${at(percentages.p05)} to ${at(percentages.p95)}) at the end`
  return [
    '',
    ...quiet(sheet, indent, `pain relief if the patient is one who responds, predicted: ${last}`),
    ...drawn.map((line) => indent + line),
  ]
}

function mapped({ p05, p25, median, p75, p95 }: Band, change: (series: readonly number[]) => readonly number[]): Band {
  return { p05: change(p05), p25: change(p25), median: change(median), p75: change(p75), p95: change(p95) }
}

const percent = (fraction: number) => `${Math.round(100 * fraction)} %`
const span = (h: number) => (h > 2 * DAY ? `${Math.round(h / DAY)} days` : `${short(h)} h`)
const hourOrDay = (h: number) => (h >= 2 * DAY ? `day ${short(h / DAY)}` : `${short(h)} h`)
