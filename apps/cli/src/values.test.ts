import { expect, it } from 'vitest'
import { readDate, readNumber, readWord } from './values.ts'

const dose = (text: string) => readNumber('--dose', text, { unit: 'mg', above: 0, to: 100 })

it.each([
  ['1', 1],
  ['0.5', 0.5],
  ['100', 100],
] as const)('[CL3] reads %s', (text, value) => {
  expect(dose(text)).toBe(value)
})

it.each(['0', '-1', '100.01', 'abc', 'NaN', 'Infinity', '1e1', '0x10', '12,5', '10mg', '10 mg', '', ' '])(
  '[CL3] refuses the dose "%s", saying value, unit and range',
  (text) => {
    expect(() => dose(text)).toThrow(`--dose ${text}: not usable; expected a number in mg, above 0, at most 100`)
  },
)

it('[CL3] refuses a part of a patient', () => {
  expect(() => readNumber('--n', '1.5', { unit: '', from: 1, to: 9, whole: true })).toThrow(
    'a whole number, from 1 to 9',
  )
})

it.each(['2021-06-01', '2024-02-29'])('[CL3] reads the date %s', (text) => {
  expect(readDate('--as-of', text)).toBe(text)
})

it.each(['2021-02-29', '2021-13-01', '2021-6-1', '01.06.2021', 'today', '2021-06-01T00:00:00Z', '0001-01-01', ''])(
  '[CL3] refuses the date "%s"',
  (text) => {
    expect(() => readDate('--as-of', text)).toThrow('expected YYYY-MM-DD')
  },
)

it('[CL3] an unknown word is answered with the known ones', () => {
  expect(() => readWord('--route', 'nasal', ['oral', 'iv'])).toThrow(
    '--route nasal: not known; expected one of oral, iv',
  )
})
