/** The predicted quantities, each as numbers ready to draw. Pure: a forecast and a window in, panels out. */
import type { Band, FullForecast } from '@anodyne/pharmacology'
import { NBSP } from '../format/number.ts'

export type Window = 'course' | 'first-day' | 'last-day'

export interface PanelPoint {
  readonly hour: number
  /** Of people: the 5th and 95th of a hundred, and the one in the middle. */
  readonly p05: number
  readonly median: number
  readonly p95: number
  /** What is not known of the typical person: 90 % of the possible values lie between. */
  readonly low: number
  readonly high: number
  /** Of one new patient, people and what is not known together: 90 % lie between. Not computed for every quantity. */
  readonly least?: number
  readonly most?: number
}

export interface Panel {
  readonly id: 'relief' | 'ketamine' | 'dissociation' | 'pressure' | 'occupancy' | 'antinociception' | 'pulse'
  readonly title: string
  readonly unit: string
  readonly points: readonly PanelPoint[]
  /** The middle by another source, which disagrees. */
  readonly other?: { readonly name: string; readonly points: readonly PanelPoint[] }
  /** Drawn level from point to point. */
  readonly stepped: boolean
  /** The axis: fixed (a rise of pressure on at least 20 mmHg, so that little looks little), or one of three steps of what the highest dose would need, so that a change of dose shows as one. */
  readonly domain: readonly [number, number]
}

/** The highest that is drawn of each quantity, over a forecast at the slider's highest dose. */
export interface Ceilings {
  readonly ketamine: number
  readonly pressure: number
}

const predictive = ['relief', 'ketamine', 'dissociation', 'pressure'] as const
type Predictive = (typeof predictive)[number]
type Apart = Pick<FullForecast, 'hours' | 'people' | 'knowledge' | Predictive>
/** People, what is not known and, where it is computed, both together. */
type Spreads = readonly [people: Band, knowledge: Band, together?: Band]

export function ceilings(all: Pick<Apart, 'people' | 'knowledge' | 'ketamine' | 'pressure'>): Ceilings {
  const { people, knowledge } = all
  const highest = (of: 'ketamine' | 'pressure') =>
    [...people[of].p95, ...knowledge[of].p95, ...all[of].p95].reduce((most, value) => Math.max(most, value), 0)
  return { ketamine: highest('ketamine'), pressure: highest('pressure') }
}

/** First and last hour shown. */
export function windowHours(window: Window, last: number): readonly [number, number] {
  if (window === 'first-day') return [0, Math.min(24, last)]
  if (window === 'last-day') return [Math.max(0, last - 24), last]
  return [0, last]
}

function points(
  hours: readonly number[],
  [people, knowledge, together]: Spreads,
  [from, to]: readonly [number, number],
  scale: number,
): PanelPoint[] {
  const shown: PanelPoint[] = []
  for (const [i, hour] of hours.entries()) {
    if (hour < from || hour > to) continue
    const at = (series: readonly number[]) => (series[i] ?? Number.NaN) * scale
    const { p05, median, p95 } = people
    shown.push({
      hour,
      p05: at(p05),
      median: at(median),
      p95: at(p95),
      low: at(knowledge.p05),
      high: at(knowledge.p95),
      ...(together && { least: at(together.p05), most: at(together.p95) }),
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
    const most = (q: 'p05' | 'median' | 'p95' | 'low' | 'high') =>
      Math.max(so?.[q] ?? Number.NEGATIVE_INFINITY, point[q])
    days.set(day, {
      hour: day * 24,
      p05: most('p05'),
      median: most('median'),
      p95: most('p95'),
      low: most('low'),
      high: most('high'),
      ...(point.least !== undefined &&
        point.most !== undefined && {
          least: Math.max(so?.least ?? Number.NEGATIVE_INFINITY, point.least),
          most: Math.max(so?.most ?? Number.NEGATIVE_INFINITY, point.most),
        }),
    })
  }
  const whole = [...days.values()].slice(0, -1)
  const last = whole.at(-1)
  return last ? [...whole, { ...last, hour: last.hour + 24 }] : [...hourly]
}

/** The quick effects of a course as the highest of each day, and of a day as they are. */
function drawn(forecast: Apart, window: Window) {
  const { hours, people, knowledge } = forecast
  const span = windowHours(window, hours.at(-1) ?? 0)
  const course = window === 'course'
  return {
    course,
    peak: course ? ', highest of each day' : '',
    slow: (bands: Spreads, scale: number) => points(hours, bands, span, scale),
    quick: (bands: Spreads, scale = 1) => {
      const hourly = points(hours, bands, span, scale)
      return course ? dailyPeaks(hourly) : hourly
    },
    of: (name: Predictive): Spreads => [people[name], knowledge[name], forecast[name]],
  }
}

export function panels(forecast: Apart, window: Window, top: Ceilings): Panel[] {
  const { course, peak, slow, quick, of } = drawn(forecast, window)
  const own = ceilings(forecast)
  return [
    {
      id: 'relief',
      title: 'Predicted pain relief, if a responder',
      unit: `%${NBSP}of pain`,
      points: slow(of('relief'), 100),
      stepped: false,
      domain: [0, 100],
    },
    {
      id: 'ketamine',
      title: `Predicted ketamine in plasma${peak}`,
      unit: 'ng/mL',
      points: quick(of('ketamine')),
      stepped: course,
      domain: [0, axisTop(top.ketamine, own.ketamine)],
    },
    {
      id: 'dissociation',
      title: `Predicted dissociation${peak}`,
      unit: 'of 10',
      points: quick(of('dissociation')),
      stepped: course,
      domain: [0, 10],
    },
    {
      id: 'pressure',
      title: `Predicted rise of systolic pressure${peak}`,
      unit: 'mmHg',
      points: quick(of('pressure')),
      stepped: course,
      domain: [0, Math.max(20, top.pressure, own.pressure)],
    },
  ]
}

/** What fewer ask for, each on its whole scale; a pulse on at least 20 beats, so that little looks little. */
export function morePanels(forecast: Apart, window: Window): Panel[] {
  const { course, peak, quick } = drawn(forecast, window)
  const { people, knowledge } = forecast
  const acute = (source: 'olofsen2022' | 'simons2022') =>
    quick([people.antinociception[source], knowledge.antinociception[source]], 100)
  const occupancy = people.occupancy && knowledge.occupancy && ([people.occupancy, knowledge.occupancy] as const)
  return [
    ...(occupancy
      ? [
          {
            id: 'occupancy',
            title: `Predicted occupancy of NMDA receptors${peak}`,
            unit: '%',
            points: quick(occupancy, 100),
            stepped: course,
            domain: [0, 100],
          } as const,
        ]
      : []),
    {
      id: 'antinociception',
      title: `Predicted effect on test pain${peak}`,
      unit: `%${NBSP}of the greatest`,
      points: acute('olofsen2022'),
      other: { name: 'study 2', points: acute('simons2022') },
      stepped: course,
      domain: [0, 100],
    },
    {
      id: 'pulse',
      title: `Predicted rise of pulse${peak}`,
      unit: 'beats/min',
      points: quick([people.pulse, knowledge.pulse]),
      stepped: course,
      domain: [0, 20],
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
