import { expect, it } from 'vitest'
import { inducers } from './inducers.ts'
import { listCases } from './list.cases.ts'
import { form, judged, stopped, taking } from '../judged.fixture.ts'

// [I05]
listCases(inducers, {
  ingredients: ['rifampicin', 'carbamazepine', 'phenytoin', 'phenobarbital', 'primidone', 'st-johns-wort'],
  taken: 'caution',
})

it('[I05] says what rifampicin and St John’s wort did, and to cut ketamine when the inducer stops', () => {
  const finding = judged(inducers, taking('carbamazepine'))
  expect(finding.because).toMatch(/× 0.14.*× 0.42.*by extension.*cut ketamine first/)
  expect(finding.because).not.toMatch(/The form says/)
  expect(finding.source).toContain('10.1111/j.1742-7843.2012.00908.x')
})

it('[I05] asks about St John’s wort, which is not on lists', () => {
  expect(judged(inducers, form({ 'st-johns-wort': undefined }))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/St John/),
  })
  expect(judged(inducers, form({ 'st-johns-wort': false }, '2026-02-01')).kind).toBe('missing')
  expect(judged(inducers, form({ 'st-johns-wort': true })).kind).toBe('caution')
  expect(judged(inducers, taking('st-johns-wort')).because).toMatch(/The form says no/)
})

it('[I05] cautions up to 14 d after an inducer was stopped, and when its end is not recorded', () => {
  expect(judged(inducers, stopped('rifampicin', '2026-02-16'))).toMatchObject({
    kind: 'caution',
    because: expect.stringMatching(/exposure rises/),
  })
  expect(judged(inducers, stopped('rifampicin', '2026-02-15')).kind).toBe('clear')
  expect(judged(inducers, stopped('rifampicin')).kind).toBe('caution')
})
