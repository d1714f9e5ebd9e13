import { expect, it } from 'vitest'
import { observedSpan, pressureWords } from './observed-marks.ts'

const score = (at: string) => ({ at, value: 7, scale: 10 })
const series = (...at: string[]) => ({ pain: at.map(score), bloodPressure: [] }) as Parameters<typeof observedSpan>[0]
const days = (span: readonly [Date, Date] | undefined) => span?.map((d) => d.toISOString().slice(0, 10))

it('[WE18] draws to the day of the assessment, so that an old reading looks as old as it is', () => {
  expect(days(observedSpan(series('2021-03-02', '2013-01-01'), '2026-11-22'))?.[1]).toBe('2026-11-22')
  expect(days(observedSpan(series('2026-11-22T18:00:00Z'), '2026-11-22'))?.[1]).toBe('2026-11-22')
  expect(observedSpan(series(), '2026-11-22')).toBeUndefined()
})

it('[WE18] gives a single reading of today room before it', () => {
  expect(days(observedSpan(series('2026-11-22'), '2026-11-22'))).toEqual(['2026-11-07', '2026-11-22'])
})

it('[WE18] writes a pressure in whole mmHg', () => {
  expect(pressureWords({ systolic: 166.3956225276206, diastolic: 113.4 })).toBe('166/113')
})
