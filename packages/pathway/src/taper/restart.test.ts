import { expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import type { HomeDose } from './home-dose.ts'
import { afterGap } from './restart.ts'

const dose: HomeDose = { form: 'solution', mg: 25, mL: 2.5, strength: 10, timesPerDay: 3 }
const capsule: HomeDose = { form: 'unit', mg: 25, units: 1, strength: 25, timesPerDay: 3 }

it.each([
  [0, 'resume', 25, 2.5],
  [3, 'resume', 25, 2.5],
  [3.1, 'reduce', 12, 1.2],
  [14, 'reduce', 12, 1.2],
  [14.1, 'start-again', 0, 0],
  [NaN, 'start-again', 0, 0],
  [undefined, 'start-again', 0, 0],
  [-1, 'start-again', 0, 0],
  [Infinity, 'start-again', 0, 0],
] as const)('[TA9] after %s d: %s', (days, answer, mostMg, mostAmount) => {
  expect(afterGap(days, dose, protocol)).toMatchObject({ answer, mostMg, mostAmount, decides: 'prescriber' })
})

it('[TA9] starts again where half the dose cannot be measured, and says that its limits are ours', () => {
  expect(afterGap(7, capsule, protocol)).toMatchObject({ answer: 'start-again', mostMg: 0 })
  expect(afterGap(7, { ...capsule, mg: 50, units: 2 }, protocol)).toMatchObject({
    answer: 'reduce',
    mostMg: 25,
    mostAmount: 1,
  })
  expect(afterGap(7, { ...dose, mg: NaN }, protocol)).toHaveProperty('refused.code', 'not-measurable')
  const rule = afterGap(7, dose, protocol)
  if ('refused' in rule) throw new Error(rule.refused.message)
  expect(rule.limits.map((key) => protocol.limits[key]?.basis)).toEqual(['engineering', 'engineering', 'engineering'])
})
