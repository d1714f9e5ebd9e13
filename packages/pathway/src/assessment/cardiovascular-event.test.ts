import { expect, it } from 'vitest'
import { cardiovascularEvent } from './cardiovascular-event.ts'
import { condition } from '../case.fixture.ts'
import type { Condition, ConditionKind } from '../case.ts'
import { form, judged } from '../judged.fixture.ts'

const rule = cardiovascularEvent
const item = 'cardiovascular-event-or-unstable'
const has = (kind: ConditionKind, status: Condition['status'] = 'active', onset?: string) => ({
  conditions: [condition([kind], kind, status, onset)],
})

it('[E07] is clear when answered no within 28 d, missing later or unasked, stop when yes', () => {
  expect(judged(rule).kind).toBe('clear')
  expect(judged(rule, form({ [item]: false }, '2026-02-02')).kind).toBe('clear')
  expect(judged(rule, form({ [item]: false }, '2026-02-01')).kind).toBe('missing')
  expect(judged(rule, form({ [item]: undefined }))).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/\?/) })
  expect(judged(rule, form({ [item]: true })).kind).toBe('stop')
})

it('[E07] stops for an infarction on the last of 183 days, not the day after', () => {
  expect(judged(rule, has('myocardial-infarction', 'resolved', '2025-08-31'))).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/form says/),
  })
  expect(judged(rule, has('myocardial-infarction', 'resolved', '2025-08-30')).kind).toBe('clear')
})

it('[E07] counts an infarction known to the month from its last day', () => {
  expect(judged(rule, has('myocardial-infarction', 'active', '2025-08')).kind).toBe('stop')
  expect(judged(rule, has('myocardial-infarction', 'active', '2025-07')).kind).toBe('clear')
})

it('[E07] asks when the infarction has no date', () => {
  expect(judged(rule, has('myocardial-infarction', 'active', 'long ago'))).toMatchObject({
    kind: 'missing',
    ask: 'When was the infarction?',
  })
})

it.each(['stroke', 'aneurysm-or-avm'] as const)('[E07] stops for %s ever', (kind) => {
  expect(judged(rule, has(kind, 'resolved', '1999-01-01')).kind).toBe('stop')
  expect(judged(rule, has(kind, 'unknown')).kind).toBe('stop')
  expect(judged(rule, has(kind, 'refuted')).kind).toBe('clear')
})

it('[E07] stops for unstable angina now, and asks whether heart failure is stable', () => {
  expect(judged(rule, has('unstable-angina')).kind).toBe('stop')
  expect(judged(rule, has('unstable-angina', 'resolved')).kind).toBe('clear')
  expect(judged(rule, has('heart-failure')).kind).toBe('clear')
  expect(judged(rule, { ...has('heart-failure'), ...form({ [item]: undefined }) }).kind).toBe('missing')
})
