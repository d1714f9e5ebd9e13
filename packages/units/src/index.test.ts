import { expect, it } from 'vitest'
import { hours, kg, mg, mgPerMl, mL, mmHg, ngPerMl, years, days } from './index.ts'

it.each([mg, mL, mgPerMl, kg, years, hours, days, ngPerMl, mmHg])(
  '[PK13] a unit keeps a finite number as it is',
  (make) => {
    expect(make(12.5)).toBe(12.5)
    expect(make(-1)).toBe(-1)
  },
)

it.each([NaN, Infinity, -Infinity])('[PK13] %f has no unit', (value) => {
  expect(() => mg(value)).toThrow(RangeError)
  expect(() => mg(value)).toThrow(`not a number of mg: ${value}`)
})
