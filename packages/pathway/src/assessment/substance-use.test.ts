import { expect, it } from 'vitest'
import { substanceUse } from './substance-use.ts'
import { condition } from '../case.fixture.ts'
import { form, judged } from '../judged.fixture.ts'

const rule = substanceUse
const disorder = (status: 'active' | 'resolved' | 'refuted' | 'unknown') => ({
  conditions: [condition(['substance-use-disorder'], 'Opioid use disorder', status)],
})
const items = [
  'substance-use-disorder-active',
  'substance-use-disorder-past',
  'non-prescribed-psychoactive-last-4-weeks',
] as const

it('[E12] is clear when all three are answered no', () => {
  expect(judged(rule).kind).toBe('clear')
})

it.each(items)('[E12] is missing when %s is not asked, or was over 28 d ago', (item) => {
  expect(judged(rule, form({ [item]: undefined }))).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/\?/) })
  expect(judged(rule, form({ [item]: false }, '2026-02-02')).kind).toBe('clear')
  expect(judged(rule, form({ [item]: false }, '2026-02-01')).kind).toBe('missing')
})

it('[E12] stops for an active disorder and for use in the last four weeks', () => {
  expect(judged(rule, form({ [items[0]]: true })).kind).toBe('stop')
  expect(judged(rule, form({ [items[2]]: true })).kind).toBe('stop')
  expect(judged(rule, disorder('active'))).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/unsafe reading/),
  })
  expect(judged(rule, disorder('unknown')).kind).toBe('stop')
})

it('[E12] cautions for a past disorder, with weekly supply', () => {
  expect(judged(rule, form({ [items[1]]: true }))).toMatchObject({
    kind: 'caution',
    because: expect.stringMatching(/weekly/),
  })
  expect(judged(rule, disorder('resolved'))).toMatchObject({
    kind: 'caution',
    because: expect.stringMatching(/unsafe reading/),
  })
  expect(judged(rule, disorder('refuted')).kind).toBe('clear')
})

it('[E12] shows an overdose on record, and does not let it pass', () => {
  const overdose = { conditions: [condition(['overdose'], 'Drug overdose', 'resolved')] }
  expect(judged(rule, overdose)).toMatchObject({ kind: 'caution', because: expect.stringMatching(/overdose/) })
  expect(judged(rule, { ...overdose, screening: {} })).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/overdose/),
  })
})
