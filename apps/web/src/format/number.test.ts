import { expect, it } from 'vitest'
import { chance, count, decimal, measured, percent, quantity } from './number.ts'

it('[WE05] writes no trailing zero and always a leading one', () => {
  expect([5, 0.5, 2.5, 10, 100].map((n) => decimal(n))).toEqual(['5', '0.5', '2.5', '10', '100'])
  expect(decimal(100, 0)).toBe('100')
  expect(decimal(1.005, 1)).toBe('1')
})

it('[WE06] says of what is not a number that it is not known', () => {
  for (const write of [decimal, measured, percent, chance]) {
    expect(write(Number.NaN)).toBe('not known')
    expect(write(undefined)).toBe('not known')
    expect(write(Number.POSITIVE_INFINITY)).toBe('not known')
  }
  expect(quantity(undefined, 'mg')).toBe('not known')
})

it('[WE12] never calls a chance none or certain', () => {
  expect([0, 0.001].map(chance)).toEqual(['<\u00a01\u00a0%', '<\u00a01\u00a0%'])
  expect([1, 0.999].map(chance)).toEqual(['>\u00a099\u00a0%', '>\u00a099\u00a0%'])
  expect(chance(0.144)).toBe('14\u00a0%')
  expect(percent(0)).toBe('0\u00a0%')
})

it('[WE05] keeps number and unit on one line', () => {
  expect(quantity(2.5, 'mL')).toBe('2.5\u00a0mL')
  expect(count(1, 'day')).toBe('1\u00a0day')
})

it('writes a negative number with a minus sign, and no minus zero', () => {
  expect(decimal(-2.4, 1)).toBe('−2.4')
  expect(decimal(-0.001, 1)).toBe('0')
})

it('shortens what was measured by its size', () => {
  expect([312.4, 31.26, 3.126, 0.031].map(measured)).toEqual(['312', '31.3', '3.13', '0.03'])
})
