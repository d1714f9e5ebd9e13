import { expect, it } from 'vitest'
import { chart, short } from './chart.ts'

const flat = (x: number) => [x, x]
const band = { p05: flat(1), p25: flat(3), median: flat(5), p75: flat(7), p95: flat(9) }
const spec = { width: 30, height: 5, unit: 'ng/mL', top: 10, from: '0 h', to: '8 h' }

it('[CL14] draws the median inside its half inside its nine in ten', () => {
  const rows = chart([0, 8], band, spec).map((l) => l.replace(/^.*[┤│]/, ''))
  expect(rows.slice(0, 5).map((r) => r[0])).toEqual(['░', '▒', '━', '▒', '░'])
})

it('[CL14] starts the axis at 0 and names its unit and its ends', () => {
  const lines = chart([0, 8], band, spec)
  expect(lines[0]).toContain('10 ng/mL ┤')
  expect(lines[4]).toContain('0 ng/mL ┤')
  expect(lines[5]).toMatch(/0 h\s+8 h$/)
})

it('[CL14] puts a rising median higher at the end than at the start', () => {
  const rising = { p05: [0, 10], p25: [0, 10], median: [0, 10], p75: [0, 10], p95: [0, 10] }
  const rows = chart([24, 48], rising, spec)
  expect(rows[0]?.endsWith('━')).toBe(true)
  expect(rows[4]).toContain('┤━')
})

it('[CL14] draws nothing from nothing, or from what is no number', () => {
  expect(chart([0], band, spec)).toEqual([])
  const none = { p05: flat(NaN), p25: flat(NaN), median: flat(NaN), p75: flat(NaN), p95: flat(NaN) }
  expect(chart([0, 8], none, { ...spec, width: 30 }).join('')).not.toMatch(/[━▒░]/)
})

it.each([
  [0, '0'],
  [12.34, '12'],
  [123.4, '123'],
  [0.01234, '0.012'],
  [1.26, '1.3'],
  [NaN, '?'],
])('[CL14] writes %d as %s', (x, text) => {
  expect(short(x)).toBe(text)
})
