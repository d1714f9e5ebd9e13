import { expect, it } from 'vitest'
import { parseExpression } from './expression.ts'

const place = (symbol: string) => ({ CL: 0, V1: 1, Fpo: 2 })[symbol]
const value = (text: string) => parseExpression(text, place).evaluate(Float64Array.of(95.2, 133, 0.17))

it.each([
  ['CL/V1', 95.2 / 133],
  ['2*(1-Fpo)*0.94', 2 * 0.83 * 0.94],
  ['1 - 2 - 3', -4],
  ['8/4/2', 1],
  ['2+3*4', 14],
  ['-Fpo*-2', 0.34],
  ['1e3*1.5e-1', 150],
  [' ( ( 2 ) ) ', 2],
  ['max(V1-100, 0)', 33],
  ['min(2, max(3, 4))*2', 4],
])('[PK1] %s is %f', (text, expected) => {
  expect(value(text)).toBeCloseTo(expected, 12)
})

it.each([
  ['CL/V9', 'unknown symbol V9'],
  ['CL/', 'ends too early'],
  ['', 'ends too early'],
  ['(CL', 'expected )'],
  ['CL V1', 'unexpected V1'],
  ['CL)', 'unexpected )'],
  ['*CL', 'unexpected *'],
  ['CL^2', 'unexpected character at 2'],
  ['globalThis.alert', 'unexpected character'],
  ['1.', 'unexpected character'],
  ['max(CL)', 'expected ,'],
  ['max(CL, V1', 'expected )'],
  ['exp(CL)', 'unknown symbol exp'],
  ['max', 'unknown symbol max'],
  ['CL, V1', 'unexpected ,'],
])('[PK1] %j is refused: %s', (text, why) => {
  expect(() => parseExpression(text, place)).toThrow(RangeError)
  expect(() => parseExpression(text, place)).toThrow(why)
})

it('[PK1] says which symbols it uses', () => {
  expect(parseExpression('Fpo*CL*(1-Fpo)', place).symbols).toEqual(['Fpo', 'CL'])
})
