import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arithmeticHolds, isMeasurable, measurableDose } from './dose-arithmetic.ts'
import { protocol } from './options/protocol.fixture.ts'

it('[DO1] writes mg, mL and strength of a dose that can be measured', () => {
  expect(measurableDose(10, 10, protocol)).toEqual({ mg: 10, mL: 1, strength: 10 })
  expect(measurableDose(25, 50, protocol)).toEqual({ mg: 25, mL: 0.5, strength: 50 })
  expect(measurableDose(3, 10, protocol)).toEqual({ mg: 3, mL: 0.3, strength: 10 })
})

it('[DO2] rounds down, never up', () => {
  expect(measurableDose(10.99, 10, protocol)).toEqual({ mg: 10, mL: 1, strength: 10 })
  expect(measurableDose(24, 50, protocol)).toEqual({ mg: 20, mL: 0.4, strength: 50 })
})

it('[DO3] refuses what is not a dose', () => {
  const code = (mg: number, strength?: number) => {
    const dose = measurableDose(mg, strength, protocol)
    return 'refused' in dose ? dose.refused.code : dose
  }
  for (const mg of [NaN, 0, -1, Infinity]) expect(code(mg, 10)).toBe('not-an-amount')
  for (const strength of [undefined, NaN, 0, -10, Infinity]) expect(code(10, strength)).toBe('no-strength')
  expect(code(0.9, 10)).toBe('not-measurable')
  expect(code(1, 10)).toEqual({ mg: 1, mL: 0.1, strength: 10 })
})

it('[DO4] knows a dose whose arithmetic does not hold, or that no syringe shows', () => {
  expect(arithmeticHolds({ mg: 25, mL: 2.5, strength: 50 })).toBe(false)
  expect(arithmeticHolds({ mg: NaN, mL: 1, strength: 10 })).toBe(false)
  expect(isMeasurable({ mg: 12.5, mL: 1.25, strength: 10 }, protocol)).toBe(false)
  expect(isMeasurable({ mg: 12, mL: 1.2, strength: 10 }, protocol)).toBe(true)
})

it('[DO1] [DO2] for any amount and strength (seed printed on failure)', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1000, noNaN: true }),
      fc.constantFrom(10, 20, 50, 100, 7.5),
      (mg, strength) => {
        const dose = measurableDose(mg, strength, protocol)
        if ('refused' in dose) return mg < 0.1 * strength
        const graduations = dose.mL / 0.1
        return (
          arithmeticHolds(dose) &&
          isMeasurable(dose, protocol) &&
          dose.mg <= mg + 1e-6 &&
          mg - dose.mg < 0.1 * strength + 1e-6 &&
          Math.abs(graduations - Math.round(graduations)) < 1e-6
        )
      },
    ),
  )
})
