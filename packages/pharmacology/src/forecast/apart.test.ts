import { hours, mg } from '@anodyne/units'
import { expect, it } from 'vitest'
import { kineticsWithEffects } from '../composite.ts'
import { effectDraws } from '../effects/draw.ts'
import { effectParameters, relief } from '../effects/effect.ts'
import { ketamineOccupancy } from '../effects/occupancy.ts'
import { antinociceptionParameters } from '../effects/antinociception.ts'
import { forecast, type Band, type FullForecast } from '../forecast.ts'
import { deviates, individual } from '../population/individual.ts'
import type { Course } from '../regimen.ts'
import { solve } from '../solve/propagate.ts'
import { timeline } from '../solve/timeline.ts'
import { typical } from '../typical.ts'
import { worlds } from './knowledge.ts'

const person = { weight: 70, age: 40, interactions: [] }
const course = (dose: number, change: Partial<Record<keyof Course, unknown>> = {}): Course =>
  ({
    substance: 'racemic-ketamine',
    route: 'oral',
    dose: mg(dose),
    every: hours(8),
    from: hours(0),
    until: hours(24 * 28),
    ...change,
  }) as Course
const month = forecast([course(50)], person, 640, 2, { step: 6 })
const end = (band: Band) => [band.p05.at(-1)!, band.median.at(-1)!, band.p95.at(-1)!] as const
const width = (band: Band, k = band.p05.length - 1) => band.p95[k]! - band.p05[k]!

it('[EF7] people alone are what they were before kinetics were uncertain in the forecast (seed 4)', () => {
  // Printed by version 0.1.0, whose bands of concentration held people alone.
  const before = forecast([course(25, { until: hours(96) })], person, 101, 4)
  expect(before.people.ketamine.median[9]! / 11.041176685288873).toBeCloseTo(1, 10)
  expect(before.people.ketamine.p95[9]! / 26.2360016437352).toBeCloseTo(1, 10)
  expect(before.summary.responders).toBe(0.3465346534653465)
})

const spreadOfLog = (band: Band, k: number) => Math.log(band.p95[k]! / band.p05[k]!)
const all = ['ketamine', 'norketamine', 'relief', 'dissociation'] as const

it('[EF16] the band of a forecast is wider than people and wider than what is not known, for levels and for effects', () => {
  for (const one of [...all, 'pressure'] as const)
    for (const k of [3, 60, 108, 112]) {
      expect(spreadOfLog(month[one], k), one).toBeGreaterThan(spreadOfLog(month.people[one], k))
      expect(spreadOfLog(month[one], k), one).toBeGreaterThan(spreadOfLog(month.knowledge[one], k))
    }
})

it('[EF16] both spreads are in it once: on the logarithm their squares add (seed 11)', () => {
  const { knowledge, people, ...together } = forecast([course(25, { until: hours(24 * 7) })], person, 4000, 11, {
    step: 8,
    since: 146,
  })
  for (const one of all) {
    const k = together.hours.length - 1
    const sum = Math.hypot(spreadOfLog(people[one], k), spreadOfLog(knowledge[one], k))
    expect(spreadOfLog(together[one], k) / sum, one).toBeGreaterThan(0.85)
    expect(spreadOfLog(together[one], k) / sum, one).toBeLessThan(1.2)
  }
})

it('[EF16] what a plan keeps is the wide one: its peaks hold the uncertainty of kinetics', () => {
  const kept = forecast([course(25, { until: hours(24) })], person, 1000, 2, { apart: false })
  const highest = (band: Band, quantile: 'p05' | 'p95') => Math.max(...band[quantile])
  const { people } = forecast([course(25, { until: hours(24) })], person, 1000, 2, { step: 0.25 })
  expect(kept.summary.peakKetamine.p95).toBeGreaterThan(1.05 * highest(people.ketamine, 'p95'))
  expect(kept.summary.peakOccupancy!.p95).toBeGreaterThan(highest(people.occupancy!, 'p95'))
})

it('[EF7] people alone differ less than together, about the same middle', () => {
  for (const effect of ['ketamine', 'relief', 'dissociation'] as const) {
    expect(width(month.people[effect])).toBeLessThan(width(month[effect]))
    expect(end(month.people[effect])[1] / end(month[effect])[1]).toBeGreaterThan(0.8)
    expect(end(month.people[effect])[1] / end(month[effect])[1]).toBeLessThan(1.25)
  }
})

