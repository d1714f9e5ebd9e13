import { expect, it } from 'vitest'
import { pregnancy } from './pregnancy.ts'
import { condition, suitableCase } from '../case.fixture.ts'
import type { Case, ScreeningItem } from '../case.ts'
import { form, judged } from '../judged.fixture.ts'

const { person } = suitableCase()
const who = (change: Partial<Case['person']>) => ({ person: { ...person, ...change } })
const unasked = form({
  pregnant: undefined,
  breastfeeding: undefined,
  'could-become-pregnant': undefined,
  'contraception-adequate': undefined,
})
const asked = (change: Partial<Record<ScreeningItem, boolean | undefined>>, at?: string) =>
  judged(pregnancy, form(change, at)).kind

it('[E11] is clear for a man, and stops for a recorded pregnancy whatever the recorded sex', () => {
  expect(judged(pregnancy, { ...who({ sex: 'male' }), ...unasked })).toMatchObject({
    kind: 'clear',
    facts: [expect.stringContaining('male')],
  })
  expect(judged(pregnancy, { ...who({ sex: 'male' }), ...form({ pregnant: true }) }).kind).toBe('stop')
})

it('[E11] believes an answer that pregnancy is possible over the recorded sex', () => {
  const man = (change: Partial<Record<ScreeningItem, boolean | undefined>>) =>
    judged(pregnancy, { ...who({ sex: 'male' }), ...form({ 'could-become-pregnant': true, ...change }) }).kind
  expect(man({ 'contraception-adequate': false })).toBe('stop')
  expect(man({ 'contraception-adequate': undefined })).toBe('missing')
  expect(man({})).toBe('clear')
})

it('[E11] an age that cannot be right rules nothing out', () => {
  for (const age of [121, 300, Infinity, NaN, -1])
    expect(judged(pregnancy, { ...who({ age }), ...unasked }).kind, `${age}`).toBe('missing')
  expect(judged(pregnancy, { ...who({ age: 120 }), ...unasked }).kind).toBe('clear')
})

it.each([
  [0, 'clear'],
  [11, 'clear'],
  [12, 'missing'],
  [46, 'missing'],
  [55, 'missing'],
  [56, 'clear'],
  [NaN, 'missing'],
  [-1, 'missing'],
] as const)('[E11] a woman of %d, not asked, is %s', (age, kind) => {
  expect(judged(pregnancy, { ...who({ age }), ...unasked }).kind).toBe(kind)
})

it('[E11] asks when age or sex is not known', () => {
  const { sex: _sex, ...noSex } = person
  const { age: _age, ...noAge } = person
  expect(judged(pregnancy, { person: noSex, ...unasked }).kind).toBe('missing')
  expect(judged(pregnancy, { person: noAge, ...unasked }).kind).toBe('missing')
  expect(judged(pregnancy, { ...who({ sex: 'other' }), ...unasked }).kind).toBe('missing')
  expect(judged(pregnancy, who({ sex: 'other' })).kind).toBe('clear')
})

it('[E11] stops for pregnancy and breastfeeding, from form or diagnosis, not for a pregnancy that is over', () => {
  expect(asked({ pregnant: true })).toBe('stop')
  expect(asked({ breastfeeding: true })).toBe('stop')
  expect(judged(pregnancy, { conditions: [condition(['pregnancy'], 'Normal pregnancy')] })).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/unsafe reading/),
  })
  expect(judged(pregnancy, { conditions: [condition(['breastfeeding'], 'Lactation', 'unknown')] }).kind).toBe('stop')
  expect(judged(pregnancy, { conditions: [condition(['pregnancy'], 'Normal pregnancy', 'resolved')] }).kind).toBe(
    'clear',
  )
})

it('[E11] wants contraception where pregnancy is possible', () => {
  expect(asked({ 'could-become-pregnant': true, 'contraception-adequate': true })).toBe('clear')
  expect(asked({ 'could-become-pregnant': true, 'contraception-adequate': false })).toBe('stop')
  expect(asked({ 'could-become-pregnant': true, 'contraception-adequate': undefined })).toBe('missing')
  expect(asked({ 'could-become-pregnant': undefined, 'contraception-adequate': true })).toBe('clear')
  expect(
    judged(pregnancy, {
      ...who({ age: 58 }),
      ...form({ 'could-become-pregnant': true, 'contraception-adequate': false }),
    }).kind,
  ).toBe('stop')
})

it.each(['pregnant', 'breastfeeding'] as const)('[E11] lets "%s: no" expire after 28 d', (item) => {
  expect(asked({ [item]: false }, '2026-02-02')).toBe('clear')
  expect(asked({ [item]: false }, '2026-02-01')).toBe('missing')
  expect(asked({ [item]: undefined })).toBe('missing')
})

it('[E11] lets "contraception: yes" expire too', () => {
  expect(asked({ 'could-become-pregnant': true, 'contraception-adequate': true }, '2026-02-01')).toBe('missing')
})
