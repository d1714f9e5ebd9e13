import { expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import { nextDispensing } from './next-dispensing.ts'
import { allTaken, day, dispensed, ledgerOf, missed, prescribed } from './supply.fixture.ts'

const next = (events: Parameters<typeof ledgerOf>[0], n: number, weight: number | undefined = 70) =>
  nextDispensing(ledgerOf(events, n), protocol, weight)

it('[SU9] at most 28 days at home, 7 while the dose is being found, less what may be there', () => {
  expect(next([prescribed(0)], 0).most).toEqual({ doses: 84, amount: 84, mg: 840 })
  expect(next([prescribed(0, { titrating: true })], 0).most).toEqual({ doses: 21, amount: 21, mg: 210 })
  const { titrating: _, ...unsaid } = prescribed(0)
  expect(next([unsaid as never], 0).most.doses).toBe(21)
  expect(next([prescribed(0), dispensed(0, 84), ...allTaken(0, 6)], 6)).toMatchObject({
    from: day(26),
    most: { doses: 21, amount: 21, mg: 210 },
  })
  // Nobody reported anything: all of it may still be there.
  expect(next([prescribed(0), dispensed(0, 84)], 27).most.doses).toBe(0)
})

it('[SU9] what is past its beyond-use date leaves room, and is to be brought back', () => {
  const expired = next([prescribed(0), dispensed(0, 84, { beyondUse: day(0) }), missed(0, 3), missed(1, 3)], 1)
  expect(expired.most.doses).toBe(84)
  expect(expired.because.join(' ')).toMatch(/past its beyond-use date.*Bring it back/)
})

it('[SU9] passes the gate of amounts, and dispenses nothing without a plan', () => {
  expect(next([dispensed(0, 84)], 0)).toMatchObject({ most: { doses: 0 }, blockedBy: ['T01'] })
  expect(next([prescribed(0, { amount: 10 })], 0)).toMatchObject({ most: { doses: 0 }, blockedBy: ['T08'] })
  expect(next([prescribed(0, { amount: 10.1, timesPerDay: 1 })], 0).blockedBy).toEqual(['CE1'])
  // 150 mg/d: too much where the weight is not known, and for someone of 70 kg above 2 mg/kg/d.
  expect(next([prescribed(0, { amount: 5 })], 0, 70).blockedBy).toEqual(['T08'])
  expect(next([prescribed(0, { amount: 4 })], 0, 70).blockedBy).toEqual([])
  expect(nextDispensing(ledgerOf([prescribed(0, { amount: 4 })], 0), protocol).blockedBy).toEqual(['T08'])
})