it('[EF7] with one patient people are a line: relief at the estimates of half-life and C50 of that patient', () => {
  const one = forecast([course(50)], person, 1, 2, { step: 24 })
  expect(one.people.relief.p05).toEqual(one.people.relief.p95)
  const model = kineticsWithEffects
  const eta = deviates(model, 2, 0).map((value, k) =>
    model.model.parameters[model.drawn[k]!]!.variance!.kind === 'uncertainty' ? 0 : value,
  )
  const values = new Float64Array(model.model.parameters.length)
  individual(model, model.typical('racemic-ketamine'), eta, values)
  const sink = new Float64Array(4)
  solve(model, timeline(model, [course(50)], 'racemic-ketamine', [672]), values, sink)
  const { Rmax } = effectDraws(2, 0, false)
  expect(one.people.relief.median.at(-1)! / relief(sink[2]!, Rmax, 10.5)).toBeCloseTo(1, 9)
  // The worlds are as many as ever.
  expect(width(one.knowledge.relief)).toBeGreaterThan(0.05)
  expect(one.knowledge).toEqual(forecast([course(50)], person, 40, 2, { step: 24 }).knowledge)
})

it('[EF7] knowledge does not narrow with more patients, and more patients do not widen it', () => {
  const more = forecast([course(50)], person, 64, 2, { step: 6 })
  expect(more.knowledge).toEqual(month.knowledge)
  expect(more.people.relief).not.toEqual(month.people.relief)
})

it('[EF7] the middle of the worlds is near the typical person', () => {
  const { ketamine, norketamine } = typical([course(50)], person, month.hours)
  for (const k of [3, 50, 100]) {
    expect(month.knowledge.ketamine.median[k]! / ketamine[k]!).toBeGreaterThan(0.9)
    expect(month.knowledge.ketamine.median[k]! / ketamine[k]!).toBeLessThan(1.1)
    expect(month.knowledge.norketamine.median[k]! / norketamine[k]!).toBeGreaterThan(0.93)
    expect(month.knowledge.norketamine.median[k]! / norketamine[k]!).toBeLessThan(1.07)
  }
})

it('[EF7] what is not known of a swallowed dose is mostly its bioavailability: 0.08–0.24 between studies', () => {
  const k = month.hours.indexOf(648)
  const ratio = month.knowledge.ketamine.p95[k]! / month.knowledge.ketamine.p05[k]!
  // exp(2·1.645·√(0.41²·(1 − 0.17)² + 0.15²)) is near 3.4 for the average; ka adds at a given hour.
  expect(ratio).toBeGreaterThan(2.5)
  expect(ratio).toBeLessThan(6)
  const infused = forecast([course(20, { route: 'iv', infusion: hours(1), until: hours(24) })], person, 16, 2)
  const three = infused.hours.indexOf(3)
  expect(infused.knowledge.ketamine.p95[three]! / infused.knowledge.ketamine.p05[three]!).toBeLessThan(1.7)
})

it('[EF10] [EF17] the worlds have the intervals of the effect parameters, published and derived (seed 9)', () => {
  const all = worlds(kineticsWithEffects, 9, true)
  const central = (of: (world: (typeof all)[number]) => number) => {
    const sorted = all.map(of).sort((a, b) => a - b)
    // 96 worlds: 2.5 % lie below the mean of the second and third.
    return [(sorted[1]! + sorted[2]!) / 2, (sorted.at(-2)! + sorted.at(-3)!) / 2] as const
  }
  const near = ([low, high]: readonly [number, number], expected: readonly [number, number], within = 0.15) => {
    for (const ratio of [low / expected[0], high / expected[1]]) expect(Math.abs(ratio - 1)).toBeLessThan(within)
  }
  near(
    central(({ C50relief }) => C50relief),
    [4.37, 21.2],
  )
  near(
    central(({ chance }) => chance),
    [0.14, 0.62],
  )
  near(
    central(({ C50mind }) => C50mind),
    [93 ** 2 / 157, 157],
    0.05,
  )
  near(
    central(({ C50 }) => C50.olofsen2022),
    [0.38 * 237.73, 0.66 * 237.73],
  )
  near(
    central(({ C50 }) => C50.simons2022),
    [0.954 * 237.73, 2.138 * 237.73],
    0.05,
  )
  near(
    central(({ slopePressure }) => slopePressure),
    [0.06, 0.08],
  )
  near(central(({ Rmax }) => Rmax), [0.67 - 1.96 * 0.17 / Math.sqrt(24), 0.67 + 1.96 * 0.17 / Math.sqrt(24)]) // prettier-ignore
  expect(month.summary.knowledge!.responders.median).toBeCloseTo(0.33, 2)
})

