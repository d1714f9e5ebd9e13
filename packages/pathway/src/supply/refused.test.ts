import { expect, it } from 'vitest'
import type { SupplyEvent } from './events.ts'
import { counted, day, dispensed, ledgerOf, lost, missed, prescribed, removed, taken } from './supply.fixture.ts'

const codes = (...events: SupplyEvent[]) =>
  ledgerOf([prescribed(0), dispensed(1, 84), ...events], 9).refused.map((r) => r.code)

it.each([
  ['negative', taken(2, -1), 'amount'],
  ['zero', taken(2, 0), 'amount'],
  ['NaN', taken(2, NaN), 'amount'],
  ['infinite', removed(2, 'returned', Infinity), 'amount'],
  ['text', removed(2, 'returned', '4' as never), 'amount'],
  ['too fine', taken(2, 0.0005), 'amount'],
  ['a negative count', counted(2, -1), 'amount'],
  ['a lost amount that is NaN', lost(2, NaN), 'amount'],
  ['half a dose', missed(2, 0.5), 'doses'],
  ['more returned than dispensed', removed(2, 'returned', 84.001), 'more-than-dispensed'],
  ['more destroyed than dispensed', removed(2, 'destroyed', 90), 'more-than-dispensed'],
  ['before it was dispensed', taken(0), 'lot-unknown'],
  ['unknown lot', removed(2, 'spilled', 1, 'Z'), 'lot-unknown'],
  ['no lot name', removed(2, 'spilled', 1, ' '), 'lot'],
  ['after the day', taken(10), 'after'],
  ['no day', { ...taken(2), on: '2026-02-30' }, 'date'],
  ['no id', { ...taken(2), id: '' }, 'id'],
  ['no kind', { ...taken(2), kind: 'sold' as never }, 'kind'],
  ['beyond use before dispensing', dispensed(2, 84, { lot: 'B', beyondUse: day(1) }), 'beyond-use'],
  ['no strength', dispensed(2, 84, { lot: 'B', strength: 0 }), 'strength'],
  ['no pharmacy', dispensed(2, 84, { lot: 'B', pharmacy: '' }), 'label'],
  ['no form', dispensed(2, 84, { lot: 'B', form: 'syrup' as never }), 'form'],
  ['the lot with another strength', dispensed(2, 84, { strength: 50 }), 'lot-differs'],
  ['a plan 2.5 times a day', prescribed(2, { timesPerDay: 2.5 }), 'times-per-day'],
] as const)('[SU10] refuses %s', (_, event, code) => {
  expect(codes(event)).toEqual([code])
})

it('[SU10] says what was found and what was expected, and counts the rest', () => {
  const ledger = ledgerOf([prescribed(0), dispensed(1, 84), taken(2, -1), taken(2)], 9)
  expect(ledger.refused[0]!.message).toBe('Amount -1: expected mL or units above 0, of at most three decimals.')
  expect(ledger.lots[0]!.taken).toBe(1)
  const back = ledgerOf([prescribed(0), dispensed(1, 84), removed(2, 'returned', 80), removed(3, 'returned', 5)], 9)
  expect(back.refused[0]!.message).toMatch(/^returned 5 of lot A: expected at most 4/)
  expect(back.lots[0]).toMatchObject({ returned: 80 })
})

it('[SU10] a dose whose lot is not said belongs to the only one at home, or is refused', () => {
  const { lot: _, ...unsaid } = taken(3)
  expect(ledgerOf([prescribed(0), dispensed(1, 84), unsaid], 9).lots[0]!.taken).toBe(1)
  const two = ledgerOf([prescribed(0), dispensed(1, 84), dispensed(1, 84, { lot: 'B' }), unsaid], 3)
  expect(two.refused).toMatchObject([{ code: 'lot-not-said', message: expect.stringMatching(/at home are A, B/) }])
  // Refused, it is still not "not taken": three days of three doses have no report.
  expect(two.notReported).toBe(9)
})

it('[SU11] the same entry twice counts once; two that contradict each other, neither', () => {
  const dose = taken(2)
  expect(ledgerOf([prescribed(0), dispensed(1, 84), dose, { ...dose }], 9).lots[0]!.taken).toBe(1)
  expect(codes(dose, { ...dose, amount: 2 })).toEqual(['id-conflict'])
  expect(codes(counted(2, 80), counted(2, 81))).toEqual(['two-counts', 'two-counts'])
  expect(codes(counted(2, 80), counted(2, 80))).toEqual([])
  expect(codes(prescribed(2), prescribed(2, { amount: 2 }))).toEqual(['two-plans', 'two-plans'])
})
