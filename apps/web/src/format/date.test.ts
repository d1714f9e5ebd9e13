import { expect, it } from 'vitest'
import { calendarDay, day, moment } from './date.ts'

it('[WE05] writes the month in letters', () => {
  expect(day('2026-01-05').replaceAll('\u00a0', ' ')).toBe('5 Jan 2026')
  expect(day('2026-09-30').replaceAll('\u00a0', ' ')).toBe('30 Sep 2026')
})

it('[WE05] keeps a date without a time on its own day in every time zone', () => {
  expect(day('2026-03-01').replaceAll('\u00a0', ' ')).toBe('1 Mar 2026')
  expect(calendarDay('2026-03-01').replaceAll('\u00a0', ' ')).toBe('Sun 1 Mar 2026')
})

it('[WE06] completes no partial date and hides no unreadable one', () => {
  expect(day('2019')).toBe('2019')
  expect(day('2019-04')).toBe('2019-04')
  expect(day('soon')).toBe('soon')
  expect(day(undefined)).toBe('date not known')
  expect(moment(undefined)).toBe('time not known')
})
