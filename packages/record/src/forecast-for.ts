/** The forecast of one option for one person, counted from the day of the assessment. */
import type { Case } from '@anodyne/pathway'
import { enginePerson, forecastNotes, pastCourse } from '@anodyne/pathway'
import { forecast, type Band, type Course, type Forecast, type FullForecast } from '@anodyne/pharmacology'
import { days as inDays, hours, mg as inMg } from '@anodyne/units'

/** Regular dosing of a solution that is swallowed, as options are written (mg, mL and strength), from the day of the assessment on. */
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
      formulation: 'solution',
      retention: 'swallowed',
      dose: inMg(mg),
      every: hours(DAY / timesPerDay),
      from: lead,
      until: hours(lead + inDays(days) * DAY),
    }
    const regimen = past ? [past, course] : [course]
    const grid = { step: single ? 0.25 : 1, since: lead, until: lead + days * DAY }
    return forDisplay(forecast(regimen, enginePerson(facts), n, seed, grid), lead, forecastNotes(facts))
  }
}

/**
 * Counted from `lead`; the first and the last day in full, every fourth hour between, so that what is drawn of a day has
 * its peaks and a month stays small. The summary keeps what the full grid found, and of people and knowledge apart only what it says.
 */
function forDisplay(full: FullForecast, lead: number, notes: readonly string[]): Forecast {
  const { people: _people, knowledge: _knowledge, ...all } = full
  const end = all.hours.at(-1) ?? lead
  const shown = all.hours.map((h) => h - lead <= DAY || end - h <= DAY || (h - lead) % 4 === 0)
  const keep = (values: readonly number[]) => values.filter((_, i) => shown[i])
  return {
    ...mapBands(all, (values) => keep(values).map(fourFigures)),
    hours: keep(all.hours).map((h) => h - lead),
    assumed: [...all.assumed, ...notes],
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
