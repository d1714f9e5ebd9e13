import { expect, it } from 'vitest'
import { typicalCurves } from '../side-by-side.ts'
import { fantaOtto2021 } from './fanta-otto-2021.ts'
import { dose, seventyKilograms } from './single-dose.fixture.ts'

/** V21: medians of 17 people, read off a figure to about 10 %. */
const medians = [
  [0.5, 56, 10],
  [1, 27, 23],
  [2, 15.5, 20],
  [3, 11.5, 16],
  [5, 6.0, 12],
  [6, 4.2, 11],
  [8, 2.5, 8],
  [10, 1.8, 6.5],
] as const
const times = medians.map(([t]) => t)
const curves = typicalCurves(fantaOtto2021, [dose('iv', 10, 0, 0.5)], seventyKilograms, times)

it.each(medians)('[ML12] 10 mg over 30 min, %f h: medians %f and %f ng/mL within 20 %', (t, ketamine, norketamine) => {
  const k = times.indexOf(t)
  expect(Math.abs(curves['ketamine']!.concentration[k]! / ketamine - 1)).toBeLessThan(0.2)
  expect(Math.abs(curves['norketamine']!.concentration[k]! / norketamine - 1)).toBeLessThan(0.2)
})

it('[ML12] areas are D/CL and D/CLn, and volume at steady state is 419 L', () => {
  const { ketamine, norketamine } = typicalCurves(fantaOtto2021, [dose('iv', 10, 0, 0.5)], seventyKilograms, [1000])
  expect(ketamine!.auc).toBeCloseTo(10_000 / 95.2, 8)
  expect(norketamine!.auc).toBeCloseTo(10_000 / 57.72, 8)
  const volumes = ['V', 'Vp1', 'Vp2'].map((one) => fantaOtto2021.parameters.find(({ symbol }) => symbol === one)!.value)
  expect(volumes.reduce<number>((sum, value) => sum + (value as number), 0)).toBeCloseTo(419, 0)
})

it('[ML12] clearance grows with weight to the power 0.75', () => {
  const { ketamine } = typicalCurves(fantaOtto2021, [dose('iv', 10)], { ...seventyKilograms, weight: 54 }, [1000])
  expect(ketamine!.auc).toBeCloseTo(10_000 / (95.2 * (54 / 70) ** 0.75), 8)
})
