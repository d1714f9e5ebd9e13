import { expect, it } from 'vitest'
import { timeAbove } from './curve.ts'
import { exposure } from './measures.ts'
import { sampledCurve } from './sampled-curve.ts'

const samples = [
  { time: 0, concentration: 0 },
  { time: 1, concentration: 40 },
  { time: 2, concentration: 40 },
  { time: 4, concentration: 10 },
  { time: 8, concentration: 2.5 },
]

it('[EX4] straight up, exponential down, worked by hand', () => {
  const curve = sampledCurve(samples)
  const [first, second] = [30 / Math.log(4), 7.5 / Math.log(4)]
  const found = exposure(curve, 0, 8)
  expect(found.AUC).toBeCloseTo(20 + 40 + 2 * first + 4 * second, 12)
  expect(found).toMatchObject({ Cmax: 40, tmax: 1, Cmin: 0, tmin: 0 })
  expect(found.Cavg).toBeCloseTo(found.AUC / 8, 12)
  // Half way down the logarithm: 20 at 3 h, 5 at 6 h.
  expect([...curve.at([0.25, 3, 6])]).toEqual([10, expect.closeTo(20, 12), expect.closeTo(5, 12)])
  expect(curve.area(3, 6)).toBeCloseTo(10 / Math.log(2) + 5 / Math.log(2) * 2, 12) // prettier-ignore
  expect(timeAbove(curve, 20, 0, 8)).toBeCloseTo(3 - 0.5, 7)
})

it('[EX4] linear everywhere', () => {
  const curve = sampledCurve(samples, 'linear')
  expect(exposure(curve, 0, 8).AUC).toBeCloseTo(20 + 40 + 50 + 25, 12)
  expect(curve.at([3])[0]).toBeCloseTo(25, 12)
})

it('[EX4] nothing is invented outside the samples, and bad samples are refused', () => {
  const curve = sampledCurve(samples)
  expect(() => curve.at([9])).toThrow('where it was sampled')
  expect(() => exposure(curve, 0, 9)).toThrow('interval 0 to 9')
  expect(() => curve.area(0, NaN)).toThrow('interval')
  expect(() => sampledCurve([samples[0]!])).toThrow('two or more')
  expect(() => sampledCurve([samples[1]!, samples[0]!])).toThrow('sample time 0')
  expect(() => sampledCurve([samples[0]!, { time: 1, concentration: NaN }])).toThrow('concentration NaN')
})
