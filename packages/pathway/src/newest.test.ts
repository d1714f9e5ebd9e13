import { expect, it } from 'vitest'
import { fact } from './case.fixture.ts'
import { areFresh, newest } from './newest.ts'

const { at: _, ...undated } = fact(9)

it('takes every reading of the newest day, whatever the order, and the undated ones', () => {
  const readings = [fact(1, '1', '2026-01-01'), fact(2, '2', '2026-02-01T08:00Z'), undated, fact(3, '3', '2026-02-01')]
  expect(newest(readings).map((r) => r.value)).toEqual([2, 9, 3])
  expect(newest([])).toEqual([])
  expect(newest([undated])).toEqual([undated])
})

it('is fresh only by a dated reading', () => {
  expect(areFresh([fact(1)], '2026-03-02', 0)).toBe(true)
  expect(areFresh([fact(1), undated], '2026-03-02', 0)).toBe(true)
  expect(areFresh([undated], '2026-03-02', 9999)).toBe(false)
  expect(areFresh([], '2026-03-02', 9999)).toBe(false)
})
