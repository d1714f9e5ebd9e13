/** The job that is timed: 1,000 virtual patients × 28 days × 3 doses a day × hourly output, effects, bands and peaks, one core. */
import { forecast, type Regimen } from '@anodyne/pharmacology'
import { hours, mg } from '@anodyne/units'

export const patients = 1000
export const days = 28

const regimen: Regimen = [
  {
    substance: 'racemic-ketamine',
    route: 'oral',
    dose: mg(25),
    every: hours(8),
    from: hours(0),
    until: hours(24 * days),
  },
]

export const milliseconds = (task: () => void): number => {
  const start = performance.now()
  task()
  return performance.now() - start
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** ms of the first run, when nothing is compiled, and of nineteen more. */
export function timeForecast(): { first: number; exact: number; best: number } {
  const run = () => forecast(regimen, { weight: 70, age: 40, interactions: [] }, patients, 1)
  const first = milliseconds(run)
  const more = Array.from({ length: 19 }, () => milliseconds(run))
  return { first, exact: median(more), best: Math.min(...more) }
}
