/** The forecast of one option for one person, counted from the day of the assessment. */
import type { Case } from '@anodyne/pathway'
import { enginePerson } from '@anodyne/pathway'
import { forecast, type Band, type Course, type Forecast } from '@anodyne/pharmacology'
import { days as inDays, hours, mg as inMg } from '@anodyne/units'

/** Regular oral dosing from the day of the assessment on. */
export interface Ahead {
  /** mg of free base per dose */
  readonly mg: number
  readonly timesPerDay: number
  readonly days: number
}

const DAY = 24

/**
 * A forecaster for `propose`. On treatment, the doses since the last change of dose run before it, so that relief
 * already gained is not forgotten; what was taken before that is not in the record and is not counted.
 */
export function forecastFor(facts: Case, n: number, seed: number): (ahead: Ahead) => Forecast {
  const past = pastCourse(facts)
  const lead = past?.until ?? hours(0)
  return ({ mg, timesPerDay, days }) => {
    const single = timesPerDay === 1 && days <= 1
    const course: Course = {
      substance: 'racemic-ketamine',
      route: 'oral',
      dose: inMg(mg),
      every: hours(DAY / timesPerDay),
      from: lead,
      until: hours(lead + inDays(days) * DAY),
    }
    const regimen = past ? [past, course] : [course]
    const all = forecast(regimen, enginePerson(facts), n, seed, { step: single ? 0.25 : 1, until: lead + days * DAY })
    return thinned(sinceLead(all, lead, past), single ? 1 : 4)
  }
}

/** The order in force, from the day it was last changed until today. Unknown dates or doses: no past course. */
function pastCourse(facts: Case): Course | undefined {
  const order = facts.ketamine.order?.value
  const since = facts.ketamine.lastStep ?? facts.ketamine.started
  if (order?.mg === undefined || order.timesPerDay === undefined || since === undefined) return undefined
  const elapsed = Math.floor((Date.parse(facts.asOf) - Date.parse(since)) / 3_600_000 / DAY) * DAY
  if (!(elapsed > 0)) return undefined
  return {
    substance: order.substance ?? 'racemic-ketamine',
    route: order.route ?? 'oral',
    dose: inMg(order.mg),
    every: hours(DAY / order.timesPerDay),
    from: hours(0),
    until: hours(elapsed),
  }
}

function sinceLead(all: Forecast, lead: number, past: Course | undefined): Forecast {
  if (!past) return all
  const first = all.hours.findIndex((h) => h >= lead)
  return {
    ...mapBands(all, (values) => values.slice(first)),
    hours: all.hours.slice(first).map((h) => h - lead),
    assumed: [...all.assumed, `taken as ordered for the last ${lead / DAY} days; earlier doses are not counted`],
  }
}

/** Every `k`-th output time, for display; the summary keeps what the full grid found. */
function thinned(all: Forecast, k: number): Forecast {
  const keep = <T>(values: readonly T[]) => values.filter((_, i) => i % k === 0 || i === values.length - 1)
  return { ...mapBands(all, (values) => keep(values).map(fourFigures)), hours: keep(all.hours) }
}

function mapBands(all: Forecast, change: (values: readonly number[]) => readonly number[]): Forecast {
  const band = ({ p05, p25, median, p75, p95 }: Band): Band => ({
    p05: change(p05),
    p25: change(p25),
    median: change(median),
    p75: change(p75),
    p95: change(p95),
  })
  return {
    ...all,
    ketamine: band(all.ketamine),
    norketamine: band(all.norketamine),
    relief: band(all.relief),
    dissociation: band(all.dissociation),
    pressure: band(all.pressure),
  }
}

/** What a chart can show; the interval is far wider than the rounding. */
function fourFigures(x: number): number {
  return Number(x.toPrecision(4))
}
