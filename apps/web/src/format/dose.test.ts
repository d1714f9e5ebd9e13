import type { Dose } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { courseWords, doseLine, doseOnce, howOften, timesADay } from './dose.ts'

const dose: Dose = { substance: 'racemic-ketamine', route: 'oral', mg: 20, mL: 2, strength: 10, timesPerDay: 3 }

it('[WE04] says mg, mL and strength together', () => {
  expect(doseOnce(dose).replaceAll('\u00a0', ' ')).toBe('20 mg = 2 mL of 10 mg/mL')
  expect(doseLine(dose).replaceAll('\u00a0', ' ')).toBe('20 mg = 2 mL of 10 mg/mL, 3 times a day')
})

it('[WE04] holds no place where a line may break', () => {
  expect(doseLine(dose)).not.toMatch(/[ \t\n]/)
})

it('[WE04] shows a dose that is not a number as not known', () => {
  expect(doseOnce({ ...dose, mL: Number.NaN })).toContain('not known')
  expect(timesADay(Number.NaN)).toContain('not known')
})

it('[WE04] never calls a single dose daily, nor the first stage of a taper the whole course', () => {
  const plain = (text = '') => text.replaceAll('\u00a0', ' ')
  const once = { ...dose, timesPerDay: 1 }
  expect(plain(howOften(once, { dose: once, days: 1, mgPerDay: 20 }))).toBe('once only')
  expect(courseWords({ dose: once, days: 1, mgPerDay: 20 })).toBeUndefined()
  expect(plain(howOften(once, { dose: once, days: 7, mgPerDay: 20 }))).toBe('once a day')
  const taper = { dose, days: 21, mgPerDay: 60, stages: [{ dose, days: 7 }] }
  expect(plain(howOften(dose, taper))).toBe('3 times a day at first')
  expect(plain(courseWords(taper))).toBe('then less, in stages over 21 days:')
  expect(plain(courseWords({ dose, days: 7, mgPerDay: 60 }))).toBe('for 7 days, 60 mg a day in all')
})
