import { expect, it } from 'vitest'
import { daysBetween, fewestDaysBetween, isFresh } from './calendar.ts'

it('counts calendar days across a leap day, whatever the hour and offset', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-03-02T23:59:00-08:00', '2026-03-02')).toBe(0)
  expect(daysBetween('2026-03-05', '2026-03-02')).toBe(-3)
})

it('counts a partial date from its first day, or from its last when few days are the danger', () => {
  expect(daysBetween('2026-02', '2026-03-02')).toBe(29)
  expect(fewestDaysBetween('2026-02', '2026-03-02')).toBe(2)
  expect(fewestDaysBetween('2026', '2026-03-02')).toBe(0)
  expect(fewestDaysBetween('2025', '2026-03-02')).toBe(61)
  expect(fewestDaysBetween('2026-02-20', '2026-03-02')).toBe(10)
})

it.each([undefined, 'soon', ''])('cannot count from %s, and then nothing is fresh', (at) => {
  expect(daysBetween(at, '2026-03-02')).toBeNaN()
  expect(fewestDaysBetween(at, '2026-03-02')).toBeNaN()
  expect(isFresh(at, '2026-03-02', 30)).toBe(false)
})

it('is fresh on the last day, not the day after, and never before it happened', () => {
  expect(isFresh('2026-01-31', '2026-03-02', 30)).toBe(true)
  expect(isFresh('2026-01-30', '2026-03-02', 30)).toBe(false)
  expect(isFresh('2026-03-03', '2026-03-02', 30)).toBe(false)
})
