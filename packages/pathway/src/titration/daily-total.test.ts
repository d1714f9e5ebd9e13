import { expect, it } from 'vitest'
import { dailyTotal } from './daily-total.ts'
import { fact, suitableCase } from '../case.fixture.ts'
import type { Fact, KetamineOrder } from '../case.ts'
import { form, judged, onTreatment, undated } from '../judged.fixture.ts'

const specialistUnknown = form({ 'specialist-initiated': undefined })
const order = (change: Partial<KetamineOrder>, specialist = specialistUnknown, weights: Fact<number>[] = [fact(110)]) =>
  judged(dailyTotal, {
    ...onTreatment(change),
    ...specialist,
    measurements: { ...suitableCase().measurements, weight: weights },
  })

it.each([
  [50, 4, 'clear'],
  [50.1, 4, 'hold'],
  [100, 4, 'hold'],
  [100.1, 4, 'stop'],
  [NaN, 3, 'missing'],
  [25, NaN, 'missing'],
  [-25, 3, 'missing'],
  [25, 0, 'missing'],
] as const)('[T08] %d mg %d times a day is %s without the specialist', (mg, timesPerDay, kind) => {
  expect(order({ mg, timesPerDay }).kind).toBe(kind)
})

it('[T08] is a caution above 200 mg/d with the specialist on record, and above 400 mg/d a stop for anyone', () => {
  expect(order({ mg: 60, timesPerDay: 4 }, form({})).kind).toBe('caution')
  expect(order({ mg: 60, timesPerDay: 4 }, form({ 'specialist-initiated': false })).kind).toBe('hold')
  expect(order({ mg: 101, timesPerDay: 4 }, form({})).kind).toBe('stop')
})

it('[T08] does not lean on a specialist who was named long ago, or nobody knows when', () => {
  const named = (at: string) => order({ mg: 60, timesPerDay: 4 }, form({ 'specialist-initiated': true }, at)).kind
  expect(['2025-03-02', '2025-03-01', '2027-01-01'].map(named)).toEqual(['caution', 'hold', 'hold'])
  expect(order({ mg: 60, timesPerDay: 4 }, undated('specialist-initiated')).kind).toBe('hold')
})

it('[T08] holds above 2 mg/kg', () => {
  expect(order({ mg: 50, timesPerDay: 3 }, specialistUnknown, [fact(75)]).kind).toBe('clear')
  expect(order({ mg: 50, timesPerDay: 3 }, specialistUnknown, [fact(74.9)])).toMatchObject({
    kind: 'hold',
    because: expect.stringMatching(/2 mg\/kg\/d \(74.9 kg\)/),
  })
})

it.each([[], [fact(NaN)], [fact(0)], [fact(7)], [fact(70_000)], [fact(110, '110', '2025-08-30')]].map((w) => [w]))(
  '[T08] is missing the limit by weight with %j',
  (weights) => {
    expect(order({}, form({}), weights)).toMatchObject({ kind: 'missing', ask: 'Weigh the person.' })
  },
)

it('[T08] lets an old light weight lower the ceiling, and an old heavy one clear nothing', () => {
  expect(order({ mg: 50 }, specialistUnknown, [fact(50, '50', '2020-01-01')]).kind).toBe('hold')
  expect(order({ mg: 50 }, specialistUnknown, [fact(110, '110', '2025-08-31')]).kind).toBe('clear')
})

it('[T08] does not read the ceilings across to esketamine', () => {
  expect(order({ substance: 'esketamine' }, form({})).kind).toBe('hold')
})

it('[T08] does not apply before an order, and asks for one on treatment', () => {
  expect(judged(dailyTotal)).toMatchObject({ kind: 'clear', facts: ['Phase: assessment, 2026-03-02'] })
  expect(judged(dailyTotal, { ketamine: { phase: 'maintenance' } }).kind).toBe('missing')
})
