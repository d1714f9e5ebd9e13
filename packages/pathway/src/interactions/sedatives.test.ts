import { expect, it } from 'vitest'
import { listCases } from './list.cases.ts'
import { sedatives } from './sedatives.ts'
import { fact } from '../case.fixture.ts'
import type { Medication } from '../case.ts'
import { form, judged, taking, unreadable } from '../judged.fixture.ts'

// [I10]
listCases(sedatives, {
  ingredients: [
    'diazepam',
    'lorazepam',
    'clonazepam',
    'alprazolam',
    'temazepam',
    'zolpidem',
    'zopiclone',
    'gabapentin',
    'pregabalin',
    'promethazine',
    'diphenhydramine',
    'hydroxyzine',
    'doxylamine',
  ],
  taken: 'caution',
})

it('[I10] stops for alcohol on the day of a dose, and asks when nobody has', () => {
  expect(judged(sedatives, form({ 'alcohol-on-dose-day': true })).kind).toBe('stop')
  expect(judged(sedatives, form({ 'alcohol-on-dose-day': true }, '2020-01-01')).kind).toBe('stop')
  expect(judged(sedatives, form({ 'alcohol-on-dose-day': undefined }))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/alcohol/),
  })
  expect(judged(sedatives, form({ 'alcohol-on-dose-day': false }, '2026-02-01')).kind).toBe('missing')
})

it('[I10] does not let a sedative hide that alcohol was not asked about', () => {
  const finding = judged(sedatives, { ...taking('diazepam'), ...form({ 'alcohol-on-dose-day': undefined }) })
  expect(finding).toMatchObject({ kind: 'missing', because: expect.stringMatching(/diazepam.*Alcohol/) })
  expect(judged(sedatives, { medications: [...(taking('diazepam').medications ?? []), unreadable] }).kind).toBe(
    'missing',
  )
})

it.each([
  [2, false],
  [2.5, true],
  [NaN, true],
])('[I10] lorazepam %d mg/d: above what the oral trial allowed is %s', (mgPerDay, above) => {
  const lorazepam: Medication = {
    ingredients: ['lorazepam'],
    name: 'Lorazepam',
    readable: true,
    status: 'current',
    mgPerDay,
  }
  expect(/above 2 mg\/d/.test(judged(sedatives, { medications: [fact(lorazepam, 'Lorazepam')] }).because)).toBe(above)
})
