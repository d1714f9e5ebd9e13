import { expect, it } from 'vitest'
import { intracranialIntraocular } from './intracranial-intraocular.ts'
import { condition } from '../case.fixture.ts'
import type { Condition, ConditionKind } from '../case.ts'
import { form, judged } from '../judged.fixture.ts'

const rule = intracranialIntraocular
const has = (kind: ConditionKind, status: Condition['status'], onset?: string) => ({
  conditions: [condition([kind], kind, status, onset)],
})

it('[E05] is clear when both questions are answered no', () => {
  expect(judged(rule).kind).toBe('clear')
})

it.each(['raised-intracranial-pressure-or-lesion', 'glaucoma-severe'] as const)(
  '[E05] is missing when %s is not asked, or too long ago',
  (item) => {
    expect(judged(rule, form({ [item]: undefined }))).toMatchObject({
      kind: 'missing',
      ask: expect.stringMatching(/\?/),
    })
    expect(judged(rule, form({ [item]: false }, '2025-03-02')).kind).toBe('clear')
    expect(judged(rule, form({ [item]: false }, '2025-03-01')).kind).toBe('missing')
  },
)

it.each(['raised-intracranial-pressure', 'intracranial-lesion'] as const)(
  '[E05] stops for %s, cautions when resolved',
  (kind) => {
    expect(judged(rule, has(kind, 'active'))).toMatchObject({
      kind: 'stop',
      because: expect.stringMatching(/unsafe reading/),
    })
    expect(judged(rule, has(kind, 'unknown')).kind).toBe('stop')
    expect(judged(rule, has(kind, 'resolved')).kind).toBe('caution')
    expect(judged(rule, has(kind, 'refuted')).kind).toBe('clear')
  },
)

it('[E05] stops on the form’s word', () => {
  expect(judged(rule, form({ 'raised-intracranial-pressure-or-lesion': true })).kind).toBe('stop')
})

it('[E05] stops for a head injury on the last of 183 days, or without a date', () => {
  expect(judged(rule, has('recent-head-injury', 'resolved', '2025-08-31')).kind).toBe('stop')
  expect(judged(rule, has('recent-head-injury', 'resolved', '2025-08-30')).kind).toBe('clear')
  expect(judged(rule, has('recent-head-injury', 'resolved', 'once')).kind).toBe('stop')
  expect(judged(rule, has('recent-head-injury', 'active', '1999-01-01')).kind).toBe('stop')
})

it('[E05] cautions for glaucoma, resolved or on the form', () => {
  expect(judged(rule, has('glaucoma', 'active')).kind).toBe('caution')
  expect(judged(rule, has('glaucoma', 'resolved')).kind).toBe('caution')
  expect(judged(rule, form({ 'glaucoma-severe': true })).kind).toBe('caution')
  expect(
    judged(rule, { ...has('glaucoma', 'active'), ...form({ 'raised-intracranial-pressure-or-lesion': undefined }) })
      .kind,
  ).toBe('missing')
})
