import type { Dose } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { doseLine, doseOnce, timesADay } from './dose.ts'

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
