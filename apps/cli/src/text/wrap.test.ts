import { expect, it } from 'vitest'
import { hang, wrap } from './wrap.ts'

it('[CL16] breaks at spaces and keeps every word', () => {
  const text = 'one two three four five six seven'
  expect(wrap(text, 12).every((l) => l.length <= 12)).toBe(true)
  expect(wrap(text, 12).join(' ')).toBe(text)
})

it.each([
  ['give 10 mg now', 7],
  ['give 10 mg/mL now', 8],
  ['keep 120 mm[Hg] or less', 10],
  ['wait 14 days more', 8],
])('[CL16] never parts the number of "%s" from its unit', (text, width) => {
  expect(wrap(text, width).some((l) => /\d$/.test(l))).toBe(false)
})

it('[CL16] cuts a word that is longer than the line', () => {
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
})

it('[CL16] hangs a paragraph under its first line', () => {
  expect(hang('- ', 'aaaaaaaaa bbbbbbbbb ccccccccc', 18)).toEqual(['- aaaaaaaaa', '  bbbbbbbbb', '  ccccccccc'])
})
