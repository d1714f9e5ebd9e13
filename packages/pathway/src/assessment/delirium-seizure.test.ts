import { expect, it } from 'vitest'
import { deliriumSeizure } from './delirium-seizure.ts'
import { condition, fact } from '../case.fixture.ts'
import type { Condition } from '../case.ts'
import { form, judged } from '../judged.fixture.ts'

const rule = deliriumSeizure
const has = (...conditions: ReturnType<typeof condition>[]) => ({ conditions })
const epilepsy = (status: Condition['status'], onset = '1999-01-01') =>
  condition(['epilepsy'], 'Epilepsy', status, onset)

it('[E04] is clear when all three are answered no', () => {
  expect(judged(rule)).toMatchObject({
    kind: 'clear',
    facts: expect.arrayContaining([expect.stringContaining('delirium-now')]),
  })
})

it.each(['delirium-now', 'seizure-last-6-months', 'epilepsy-ever'] as const)(
  '[E04] is missing when %s is not known',
  (item) => {
    expect(judged(rule, form({ [item]: undefined }))).toMatchObject({
      kind: 'missing',
      ask: expect.stringMatching(/\?/),
    })
  },
)

it('[E04] lets a "no" about the present expire after 28 d and a "never" after 365 d', () => {
  expect(judged(rule, form({ 'delirium-now': false }, '2026-02-02')).kind).toBe('clear')
  expect(judged(rule, form({ 'delirium-now': false }, '2026-02-01')).kind).toBe('missing')
  expect(judged(rule, form({ 'epilepsy-ever': false }, '2025-03-02')).kind).toBe('clear')
  expect(judged(rule, form({ 'epilepsy-ever': false }, '2025-03-01')).kind).toBe('missing')
})

it('[E04] stops for delirium now, not for one that has resolved or was refuted', () => {
  expect(judged(rule, form({ 'delirium-now': true })).kind).toBe('stop')
  expect(judged(rule, has(condition(['delirium'], 'Delirium', 'active')))).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/unsafe reading/),
  })
  expect(judged(rule, has(condition(['delirium'], 'Delirium', 'resolved'))).kind).toBe('clear')
  expect(judged(rule, has(condition(['delirium'], 'Delirium', 'refuted'))).kind).toBe('clear')
})

it('[E04] stops for a seizure on the last of 183 days, and cautions the day after', () => {
  expect(judged(rule, form({ 'seizure-last-6-months': true })).kind).toBe('stop')
  expect(judged(rule, has(condition(['seizure'], 'Seizure', 'resolved', '2025-08-31'))).kind).toBe('stop')
  expect(judged(rule, has(condition(['seizure'], 'Seizure', 'resolved', '2025-08-30'))).kind).toBe('caution')
})

it('[E04] stops for a seizure disorder that ended lately', () => {
  const ended = fact<Condition>({
    kinds: ['epilepsy'],
    name: 'Epilepsy',
    status: 'resolved',
    onset: '1999-01-01',
    abatement: '2026-01-10',
  })
  expect(judged(rule, has(ended)).kind).toBe('stop')
})

it('[E04] stops for active epilepsy unless freedom from seizures is answered', () => {
  expect(judged(rule, { ...has(epilepsy('active')), ...form({ 'seizure-last-6-months': undefined }) }).kind).toBe(
    'stop',
  )
  expect(
    judged(rule, { ...has(epilepsy('unknown')), ...form({ 'seizure-last-6-months': false }, '2020-01-01') }).kind,
  ).toBe('stop')
  expect(judged(rule, has(epilepsy('active'))).kind).toBe('caution')
})

it('[E04] cautions for remote epilepsy, and asks when a resolved one has no answer beside it', () => {
  expect(judged(rule, has(epilepsy('resolved'))).kind).toBe('caution')
  expect(judged(rule, { ...has(epilepsy('resolved')), ...form({ 'seizure-last-6-months': undefined }) }).kind).toBe(
    'missing',
  )
  expect(judged(rule, has(epilepsy('refuted'))).kind).toBe('clear')
})
