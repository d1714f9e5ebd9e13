import { expect, it } from 'vitest'
import { alike, isAmount, kind, parseUnit } from './unit.ts'

it.each([
  ['L/h', 1, 'L/h'],
  ['L/min', 60, 'L/h'],
  ['/min', 60, '1/h'],
  ['/h', 1, '1/h'],
  ['min', 1 / 60, 'h'],
  ['%', 0.01, '1'],
  ['ng/mL', 1e-3, 'mg/L'],
  ['nmol/mL', 1, 'umol/L'],
  ['g/mol', 1e-3, 'mg/umol'],
  ['ng.h/mL', 1e-3, 'h.mg/L'],
  ['L/h/a', 1, 'L/h/a'],
  ['1', 1, '1'],
])('[ML1] one %s is %f of %s', (text, size, coherent) => {
  const unit = parseUnit(text)
  expect(unit.size).toBeCloseTo(size, 12)
  expect(kind(unit).replace(/^\//, '1/')).toBe(coherent)
})

it.each(['', 'litre', 'L//h', 'L/', 'L^2', 'toString', '.'])('[ML1] %j is no unit', (text) => {
  expect(() => parseUnit(text)).toThrow(RangeError)
})

it('[ML1] a year of age is no time on the clock, and a kilogram of a person no drug', () => {
  expect(alike(parseUnit('a'), parseUnit('h'))).toBe(false)
  expect(alike(parseUnit('kg'), parseUnit('mg'))).toBe(false)
  expect(isAmount(parseUnit('kg'))).toBe(false)
  expect(isAmount(parseUnit('g'))).toBe(true)
  expect(isAmount(parseUnit('umol'))).toBe(true)
  expect(isAmount(parseUnit('mg/L'))).toBe(false)
})
