/** What the browser asks the engine: one dose, taken regularly for four weeks, in virtual patients like this one. */
import type { PatientPage } from '@anodyne/server'
import type { Course, ForecastOptions, FullForecast, Person, Regimen } from '@anodyne/pharmacology'
import { hours, mg } from '@anodyne/units'

export interface Job {
  readonly regimen: Regimen
  readonly person: Person
  readonly n: number
  readonly seed: number
  readonly options: ForecastOptions
}

export interface Answered {
  readonly forecast: FullForecast
  /** ms of computing, without the wait */
  readonly ms: number
  readonly where: 'in a worker' | 'on the page'
}

export const DAYS = 28
export const VIRTUAL_PATIENTS = 300
/** One seed for all: moving the slider then shows the dose's doing, not the draw's. */
const SEED = 1

/** Past doses run before it, so that relief already gained is not forgotten; hour 0 is today either way. */
export function whatIf(doseMg: number, timesPerDay: number, person: Person, past?: Course): Job {
  const today = past?.until ?? hours(0)
  const end = hours(today + DAYS * 24)
  const course = {
    substance: 'racemic-ketamine',
    route: 'oral',
    formulation: 'solution',
    retention: 'swallowed',
    dose: mg(doseMg),
    every: hours(24 / timesPerDay),
    from: today,
    until: end,
  } as const
  // Hourly is enough for the four weeks; the peaks of a single day are told by the summary.
  const regimen = past ? [past, course] : [course]
  return { regimen, person, n: VIRTUAL_PATIENTS, seed: SEED, options: { step: 1, since: today, until: end } }
}

/** Dose times up to the end, h from today. */
export const doseTimes = (timesPerDay: number) =>
  Array.from({ length: DAYS * timesPerDay }, (_, i) => (i * 24) / timesPerDay)

/** Where the slider starts: the dose looked at first, put on the slider's grid. */
export function onGrid(doseMg: number | undefined, slider: PatientPage['slider']): number {
  const { minMg, maxMg, stepMg } = slider
  if (doseMg === undefined || !Number.isFinite(doseMg)) return minMg
  const steps = Math.round((doseMg - minMg) / stepMg)
  return Math.min(maxMg, Math.max(minMg, minMg + steps * stepMg))
}
