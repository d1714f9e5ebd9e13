import { expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import { supplyLedger } from './ledger.ts'
import {
  allTaken,
  counted,
  day,
  dispensed,
  ledgerOf,
  lost,
  missed,
  prescribed,
  removed,
  taken,
} from './supply.fixture.ts'

it('[SU1] what was dispensed is taken, brought back, lost, spilled, destroyed or on hand', () => {
  const ledger = ledgerOf(
    [
      ...[prescribed(0), dispensed(0, 84), ...allTaken(0, 6), removed(3, 'spilled', 2.5), lost(4, 1.5)],
      ...[removed(6, 'returned', 4), removed(6, 'destroyed', 5)],
    ],
    6,
  )
  expect(ledger.lots[0]).toMatchObject({
    ...{ dispensed: 84, taken: 21, spilled: 2.5, lost: 1.5, returned: 4, destroyed: 5, unexplained: 0 },
    ...{ onHand: { least: 50, most: 50 }, usable: 'yes' },
  })
  expect(ledger.mg).toMatchObject({ dispensed: 840, taken: 210, onHand: { least: 500, most: 500 } })
  expect(ledger.refused).toEqual([])
})

it('[SU2] adds a thousand tenths without drift, and mg of mL and strength exactly', () => {
  const events = [
    prescribed(0, { amount: 0.1, strength: 33.333 }),
    dispensed(0, 300.3, { strength: 33.333 }),
    ...Array.from({ length: 1000 }, (_, i) => taken(Math.floor(i / 3), 0.1)),
  ]
  const { lots, mg } = ledgerOf(events, 333)
  expect(lots[0]).toMatchObject({ taken: 100, onHand: { most: 200.3 } })
  expect(mg.taken).toBe(3333.3)
  expect(mg.dispensed).toBe(10009.8999)
})

it('[SU3] a dose nobody reported is neither taken nor zero', () => {
  const events = [prescribed(0), dispensed(0, 84), ...allTaken(0, 4), missed(5, 3), taken(6), missed(6)]
  const ledger = ledgerOf(events, 7)
  expect(ledger.notReported).toBe(4)
  expect(ledger.lots[0]).toMatchObject({ taken: 16, onHand: { least: 64, most: 68 } })
  expect(ledger.mg.onHand).toEqual({ least: 640, most: 680 })
  expect(ledger.tally).toEqual({ 'not-reported': 1 })
  // Two lots: an unreported dose came out of one of them, not of each.
  const two = ledgerOf([prescribed(0), dispensed(0, 20), dispensed(0, 20, { lot: 'B' })], 1)
  expect(two.lots.map((lot) => lot.onHand)).toEqual([
    { least: 14, most: 20 },
    { least: 14, most: 20 },
  ])
  expect(two.mg.onHand).toEqual({ least: 340, most: 400 })
})

it('[SU3] a loss of an unknown amount leaves anything from nothing', () => {
  const ledger = ledgerOf([prescribed(0), dispensed(0, 84), ...allTaken(0, 1), lost(1)], 1)
  expect(ledger.lots[0]).toMatchObject({ lost: 0, onHand: { least: 0, most: 78 } })
  expect(ledger.mg.onHand).toEqual({ least: 0, most: 780 })
  expect(
    ledgerOf([prescribed(0), dispensed(0, 84), ...allTaken(0, 1), lost(1), counted(1, 30)], 1).lots[0],
  ).toMatchObject({
    onHand: { least: 30, most: 30 },
    unexplained: 48,
  })
})

it.each([
  [68, 0, 'yes'],
  [64, 0, 'yes'],
  [63.5, -0.5, 'within-measuring'],
  [62.9, -1.1, 'no'],
  [69.1, 1.1, 'no'],
] as const)('[SU4] %d mL counted where 64 to 68 are expected differs by %d', (amount, difference, agrees) => {
  const events = [prescribed(0), dispensed(0, 84), ...allTaken(0, 4), missed(5, 3), taken(6), missed(6)]
  const ledger = ledgerOf([...events, counted(7, amount)], 7)
  // 16 draws reported and 4 not, and the reading of the count: 21 half graduations.
  expect(ledger.counts).toEqual([
    { lot: 'A', on: day(7), expected: { least: 64, most: 68 }, counted: amount, difference, measuring: 1.05, agrees },
  ])
  expect(ledger.lots[0]).toMatchObject({
    onHand: { least: amount, most: amount },
    unexplained: (68_000 - amount * 1000) / 1000,
  })
  expect(ledger.tally['count-differs']).toBe(agrees === 'no' ? 1 : undefined)
})

it('[SU4] units are counted whole, and what went out beyond the account is unexplained', () => {
  const unit = { form: 'unit', strength: 25, amount: 1 } as const
  const events = [prescribed(0, unit), dispensed(0, 10, { ...unit, amount: 10 }), ...allTaken(0, 2)]
  expect(ledgerOf([...events, counted(2, 0)], 2).counts[0]).toMatchObject({
    difference: -1,
    measuring: 0,
    agrees: 'no',
  })
  const more = ledgerOf([...events, ...allTaken(3, 3)], 3)
  expect(more.lots[0]).toMatchObject({ taken: 12, onHand: { least: 0, most: 0 }, unexplained: -2 })
  expect(more.tally).toEqual({ 'more-used-than-known': 2 })
})

it('[SU5] a lot past its beyond-use date is on hand and not usable', () => {
  const events = [
    ...[prescribed(0), dispensed(0, 30, { beyondUse: day(5) }), dispensed(0, 30, { lot: 'B' })],
    ...[dispensed(0, 30, { lot: 'C', beyondUse: undefined as never }), missed(0, 3)],
  ].map((e) => JSON.parse(JSON.stringify(e)) as typeof e)
  // Five days remain to the first lot: 15 of its 30 doses.
  expect(ledgerOf(events, 0).left).toEqual({ doses: { least: 45, most: 75 }, days: { least: 15, most: 25 } })
  // The date itself is the last day of use, and not past it.
  const onItsDay = ledgerOf(events, 5)
  expect(onItsDay.lots[0]!.usable).toBe('yes')
  expect(onItsDay.tally['past-beyond-use']).toBeUndefined()
  const later = ledgerOf([...events, ...[1, 2, 3, 4, 5, 6].map((n) => missed(n, 3))], 6)
  expect(later.lots.map((lot) => lot.usable)).toEqual(['no', 'yes', 'unknown'])
  expect(later.left).toEqual({ doses: { least: 30, most: 60 }, days: { least: 10, most: 20 } })
  expect(later.mg.onHand.most).toBe(900)
  expect(later.tally).toEqual({ 'long-supply': 1, 'past-beyond-use': 1, 'beyond-use-not-known': 1 })
})

it('[SU6] says how long it lasts, and from when the next may be handed over', () => {
  const ledger = ledgerOf([prescribed(0), dispensed(0, 84), ...allTaken(0, 6)], 6)
  expect(ledger.left).toEqual({ doses: { least: 63, most: 63 }, days: { least: 21, most: 21 } })
  // Covered up to day 27; day 28 is not, and two days before is day 26.
  expect(ledger.refill).toEqual({ from: day(26), ifAllTaken: day(26) })
  const silent = ledgerOf([prescribed(0), dispensed(0, 84), ...allTaken(0, 5)], 6)
  expect(silent.refill).toEqual({ from: day(27), ifAllTaken: day(26) })
  expect(ledgerOf([dispensed(0, 84)], 6)).not.toHaveProperty('left')
  // A lot of another strength cannot be measured by this plan.
  expect(ledgerOf([prescribed(0), dispensed(0, 84, { strength: 50 }), missed(0, 3)], 0).left?.doses.most).toBe(0)
})

it('[SU7] an early refill, a loss, a dose above plan and a long supply are facts with dates', () => {
  const course = [prescribed(0), dispensed(0, 84), ...allTaken(0, 24)]
  const tally = (n: number) => ledgerOf([...course, ...allTaken(25, n - 1), dispensed(n, 84)], n).tally['early-refill']
  expect([tally(25), tally(26), tally(27)]).toEqual([1, undefined, undefined])
  const silent = ledgerOf([prescribed(0), dispensed(0, 84), dispensed(14, 84)], 14)
  expect(silent.tally).toEqual({ 'early-refill': 1, 'not-reported': 1 })
  const settled = ledgerOf([prescribed(0), dispensed(0, 84), ...allTaken(0, 22), dispensed(26, 84)], 26)
  expect(settled.tally).toEqual({ 'refill-not-settled': 1, 'not-reported': 1 })
  expect(ledgerOf([prescribed(0), dispensed(0, 84), ...allTaken(0, 22), dispensed(25, 84)], 25).tally).toMatchObject({
    'early-refill': 1,
  })
  const more = ledgerOf(
    [
      prescribed(0),
      dispensed(0, 87),
      taken(0, 1.5),
      taken(1),
      taken(1),
      taken(1),
      taken(1),
      taken(2, 3, { doses: 3 }),
      lost(3, 2),
    ],
    3,
  )
  expect(more.notes.map((n) => [n.code, n.on])).toEqual([
    ['long-supply', day(0)],
    ['above-plan', day(0)],
    ['above-plan', day(1)],
    ['lost', day(3)],
    ['not-reported', day(3)],
  ])
  expect(more.notes[0]!.says).toBe(`${day(0)}: 29 d of supply dispensed; at most 28 d.`)
  expect(ledgerOf([prescribed(0, { titrating: true }), dispensed(0, 24), missed(0, 3)], 0).tally).toEqual({
    'long-supply': 1,
  })
  expect(ledgerOf([dispensed(0, 24), taken(0)], 0).tally).toEqual({ 'without-plan': 2 })
})

it('[SU8] a change of strength, formulation, pharmacy or lot is a change of dose (T01)', () => {
  const changed = (more: object) =>
    ledgerOf([prescribed(0), dispensed(0, 84), dispensed(27, 84, more)], 27).interlocks.map((i) => [i.rule, i.changed])
  expect(changed({})).toEqual([])
  expect(changed({ lot: 'B' })).toEqual([['T01', ['lot']]])
  expect(changed({ lot: 'B', pharmacy: 'Station' })).toEqual([['T01', ['pharmacy', 'lot']]])
  expect(changed({ lot: 'B', formulation: 'troche', form: 'unit', strength: 25 })).toEqual([
    ['T01', ['strength', 'form', 'formulation', 'lot']],
    ['T01', ['strength', 'form']],
  ])
  const [first] = ledgerOf(
    [prescribed(0), dispensed(0, 84), dispensed(27, 84, { lot: 'B', strength: 50 })],
    27,
  ).interlocks
  expect(first!.says).toMatch(/strength 10 → 50; lot A → B\. This counts as a change of dose/)
})

it('throws where the protocol lacks a limit', () => {
  const limits = { ...protocol.limits }
  delete (limits as Record<string, unknown>)['M13.supply.days']
  expect(() => supplyLedger([prescribed(0), dispensed(0, 84)], day(0), { ...protocol, limits })).toThrow(
    /M13.supply.days/,
  )
})
