import { describe, expect, it } from 'vitest'
import { ceilingKeys, withinCeilings } from './ceilings.ts'
import type { DoseRequest } from './ceilings.ts'
import { protocol } from './options/protocol.fixture.ts'

const steady: DoseRequest = {
  mg: 20,
  timesPerDay: 3,
  supplyDays: 7,
  titrating: true,
  weight: 100,
  before: { mg: 20, timesPerDay: 3 },
  hoursSinceStep: 72,
}
const broken = (change: Partial<DoseRequest>) => withinCeilings({ ...steady, ...change }, protocol).map((b) => b.limit)
const same = (mg: number, timesPerDay: number) => ({ mg, timesPerDay, before: { mg, timesPerDay } })
const without = (key: keyof DoseRequest, change: Partial<DoseRequest> = {}) => {
  const { [key]: _, ...rest } = { ...steady, ...change }
  return withinCeilings(rest as DoseRequest, protocol).map((b) => b.limit)
}

it('[CE0] every ceiling stands in the default protocol', () => {
  for (const key of Object.values(ceilingKeys)) expect(protocol.limits[key]?.value, key).toBeGreaterThan(0)
})

it('[CE0] a dose within every ceiling breaks none', () => {
  expect(broken({})).toEqual([])
})

it('[CE1] per dose', () => {
  expect(broken(same(100, 1))).toEqual([])
  expect(broken(same(101, 1))).toEqual(['dose.mgPerDose.cap'])
})

it('[CE3] per day, and per day for anyone', () => {
  expect(broken(same(50, 4))).toEqual([])
  expect(broken(same(51, 4))).toEqual(['T08.daily.soft', 'T08.daily.softPerKg'])
  expect(broken({ ...same(100, 4), weight: 250 })).toEqual(['T08.daily.soft'])
  expect(broken({ ...same(81, 5), weight: 250 })).toEqual(['T08.daily.soft', 'T08.daily.cap'])
})

it('[CE4] per kilogram; without a weight, only what the lightest adult may have', () => {
  expect(broken({ ...same(35, 4), weight: 70 })).toEqual([])
  expect(broken({ ...same(35, 4), weight: 69 })).toEqual(['T08.daily.softPerKg'])
  expect(without('weight', same(10, 5))).toEqual([])
  expect(without('weight', same(10.5, 5))).toEqual(['T08.daily.softPerKg'])
  for (const weight of [0, -70, NaN, 24, 351])
    expect(broken({ ...same(35, 4), weight })).toEqual(['T08.daily.softPerKg'])
})

it('[CE2] per step, in mg per dose and in mg per day', () => {
  expect(broken({ mg: 30 })).toEqual([])
  expect(broken({ mg: 31 })).toEqual(['step.mg.max'])
  expect(broken({ mg: 20, timesPerDay: 4 })).toEqual([])
  expect(broken({ mg: 30, timesPerDay: 4 })).toEqual(['step.mg.max'])
  expect(broken({ mg: 45, timesPerDay: 2, before: { mg: 20, timesPerDay: 4 } })).toEqual(['step.mg.max'])
  expect(broken({ mg: 40, timesPerDay: 1, before: { mg: 20, timesPerDay: 3 } })).toEqual(['step.mg.max'])
  expect(broken({ mg: 20, timesPerDay: 2 })).toEqual([])
  expect(without('before', { mg: 10 })).toEqual([])
  expect(without('before', { mg: 11 })).toEqual(['step.mg.max'])
})

it('[CE5] per interval: 72 h, twice that for the old and frail, never for an unknown date', () => {
  expect(broken({ mg: 25, hoursSinceStep: 72 })).toEqual([])
  expect(broken({ mg: 25, hoursSinceStep: 71 })).toEqual(['T09.interval.hours'])
  expect(broken({ mg: 25, hoursSinceStep: 143, slow: true })).toEqual(['T09.interval.hours'])
  expect(broken({ mg: 25, hoursSinceStep: 144, slow: true })).toEqual([])
  expect(without('hoursSinceStep', { mg: 25 })).toEqual(['T09.interval.hours'])
  expect(without('hoursSinceStep')).toEqual([])
})

it('[CE6] days of supply', () => {
  expect(broken({ supplyDays: 8 })).toEqual(['M13.titration.days'])
  expect(broken({ supplyDays: 28, titrating: false })).toEqual([])
  expect(broken({ supplyDays: 29, titrating: false })).toEqual(['M13.supply.days'])
  expect(broken({ supplyDays: 0 })).toEqual(['M13.titration.days'])
})

describe('absurd and high', () => {
  it('[CE7] NaN and nonsense break ceilings', () => {
    expect(broken({ mg: NaN }).length).toBeGreaterThan(2)
    expect(broken({ timesPerDay: NaN }).length).toBeGreaterThan(1)
    expect(broken({ supplyDays: NaN })).toEqual(['M13.titration.days'])
    expect(broken({ mg: -10 }).length).toBeGreaterThan(0)
    expect(broken({ mg: Infinity }).length).toBeGreaterThan(2)
  })

  it('[CE8] coming down from above a ceiling is never refused; staying there is', () => {
    const high = { mg: 150, timesPerDay: 3 }
    expect(broken({ mg: 110, before: high })).toEqual([])
    expect(broken({ ...high, before: high })).toContain('T08.daily.cap')
    expect(broken({ mg: 160, timesPerDay: 2, before: high })).toContain('dose.mgPerDose.cap')
  })

  it('[CE8] the absolute cap holds on the way down too: an order may be a misreading', () => {
    const huge = { mg: 1000, timesPerDay: 3 }
    expect(broken({ mg: 750, before: huge })).toEqual(['T08.daily.cap'])
    expect(broken({ mg: 134, before: huge })).toEqual(['T08.daily.cap'])
    expect(broken({ mg: 133, before: huge })).toEqual([])
  })

  it('[CE0] a protocol without a ceiling gives nothing', () => {
    const { 'T08.daily.cap': _, ...limits } = protocol.limits
    expect(() => withinCeilings(steady, { ...protocol, limits })).toThrow(/T08.daily.cap/)
  })
})
