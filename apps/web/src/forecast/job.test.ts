import type { Course } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'
import { compute } from './compute.ts'
import { doseTimes, onGrid, whatIf } from './job.ts'

const slider = { minMg: 5, maxMg: 60, stepMg: 5, timesPerDay: 3, strength: 10 }

it('[WE11] [FO16] asks for 300 virtual patients over 28 days, always with the same seed', () => {
  const job = whatIf(20, 3, { interactions: [] })
  expect(job).toMatchObject({ n: 300, options: { until: 672 } })
  expect(job.regimen).toEqual([
    {
      substance: 'racemic-ketamine',
      route: 'oral',
      formulation: 'solution',
      retention: 'swallowed',
      dose: 20,
      every: 8,
      from: 0,
      until: 672,
    },
  ])
  expect(whatIf(25, 3, { interactions: [] }).seed).toBe(job.seed)
})

it('[WE11] never leaves the limits of the slider', () => {
  expect([undefined, Number.NaN, -3, 0, 12, 59, 61, 1e9].map((mg) => onGrid(mg, slider))).toEqual([
    5, 5, 5, 5, 10, 60, 60, 60,
  ])
})

it('[WE12] marks every dose of the four weeks and none after', () => {
  expect(doseTimes(3)).toHaveLength(84)
  expect(doseTimes(3).at(-1)).toBe(664)
})

it('[WE11] runs the doses taken until today before the question, and counts from today', () => {
  const past = {
    substance: 'racemic-ketamine',
    route: 'oral',
    dose: 15,
    every: 8,
    from: 0,
    until: 504,
  } as unknown as Course
  const job = whatIf(20, 3, { interactions: [] }, past)
  expect(job.regimen).toEqual([past, expect.objectContaining({ dose: 20, from: 504, until: 1176 })])
  expect(job.options).toMatchObject({ since: 504, until: 1176 })
  const { forecast } = compute({ ...job, n: 20 })
  expect([forecast.hours[0], forecast.hours.at(-1)]).toEqual([0, 672])
  expect(forecast.relief.median[0]).toBeGreaterThan(0)
  expect(compute({ ...whatIf(20, 3, { interactions: [] }), n: 20 }).forecast.relief.median[0]).toBe(0)
})
