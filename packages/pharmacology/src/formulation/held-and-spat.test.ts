import { expect, it } from 'vitest'
import { typicalExposure } from '../exposure/typical-exposure.ts'
import { forecast } from '../forecast.ts'
import { typical } from '../typical.ts'
import { bothBounds } from './both-bounds.ts'
import { once, seventy } from './formulation.fixture.ts'

const spat = once(100, { route: 'sublingual', formulation: 'troche', retention: 'held and spat' })
const held = once(100, { route: 'sublingual', formulation: 'troche', retention: 'held and swallowed' })
const { least, most } = bothBounds([spat, once(25)])

it('[FO6] a dose held and spat out is no single curve: without a bound it is refused, with the reason', () => {
  const because = 'sublingual, troche, held and spat: how much of it goes down with saliva was never measured'
  expect(() => typical([spat], seventy, [1])).toThrow(because)
  expect(() => forecast([spat], seventy, 5, 1)).toThrow('bound undefined: expected least or most')
  expect(() => typical([{ ...spat, bound: 'middle' as never }], seventy, [1])).toThrow('bound middle: expected least')
})

it('[FO6] the bounds are nothing and everything swallowed of what the mucosa leaves; other courses stay as they are', () => {
  expect(least[1]).toEqual(once(25))
  const { ketamine, norketamine } = typical([held], seventy, [0.5, 2, 9])
  expect(typical(most.slice(0, 1), seventy, [0.5, 2, 9])).toMatchObject({ ketamine, norketamine })
  const area = (regimen: typeof least) => typicalExposure(regimen.slice(0, 1), seventy, { from: 0, to: 24 })
  const [low, high] = [area(least), area(most)]
  // fmuc·D/CL, and (fmuc + (1 − fmuc)·Fpo)·D/CL; what never meets the liver makes norketamine only as it is cleared.
  expect(low.ketamine.AUCinf).toBeCloseTo((0.14 * 100 * 1000) / 95.2, 6)
  expect(high.ketamine.AUCinf).toBeCloseTo(((0.14 + 0.86 * 0.17) * 100 * 1000) / 95.2, 6)
  expect(low.norketamine.AUCinf).toBeCloseTo((0.14 * 100 * 1000) / 57.72, 6)
  expect(high.ketamine.AUCinf / low.ketamine.AUCinf).toBeCloseTo(2.04, 2)
  expect(high.norketamine.AUCinf / low.norketamine.AUCinf).toBeGreaterThan(6)
})

it('[FO6] the lower bound is lower at every moment, and in every virtual patient', () => {
  const times = Array.from({ length: 96 }, (_, k) => (k + 1) / 4)
  const [low, high] = [typical(least, seventy, times), typical(most, seventy, times)]
  times.forEach((time, k) => {
    expect(low.ketamine[k]!, `${time} h`).toBeLessThanOrEqual(high.ketamine[k]! * (1 + 1e-12))
    expect(low.norketamine[k]!, `${time} h`).toBeLessThanOrEqual(high.norketamine[k]! * (1 + 1e-12))
  })
  const [some, more] = [forecast(least, seventy, 200, 3), forecast(most, seventy, 200, 3)]
  for (const quantile of ['p05', 'median', 'p95'] as const)
    expect(some.summary.peakKetamine[quantile]).toBeLessThanOrEqual(more.summary.peakKetamine[quantile])
})
