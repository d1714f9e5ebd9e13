import { expect, it } from 'vitest'
import { ageOn, byNewest, daysBetween, isAfter, isDate } from './date.ts'

it('[RR9] knows the calendar', () => {
  for (const date of [
    '2026',
    '2026-02',
    '2024-02-29',
    '2026-03-02T23:59:59Z',
    '2026-03-02T08:30:00.123+05:30',
    '2026-03-02T08:30',
  ])
    expect([date, isDate(date)]).toEqual([date, true])
  for (const date of [
    '1980-02-30',
    '2025-02-29',
    '2026-13',
    '2026-00-01',
    '2026-3-2',
    '02.03.2026',
    '2026-03-02T25:00:00Z',
    '0000',
    '',
    'today',
    '2026-03-02 08:30',
  ])
    expect([date, isDate(date)]).toEqual([date, false])
})

it.each([
  ['1970-03-02', '2026-03-02', 56],
  ['1970-03-03', '2026-03-02', 55],
  ['2004-02-29', '2026-02-28', 21],
  ['2004-02-29', '2026-03-01', 22],
  ['1970', '2026-12-31', 56],
  ['1970', '2026-12-30', undefined],
  ['1970-05', '2026-05-31', 56],
  ['1970-05', '2026-05-30', undefined],
  ['1970-05', '2026-06-01', 56],
])('[RR9] born %s is on %s of age %s', (born, on, age) => {
  expect(ageOn(born, on)).toBe(age)
})

it('[RR7] compares a day with a day and a moment with a moment', () => {
  expect(isAfter('2026-03-02T23:30:00-08:00', '2026-03-02')).toBe(false)
  expect(isAfter('2026-03-03', '2026-03-02')).toBe(true)
  expect(isAfter('2026-03', '2026-03-02')).toBe(false)
  expect(isAfter('2027', '2026-03-02')).toBe(true)
  expect(isAfter('2026-03-02T12:00:00Z', '2026-03-02T11:00:00Z')).toBe(true)
  expect(isAfter('2026-03-02T12:00:00+02:00', '2026-03-02T11:00:00Z')).toBe(false)
})

it('[RR9] counts whole days, and none between dates that are not whole', () => {
  expect(daysBetween('2026-02-01', '2026-03-01T10:00:00Z')).toBe(28)
  expect(daysBetween('2026', '2026-03-01')).toBeUndefined()
  expect([{}, { at: '2020-01-01' }, { at: '2026-01-01' }].sort(byNewest)).toEqual([
    { at: '2026-01-01' },
    { at: '2020-01-01' },
    {},
  ])
})
