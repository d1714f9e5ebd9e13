import { expect, it } from 'vitest'
import { formulation } from './formulation.ts'
import type { KetamineOrder } from '../case.ts'
import { judged, onTreatment } from '../judged.fixture.ts'

const order = (change: Partial<KetamineOrder>) => judged(formulation, onTreatment(change))

it('[T01] is clear when mg = mL × strength, and reads the sum aloud', () => {
  expect(order({})).toMatchObject({ kind: 'clear', because: '2.5 mL × 10 mg/mL = 25 mg, as ordered.' })
})

it.each([
  [25, 2.525, 'clear'],
  [25, 2.526, 'stop'],
  [25, 2.475, 'clear'],
  [25, 2.474, 'stop'],
  [25, 0.5, 'stop'],
] as const)('[T01] %d mg against %d mL of 10 mg/mL is %s', (mg, mL, kind) => {
  expect(order({ mg, mL }).kind).toBe(kind)
})

it('[T01] catches the other bottle: 25 mg as 2.5 mL of 50 mg/mL', () => {
  expect(order({ strength: 50 })).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/25 mg, but 2.5 mL × 50 mg\/mL = 125 mg/),
  })
})

it.each(['mg', 'mL', 'strength'] as const)('[T01] is missing when %s is absent, zero, negative or NaN', (part) => {
  const { order: full } = onTreatment().ketamine
  const { [part]: _, ...lacking } = full!.value
  expect(judged(formulation, onTreatment({}, { order: { ...full!, value: lacking } }))).toMatchObject({
    kind: 'missing',
    ask: expect.stringContaining(part),
  })
  for (const value of [0, -1, NaN, Infinity]) expect(order({ [part]: value }).kind).toBe('missing')
})

it.each(['substance', 'route'] as const)('[T01] is missing when the %s is not said', (part) => {
  const { order: full } = onTreatment().ketamine
  const { [part]: _, ...lacking } = full!.value
  expect(judged(formulation, onTreatment({}, { order: { ...full!, value: lacking } })).kind).toBe('missing')
})

it('[T01] does not apply before an order, and asks for one on treatment', () => {
  expect(judged(formulation)).toMatchObject({ kind: 'clear', facts: ['Phase: assessment, 2026-03-02'] })
  expect(judged(formulation, { ketamine: { phase: 'test-dose' } }).kind).toBe('clear')
  expect(judged(formulation, { ketamine: { phase: 'maintenance' } }).kind).toBe('missing')
})
