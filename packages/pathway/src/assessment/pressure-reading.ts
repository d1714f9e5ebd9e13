import type { BloodPressure } from '../case.ts'

/** Says what is wrong with a reading that cannot be one; `undefined` when it is credible. */
export function incredible({ systolic, diastolic }: BloodPressure, leastSystolic: number): string | undefined {
  if (!Number.isFinite(systolic) || !Number.isFinite(diastolic)) return 'a number is not readable'
  if (!(diastolic > 0) || !(systolic >= leastSystolic)) return `the values are too low to be mm[Hg] at rest`
  if (!(systolic > diastolic)) return 'systolic is not above diastolic'
  return undefined
}
