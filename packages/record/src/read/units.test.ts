import { expect, it } from 'vitest'
import { convert, ucumSpelling } from './units.ts'

const near = (answer: ReturnType<typeof convert>, value: number) =>
  expect('value' in answer && answer.value).toBeCloseTo(value, 6)

it('[RR12] converts by UCUM', () => {
  near(convert(150, '[lb_av]', 'kg'), 68.0388555) // 1 lb = 0.45359237 kg exactly
  near(convert(72_000, 'g', 'kg'), 72)
  near(convert(4.2, 'g/dL', 'g/L'), 42)
  near(convert(1, 'ukat/L', 'U/L'), 60) // 1 U = 1 umol/min
  near(convert(16, 'kPa', 'mm[Hg]'), 16 / 0.133322) // UCUM: m[Hg] = 133.3220 kPa
})

it('[RR12] exchanges mass and amount of substance only with a molar mass', () => {
  near(convert(1, 'mg/dL', 'umol/L', 113.12), 10_000 / 113.12)
  near(convert(88.4, 'umol/L', 'mg/dL', 113.12), (88.4 * 113.12) / 10_000)
  expect(convert(1, 'mg/dL', 'umol/L')).toEqual({ code: 'unit-incommensurable' })
})

it.each(['foo', 'mg per dL', '', 'mm Hg extra', 'kg\n', 'x'.repeat(99), 'µ', '__proto__', 'constructor'])(
  '[RR12] refuses the unit %j without a word on the console',
  (unit) => {
    expect(convert(1, unit, 'kg')).toEqual({ code: 'unit-unknown' })
  },
)

it('[RR12] refuses what is another kind of quantity', () => {
  expect(convert(1, 'cm', 'kg')).toEqual({ code: 'unit-incommensurable' })
  expect(convert(7, 'kg', '{score}')).toEqual({ code: 'unit-incommensurable' })
  expect(convert(7, '{points}', '{score}')).toEqual({ value: 7 })
})

it('[RR12] reads printed spellings that can mean one unit only', () => {
  for (const [printed, ucum] of [
    ['mmHg', 'mm[Hg]'],
    ['mm Hg', 'mm[Hg]'],
    ['lbs', '[lb_av]'],
    ['µmol/L', 'umol/L'],
    ['μmol/L', 'umol/L'],
    ['IU/L', 'U/L'],
    ['mL/min/1.73m2', 'mL/min/{1.73_m2}'],
    ['constructor', 'constructor'],
  ])
    expect(ucumSpelling(printed!)).toBe(ucum)
})
