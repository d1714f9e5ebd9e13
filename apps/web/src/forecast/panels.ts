/** The four predicted quantities, each as numbers ready to draw. Pure: a forecast and a window in, panels out. */
import type { Band, Forecast } from '@anodyne/pharmacology'
import { NBSP } from '../format/number.ts'

export type Window = 'course' | 'first-day' | 'last-day'

export interface PanelPoint {
  readonly hour: number
  readonly p05: number
  readonly p25: number
  readonly median: number
  readonly p75: number
  readonly p95: number
}

export interface Panel {
  readonly id: 'relief' | 'ketamine' | 'dissociation' | 'pressure'
  readonly title: string
  readonly unit: string
  readonly points: readonly PanelPoint[]
  /** Drawn level from point to point. */
  readonly stepped: boolean
  /** The axis: fixed (a rise of pressure on at least 20 mmHg, so that little looks little), or one of three steps of what the highest dose would need, so that a change of dose shows as one. */
  readonly domain: readonly [number, number]
}

/** The highest p95 of each quantity, over a forecast at the slider's highest dose. */
export interface Ceilings {
  readonly ketamine: number
  readonly pressure: number
}

export function ceilings({ ketamine, pressure }: Pick<Forecast, 'ketamine' | 'pressure'>): Ceilings {
  const highest = (band: Band) => band.p95.reduce((most, value) => Math.max(most, value), 0)
  return { ketamine: highest(ketamine), pressure: highest(pressure) }
}

/** First and last hour shown. */
export function windowHours(window: Window, last: number): readonly [number, number] {
  if (window === 'first-day') return [0, Math.min(24, last)]
  if (window === 'last-day') return [Math.max(0, last - 24), last]
  return [0, last]
}

function points(
  hours: readonly number[],
  band: Band,
  [from, to]: readonly [number, number],
  scale: number,
): PanelPoint[] {
  const shown: PanelPoint[] = []
  for (const [i, hour] of hours.entries()) {
    if (hour < from || hour > to) continue
    const at = (series: readonly number[]) => (series[i] ?? Number.NaN) * scale
    shown.push({
      hour,
      p05: at(band.p05),
      p25: at(band.p25),
      median: at(band.median),
      p75: at(band.p75),
      p95: at(band.p95),
    })
  }
  return shown
}

/** A quarter, a half or the whole of what the highest dose needs: the least that holds this dose's band. */
export function axisTop(highest: number, needed: number): number {
  return [0.25, 0.5].map((part) => part * highest).find((top) => needed <= top) ?? Math.max(highest, needed)
}

/** A whole course of quick effects is told by the highest of each day, drawn level over that day. */
function dailyPeaks(hourly: readonly PanelPoint[]): PanelPoint[] {
  const days = new Map<number, PanelPoint>()
  for (const point of hourly) {
    const day = Math.floor(point.hour / 24)
    const so = days.get(day)
    const most = (q: Exclude<keyof PanelPoint, 'hour'>) => Math.max(so?.[q] ?? Number.NEGATIVE_INFINITY, point[q])
    days.set(day, {
      hour: day * 24,
      p05: most('p05'),
      p25: most('p25'),
      median: most('median'),
      p75: most('p75'),
      p95: most('p95'),
    })
  }
  const whole = [...days.values()].slice(0, -1)
  const last = whole.at(-1)
  return last ? [...whole, { ...last, hour: last.hour + 24 }] : [...hourly]
}

export function panels(forecast: Forecast, window: Window, top: Ceilings): Panel[] {
  const { hours, relief, ketamine, dissociation, pressure } = forecast
  const span = windowHours(window, hours.at(-1) ?? 0)
  const own = ceilings(forecast)
  const course = window === 'course'
  const quick = (band: Band) => (course ? dailyPeaks(points(hours, band, span, 1)) : points(hours, band, span, 1))
  const peak = course ? ', highest of each day' : ''
  return [
    {
      id: 'relief',
      title: 'Predicted pain relief, if a responder',
      unit: `%${NBSP}of pain`,
      points: points(hours, relief, span, 100),
      stepped: false,
      domain: [0, 100],
    },
    {
      id: 'ketamine',
      title: `Predicted ketamine in plasma${peak}`,
      unit: 'ng/mL',
      points: quick(ketamine),
      stepped: course,
      domain: [0, axisTop(top.ketamine, own.ketamine)],
    },
    {
      id: 'dissociation',
      title: `Predicted dissociation${peak}`,
      unit: 'of 10',
      points: quick(dissociation),
      stepped: course,
      domain: [0, 10],
    },
    {
      id: 'pressure',
      title: `Predicted rise of systolic pressure${peak}`,
      unit: 'mmHg',
      points: quick(pressure),
      stepped: course,
      domain: [0, Math.max(20, top.pressure, own.pressure)],
    },
  ]
}

/**
 * Places for direct labels: as near to `wanted` as can be, at least `gap` px apart, in the same order, inside [0, height].
 */
export function spread(wanted: readonly number[], gap: number, height: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const placed = [...wanted]
  let floor = Number.NEGATIVE_INFINITY
  for (const i of order) {
    floor = Math.max(wanted[i] ?? 0, floor + gap)
    placed[i] = floor
  }
  let ceiling = height + gap
  for (const i of order.reverse()) {
    ceiling = Math.min(placed[i] ?? 0, ceiling - gap)
    placed[i] = ceiling
  }
  return placed
}
