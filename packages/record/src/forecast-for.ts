/** The forecast of one option for one person, counted from the day of the assessment. */
import type { Case } from '@anodyne/pathway'
import { enginePerson, unmodelledInteractions } from '@anodyne/pathway'
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

/** h; eleven half-lives of the slowest effect (10.9 d), before which a dose no longer counts. */
const LONGEST_PAST = 120 * DAY

const NOT_LEARNED = 'people like this one: this person’s own pain scores, side effects and levels are not used yet'

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
    const grid = { step: single ? 0.25 : 1, since: lead, until: lead + days * DAY }
    return forDisplay(forecast(regimen, enginePerson(facts), n, seed, grid), lead, unmodelledInteractions(facts))
  }
}

/** The order in force, from the day it was last changed until today. Unknown dates or doses: no past course. */
function pastCourse(facts: Case): Course | undefined {
  const order = facts.ketamine.order?.value
  const since = facts.ketamine.lastStep ?? facts.ketamine.started
  if (order?.mg === undefined || order.timesPerDay === undefined || since === undefined) return undefined
  const sinceStep = Math.floor((Date.parse(facts.asOf) - Date.parse(since)) / 3_600_000 / DAY) * DAY
  if (!(sinceStep > 0)) return undefined
  const elapsed = Math.min(sinceStep, LONGEST_PAST)
  return {
    substance: order.substance ?? 'racemic-ketamine',
    route: order.route ?? 'oral',
    dose: inMg(order.mg),
    every: hours(DAY / order.timesPerDay),
    from: hours(0),
    until: hours(elapsed),
  }
}

/**
 * Counted from `lead`; the first and the last day in full, every fourth hour between, so that what is drawn of a day has
 * its peaks and a month stays small. The summary keeps what the full grid found.
 */
function forDisplay(all: Forecast, lead: number, unmodelled: readonly string[]): Forecast {
  const end = all.hours.at(-1) ?? lead
  const shown = all.hours.map((h) => h - lead <= DAY || end - h <= DAY || (h - lead) % 4 === 0)
  const keep = (values: readonly number[]) => values.filter((_, i) => shown[i])
  const taken = lead > 0 ? [`taken as ordered for the last ${lead / DAY} days; earlier doses are not counted`] : []
  return {
    ...mapBands(all, (values) => keep(values).map(fourFigures)),
    hours: keep(all.hours).map((h) => h - lead),
    assumed: [...all.assumed, ...taken, ...unmodelled, NOT_LEARNED],
  }
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
