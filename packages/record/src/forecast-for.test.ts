import type { Band, Forecast } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'
import { demoPatients } from './demo/index.ts'
import { forecastFor } from './forecast-for.ts'
import { readCase } from './read/index.ts'

const TODAY = '2026-03-02'
const { bundle } = demoPatients(TODAY).find(({ id }) => id.includes('suitable'))!
const { case: facts } = readCase(bundle, TODAY)
const bands = ({ ketamine, norketamine, relief, dissociation, pressure }: Forecast): Band[] => [
  ketamine,
  norketamine,
  relief,
  dissociation,
  pressure,
]

it('[FO16] an option is forecast as the solution it is written as, and the forecast says so', () => {
  const { assumed } = forecastFor(facts, 1, 1)({ mg: 20, timesPerDay: 3, days: 28 })
  expect(assumed.join('; ')).toContain(
    'of a solution, swallowed at once: a capsule, a tablet or holding it in the mouth is another dose',
  )
  expect(assumed.join('; ')).not.toContain('formulation not stated')
})

it('[EF15] what a proposal keeps of a forecast has no bands of people and knowledge, only what the summary says of them', () => {
  const kept = forecastFor(facts, 32, 1)({ mg: 20, timesPerDay: 3, days: 28 })
  expect(kept).not.toHaveProperty('people')
  expect(kept).not.toHaveProperty('knowledge')
  expect(kept.summary.knowledge!.relief.p05).toBeLessThan(kept.summary.knowledge!.relief.p95)
  expect(kept.summary.peakOccupancy!.median).toBeGreaterThan(0)
  for (const band of bands(kept))
    for (const series of Object.values(band)) expect(series).toHaveLength(kept.hours.length)
  // Four weeks are 38 kB.
  expect(JSON.stringify(kept).length).toBeLessThan(45_000)
})
