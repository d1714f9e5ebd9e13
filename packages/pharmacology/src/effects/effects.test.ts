import { expect, it } from 'vitest'
import { kineticsWithEffects } from '../composite.ts'
import { solve } from '../solve/propagate.ts'
import { timeline } from '../solve/timeline.ts'
import { effectDraws } from './draw.ts'
import { antinociceptionParameters } from './antinociception.ts'
import { dissociation, effectParameters, relief } from './effect.ts'

const seed = 11
const n = 20_000
const draws = Array.from({ length: n }, (_, i) => effectDraws(seed, i, true))
const share = (yes: (draw: (typeof draws)[number]) => boolean) => draws.filter(yes).length / n

it(`[PD6] draws reproduce the published intervals (seed ${seed})`, () => {
  // Central 95 %, to within the noise of 20 000 draws. The published limits are not quite symmetric on the logarithm.
  const central = (value: (draw: (typeof draws)[number]) => number, low: number, high: number, within = 0.15) => {
    const sorted = draws.map(value).sort((a, b) => a - b)
    expect(sorted[n * 0.025]! / low).toBeGreaterThan(1 - within)
    expect(sorted[n * 0.025]! / low).toBeLessThan(1 + within)
    expect(sorted[n * 0.975]! / high).toBeGreaterThan(1 - within)
    expect(sorted[n * 0.975]! / high).toBeLessThan(1 + within)
  }
  central(({ C50relief }) => C50relief, 4.37, 21.2)
  // No interval of it is published: about 93 it reaches as far below as it must above to hold 157.
  central(({ C50mind }) => C50mind, 93 ** 2 / 157, 157, 0.02)
  const mean = draws.reduce((sum, { Rmax }) => sum + Rmax, 0) / n
  expect(mean).toBeCloseTo(0.67, 2)
  expect(share(({ Rmax }) => Rmax < 0 || Rmax > 1)).toBe(0)
  expect(share(({ responds }) => responds)).toBeCloseTo(0.345, 1)
  const factors = draws.map(({ slopePressure }) => slopePressure / 0.04)
  expect(Math.min(...factors)).toBeGreaterThanOrEqual(1.5)
  expect(Math.max(...factors)).toBeLessThanOrEqual(2)
})

it('[EF17] what is drawn without a published interval holds what is stated, is not called published, and says whose choice it is', () => {
  const { C50mind } = effectParameters
  const film = antinociceptionParameters.simons2022
  const limits = ({ value, spread: { sd } }: { value: number; spread: { sd: number } }) =>
    [value * Math.exp(-1.96 * sd), value * Math.exp(1.96 * sd)] as const
  const [low, high] = limits(C50mind)
  expect(low).toBeLessThanOrEqual(71)
  expect(high / 157).toBeCloseTo(1, 10)
  const [least, most] = limits(film)
  // Lowest and highest of three assays are 1.69 standard deviations apart on average: 95 % of what they were taken from is wider.
  expect(Math.log(most / least)).toBeCloseTo((2 * 1.96 * Math.log(1.7 / 1.2)) / (3 / Math.sqrt(Math.PI)), 10)
  expect(least).toBeLessThan(1.2 * 237.73)
  expect(most).toBeGreaterThan(1.7 * 237.73)
  for (const one of [C50mind, film]) {
    expect(one.status).toBe('derived')
    expect(`${one.source.where} ${one.note}`).toContain('no interval')
  }
})

it('[PD6] responding does not depend on the other draws', () => {
  const among = (yes: (draw: (typeof draws)[number]) => boolean) => {
    const chosen = draws.filter(yes)
    return chosen.filter(({ responds }) => responds).length / chosen.length
  }
  // Split by the sign of another draw, and by its size, which would betray a uniform used twice.
  for (const yes of [
    ({ C50relief }: (typeof draws)[number]) => C50relief < 10.5,
    ({ C50relief }: (typeof draws)[number]) => Math.abs(Math.log(C50relief / 10.5)) > 0.27,
    ({ C50mind }: (typeof draws)[number]) => C50mind < 93,
  ]) {
    const difference = among(yes) - among((draw) => !yes(draw))
    expect(Math.abs(difference)).toBeLessThan(4 * Math.sqrt((4 * 0.345 * 0.655) / n))
  }
})

it('[PD4] half of the greatest effect at C50', () => {
  expect(relief(10.5, 0.67, 10.5)).toBeCloseTo(0.335, 12)
  expect(dissociation(93, 93)).toBeCloseTo(5, 12)
  expect(relief(0, 0.67, 10.5)).toBe(0)
})

it('[PD4] the relief site after 100 h at 250 ng/mL S-ketamine is near 59 ng/mL and back at C50 27 days later', () => {
  // A plateau of 250 ng/mL is CL · 250 = 23.8 mg/h; the approach to it takes a few hours, hence the tolerance.
  const course = { route: 'iv', dose: 2380, every: 1e4, from: 0, until: 1, infusion: 100 }
  const times = [100, 100 + 27 * 24]
  const sink = new Float64Array(8)
  solve(
    kineticsWithEffects,
    timeline(kineticsWithEffects, [course], 'esketamine', times),
    kineticsWithEffects.typical('esketamine'),
    sink,
  )
  expect(sink[2]! / 59).toBeGreaterThan(0.93)
  expect(sink[2]! / 59).toBeLessThan(1.05)
  expect(sink[6]! / 10.5).toBeGreaterThan(0.93)
  expect(sink[6]! / 10.5).toBeLessThan(1.07)
})