it('[EF11] occupancy, antinociception and pulse follow the levels they come from', () => {
  const k = month.hours.indexOf(654)
  const { people, knowledge, summary } = month
  expect(people.occupancy!.median[k]).toBe(ketamineOccupancy(people.ketamine.median[k]!, 'racemic-ketamine'))
  expect(people.pulse.p95[k]).toBeCloseTo((1.9 / 185) * people.ketamine.p95[k]!, 12)
  // The same site as dissociation: E = 10·C/(C + 93).
  const site = (E: number) => (93 * E) / (10 - E)
  const C = site(people.dissociation.p75[k]!)
  const { olofsen2022, simons2022 } = antinociceptionParameters
  expect(people.antinociception.olofsen2022.p75[k]).toBeCloseTo(C / (C + olofsen2022.value), 10)
  expect(people.antinociception.simons2022.p75[k]).toBeCloseTo(C / (C + simons2022.value), 10)
  expect(width(knowledge.antinociception.olofsen2022, k)).toBeGreaterThan(0)
  expect(width(knowledge.occupancy!, k)).toBeGreaterThan(0)
  expect(summary.peakOccupancy!.median).toBeCloseTo(
    ketamineOccupancy(summary.peakKetamine.median, 'racemic-ketamine'),
    5,
  )
  expect(summary.peakAntinociception!.olofsen2022.median).toBeGreaterThan(
    summary.peakAntinociception!.simons2022.median,
  )
  expect(summary.peakPulse!.p95).toBeLessThan(3)
})

it('[EF11] where racemate and S-ketamine are mixed occupancy is left out, not guessed', () => {
  const mixed = forecast([course(20), course(20, { substance: 'esketamine' })], person, 16, 2, { until: 24 })
  expect(mixed.people.occupancy).toBeUndefined()
  expect(mixed.summary.peakOccupancy).toBeUndefined()
  expect(mixed.people.antinociception.olofsen2022.median).toHaveLength(25)
})

it('[EF7] all bands are ordered, finite and as long as the hours; without dose all are 0', () => {
  const every = ({ people, knowledge }: FullForecast): Band[] =>
    [people, knowledge].flatMap(({ antinociception, ...rest }) => [
      ...Object.values(antinociception),
      ...(Object.values(rest) as Band[]),
    ])
  expect(every(month)).toHaveLength(18)
  for (const band of every(month)) {
    expect(band.median).toHaveLength(month.hours.length)
    band.median.forEach((median, k) => {
      const five = [band.p05[k]!, band.p25[k]!, median, band.p75[k]!, band.p95[k]!]
      expect(five.every(Number.isFinite)).toBe(true)
      expect(five).toEqual([...five].sort((a, b) => a - b))
    })
  }
  for (const band of every(forecast([course(0)], person, 16, 2, { step: 24 })))
    for (const value of [...band.p05, ...band.p95]) expect(value).toBe(0)
})

it('[EF12] patient i is bit for bit the same whatever n is', () => {
  // Order statistics that need no interpolation, each some patient's own number: the same one is met again at another n.
  const own = [1, 3, 5, 21, 41, 61].map((n) => {
    const { ketamine } = forecast([course(50, { until: hours(48) })], person, n, 9)
    return n === 1 || n === 3 ? [ketamine.median] : n === 5 ? [ketamine.p25, ketamine.median, ketamine.p75] : Object.values(ketamine) // prettier-ignore
  })
  let again = 0
  for (let k = 1; k <= 48; k++) {
    const sorted = own.flatMap((bands) => bands.map((band: readonly number[]) => band[k]!)).sort((a, b) => a - b)
    for (let i = 1; i < sorted.length; i++) {
      const apart = sorted[i]! / sorted[i - 1]! - 1
      if (apart < 1e-9) expect(sorted[i]).toBe(sorted[i - 1])
      if (apart === 0) again += 1
    }
  }
  expect(again).toBeGreaterThan(48)
})

it('[EF7] the same without the two apart is the same forecast', () => {
  const { people: _p, knowledge: _k, summary, ...rest } = month
  const { peakAntinociception: _a, knowledge: _s, ...kept } = summary
  expect(forecast([course(50)], person, 640, 2, { step: 6, apart: false })).toEqual({ ...rest, summary: kept })
  expect(relief(10.5, effectParameters.Rmax.value, 10.5)).toBeCloseTo(0.335, 12)
})
