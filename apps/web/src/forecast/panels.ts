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
  /** The axis, the same for every dose on the slider. */
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

export function panels(forecast: Forecast, window: Window, top: Ceilings): Panel[] {
  const { hours, relief, ketamine, dissociation, pressure } = forecast
  const span = windowHours(window, hours.at(-1) ?? 0)
  const at = (band: Band, scale = 1) => points(hours, band, span, scale)
  return [
    {
      id: 'relief',
      title: 'Predicted pain relief, if a responder',
      unit: `%${NBSP}of pain`,
      points: at(relief, 100),
      domain: [0, 100],
    },
    {
      id: 'ketamine',
      title: 'Predicted ketamine in plasma',
      unit: 'ng/mL',
      points: at(ketamine),
      domain: [0, top.ketamine],
    },
    { id: 'dissociation', title: 'Predicted dissociation', unit: 'of 10', points: at(dissociation), domain: [0, 10] },
    {
      id: 'pressure',
      title: 'Predicted rise of systolic pressure',
      unit: 'mmHg',
      points: at(pressure),
      domain: [0, top.pressure],
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
