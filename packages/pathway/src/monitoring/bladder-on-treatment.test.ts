import { expect, it } from 'vitest'
import { bladderOnTreatment } from './bladder-on-treatment.ts'
import { condition } from '../case.fixture.ts'
import { form, judged, onTreatment } from '../judged.fixture.ts'

const rule = bladderOnTreatment
const on = onTreatment()
const disease = (onset: string, status: 'active' | 'resolved' | 'unknown' = 'active') => ({
  conditions: [condition(['bladder-disease'], 'Cystitis', status, onset)],
})

it.each([true, false, undefined])(
  '[M05] stops for new symptoms, whether infection is excluded (%s) or not',
  (excluded) => {
    const finding = judged(rule, {
      ...on,
      ...form({ 'bladder-symptoms-new': true, 'urine-infection-excluded': excluded }),
    })
    expect(finding).toMatchObject({ kind: 'stop', ask: expect.stringMatching(/urine.*urology/) })
    expect(finding.because).toMatch(excluded ? /Infection is excluded/ : /not excluded/)
  },
)

it.each([true, false, undefined])('[M05] infection excluded (%s) never makes silence clear', (excluded) => {
  expect(
    judged(rule, { ...on, ...form({ 'bladder-symptoms-new': undefined, 'urine-infection-excluded': excluded }) }),
  ).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/frequency/) })
})

it('[M05] is clear when answered no within 31 d, missing when before', () => {
  expect(judged(rule, on).kind).toBe('clear')
  expect(judged(rule, { ...on, ...form({ 'bladder-symptoms-new': false }, '2026-01-30') }).kind).toBe('clear')
  expect(judged(rule, { ...on, ...form({ 'bladder-symptoms-new': false }, '2026-01-29') }).kind).toBe('missing')
})

it('[M05] takes symptoms for new when nobody has said that they are not', () => {
  expect(
    judged(rule, { ...on, ...form({ 'bladder-symptoms-or-haematuria': true, 'bladder-symptoms-new': undefined }) })
      .kind,
  ).toBe('stop')
  expect(judged(rule, { ...on, ...form({ 'bladder-symptoms-or-haematuria': true }) }).kind).toBe('clear')
})

it('[M05] stops for a bladder disease that began with or after the first dose', () => {
  expect(judged(rule, { ...on, ...disease('2026-02-01') })).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/The form says/),
  })
  expect(judged(rule, { ...on, ...disease('2026-02-20', 'unknown') }).kind).toBe('stop')
  expect(judged(rule, { ...on, ...disease('2026-01-31') }).kind).toBe('clear')
  expect(judged(rule, { ...on, ...disease('2026-02-20', 'resolved') }).kind).toBe('clear')
  expect(judged(rule, { ...on, ...disease('2026') }).kind).toBe('stop')
  expect(judged(rule, { ...on, ...disease('2025') }).kind).toBe('clear')
  expect(judged(rule, { ...on, ...disease('some time') }).kind).toBe('missing')
})

it('[M05] says that it does not apply before treatment', () => {
  expect(judged(rule, form({ 'bladder-symptoms-new': undefined }))).toMatchObject({
    kind: 'clear',
    facts: ['Phase: assessment, 2026-03-02'],
  })
})

it('[M05] is asked wherever an order is in force, whatever the phase says', () => {
  const off = onTreatment({}, { phase: 'follow-up' })
  expect(judged(rule, { ...off, ...form({ 'bladder-symptoms-new': true }) }).kind).toBe('stop')
  expect(judged(rule, { ketamine: { phase: 'follow-up' }, ...form({ 'bladder-symptoms-new': true }) }).kind).toBe(
    'clear',
  )
})
