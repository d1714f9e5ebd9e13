import { expect, it } from 'vitest'
import { stepInterval } from './step-interval.ts'
import { condition, suitableCase } from '../case.fixture.ts'
import { form, judged, onTreatment } from '../judged.fixture.ts'

const stepped = (lastStep: string, asOf = '2026-03-02') =>
  judged(stepInterval, { ...onTreatment({}, { lastStep }), asOf })
const { person } = suitableCase()

it.each([
  ['2026-02-27', 'clear'],
  ['2026-02-28', 'hold'],
  ['2026-03-02', 'hold'],
  ['2026-03-03', 'missing'],
  ['2026-02', 'hold'],
  ['2026-01', 'clear'],
  ['lately', 'missing'],
] as const)('[T09] a step on %s is %s on 2 March', (lastStep, kind) => {
  expect(stepped(lastStep).kind).toBe(kind)
})

it('[T09] counts hours when both times are known', () => {
  expect(stepped('2026-02-27T20:00:00Z', '2026-03-02T20:00:00Z').kind).toBe('clear')
  expect(stepped('2026-02-27T20:00:00Z', '2026-03-02T19:59:00Z').kind).toBe('hold')
})

it('[T09] takes the first dose for the first step, and asks when neither is known', () => {
  const only = (ketamine: { started?: string }) =>
    judged(stepInterval, { ketamine: { phase: 'titration', ...ketamine } })
  expect(only({ started: '2026-03-01' }).kind).toBe('hold')
  expect(only({ started: '2026-02-01' }).kind).toBe('clear')
  expect(only({})).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/changed/) })
})

it('[T09] counts from the first dose where it came after the recorded step', () => {
  const begun = (started: string) => judged(stepInterval, onTreatment({}, { started, lastStep: '2025-06-01' })).kind
  expect(['2026-03-01', '2026-02-01', '2027-01-01', 'soon'].map(begun)).toEqual(['hold', 'clear', 'missing', 'missing'])
})

it('[T09] asks when the order in force has no date: it may be from today', () => {
  const { ketamine } = onTreatment()
  const { at: _, ...order } = ketamine.order!
  expect(judged(stepInterval, { ketamine: { ...ketamine, order } })).toMatchObject({
    kind: 'missing',
    facts: expect.arrayContaining(['Ketamine order, undated']),
  })
})

it('[T09] names days, not timestamps, and cannot be heard as "wait so much longer"', () => {
  const { because, facts } = stepped('2026-03-01T20:00:00+01:00', '2026-03-02T20:00:00Z')
  expect(because).toBe('25 h since the last change of dose: no step before 72 h have passed.')
  expect(facts.join()).not.toMatch(/T20/)
})

it('[T09] makes the old, the frail and those of unknown age wait twice as long', () => {
  const { age: _, ...ageless } = person
  const slow = { ...onTreatment({}, { lastStep: '2026-02-27' }) }
  expect(judged(stepInterval, { ...slow, person: { ...person, age: 64 } }).kind).toBe('clear')
  expect(judged(stepInterval, { ...slow, person: { ...person, age: 65 } }).kind).toBe('hold')
  expect(judged(stepInterval, { ...slow, person: ageless }).kind).toBe('hold')
  expect(judged(stepInterval, { ...slow, ...form({ frail: true }) }).kind).toBe('hold')
  expect(judged(stepInterval, { ...slow, conditions: [condition(['frailty'], 'Frailty')] }).kind).toBe('hold')
  expect(
    judged(stepInterval, { ...onTreatment({}, { lastStep: '2026-02-24' }), person: { ...person, age: 65 } }).kind,
  ).toBe('clear')
})

it('[T09] says that it does not apply before a dose or in a taper', () => {
  expect(judged(stepInterval)).toMatchObject({ kind: 'clear', facts: ['Phase: assessment, 2026-03-02'] })
  expect(judged(stepInterval, onTreatment({}, { phase: 'taper', lastStep: '2026-03-02' })).kind).toBe('clear')
})
