import { expect, it } from 'vitest'
import { prose } from './prose.ts'

const plain = (text: string) => prose(text).replaceAll('\u00a0', ' ')

it('[WE04] keeps a dose inside a sentence whole', () => {
  const set = prose('Test dose, supervised: 10 mg = 1 mL of 10 mg/mL, once')
  expect(set).toContain('10\u00a0mg\u00a0=\u00a01\u00a0mL\u00a0of\u00a010\u00a0mg/mL,')
  expect(set).toContain('dose, supervised')
})

it('[WE05] writes dates and pressure as in a clinic, and keeps a number with its unit', () => {
  expect(plain('Blood pressure 172/98 mm[Hg] at 2026-11-20')).toBe('Blood pressure 172/98 mmHg at 20 Nov 2026')
  expect(plain('eGFR 79.1 mL/min/{1.73_m2}')).toBe('eGFR 79.1 mL/min/1.73 m²')
  expect(prose('10 mg/mL, 3 times a day')).toContain('3\u00a0times\u00a0a\u00a0day')
  expect(prose('for 7 days')).toBe('for 7\u00a0days')
  expect(prose('26.6 % urinary symptoms')).toBe('26.6\u00a0% urinary symptoms')
})

it('[WE05] changes no other word, number or address', () => {
  for (const text of [
    'doi:10.1002/ejp.1914',
    '3 of 21 gained',
    'AUC × 2.6, Cmax × 3.6',
    '',
    '2026-13-45',
    '2026-11-20T09:00+01:00',
  ])
    expect(plain(text), text).toBe(text)
})
