import { hours, mg } from '@anodyne/units'
import { expect, it } from 'vitest'
import { typicalExposure } from '../exposure/typical-exposure.ts'
import { forecast } from '../forecast.ts'
import { modelOf } from '../models/library.ts'
import type { Course } from '../regimen.ts'
import { typical } from '../typical.ts'
import { formulations, retentions } from './formulation.ts'
import { once, seventy } from './formulation.fixture.ts'
import { knowledge } from './known.ts'
import { formulationNotes, knowledgeOf, modelRoute } from './model-route.ts'

const times = [0.2, 0.5, 1, 2, 6, 24]
const ways = ['oral', 'sublingual', 'buccal', 'iv', 'im', 'sc'] as const
const everyWay = ways.flatMap((route) =>
  [undefined, ...formulations].flatMap((formulation) =>
    [undefined, ...retentions].map((retention) => ({
      route,
      ...(formulation === undefined ? {} : { formulation }),
      ...(retention === undefined ? {} : { retention }),
    })),
  ),
)

it('[FO1] what is not stated is a solution swallowed, the pooled forms held and swallowed, an injection', () => {
  const same: readonly (readonly [Partial<Course>, Partial<Course>])[] = [
    [{}, { formulation: 'solution', retention: 'swallowed' }],
    [{ route: 'sublingual' }, { route: 'sublingual', formulation: 'wafer', retention: 'held and swallowed' }],
    [{ route: 'sublingual' }, { route: 'buccal', formulation: 'film' }],
    [{ route: 'iv' }, { route: 'iv', formulation: 'injection' }],
  ]
  for (const [short, long] of same) {
    const { assumed, ...levels } = typical([once(25, long)], seventy, times)
    expect(typical([once(25, short)], seventy, times)).toMatchObject(levels)
    expect(assumed.length).toBeGreaterThan(0)
  }
  expect([{ route: 'oral' }, { route: 'sublingual' }, { route: 'iv' }].map(modelRoute)).toEqual([
    'oral',
    'sublingual',
    'iv',
  ])
})

it('[FO2] every way of taking it has one answer: a model route, a reason why there is none, or a refusal', () => {
  const composite = modelOf('ketamine-composite')
  const count = { modelled: 0, unknown: 0, refused: 0 }
  for (const way of everyWay) {
    let found
    try {
      found = knowledgeOf(way)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      expect((error as Error).message).toMatch(/^(retention|formulation) .+: expected .+ by route \w+$/)
      count.refused++
      continue
    }
    expect(knowledge.filter((one) => one === found)).toHaveLength(1)
    expect(found.reason.length).toBeGreaterThan(10)
    if (found.judgement === 'unknown') {
      expect(() => modelRoute(way)).toThrow(found.reason)
      for (const route of Object.values(found.between ?? {})) expect(composite.routes).toHaveProperty([route])
      count.unknown++
    } else {
      expect(composite.routes).toHaveProperty([modelRoute(way)])
      expect(composite.domain!.routes).toHaveProperty([modelRoute(way)])
      if (found.judgement === 'known') expect(found.source.dois.length).toBeGreaterThan(0)
      count.modelled++
    }
  }
  // 6 routes × 9 formulations × 4 retentions; counted by hand: 8·2 + 5·2·2 + 2 have a curve, 1·2·2 + 6·2 + 2 + 2 have none.
  expect(count).toEqual({ modelled: 38, unknown: 20, refused: 216 - 58 })
})

it.each<[Partial<Course>, string]>([
  [{ retention: 'held and swallowed' }, 'course 1: retention held and swallowed: expected swallowed by route oral'],
  [
    { retention: 'held and spat', bound: 'least' },
    'course 1: retention held and spat: expected swallowed by route oral',
  ],
  [
    { route: 'sublingual', retention: 'swallowed' },
    'retention swallowed: expected held and swallowed, held and spat by route sublingual',
  ],
  [
    { route: 'buccal', formulation: 'capsule' },
    'formulation capsule: expected tablet, wafer, film, none, troche, solution by route buccal',
  ],
  [{ route: 'sublingual', formulation: 'prolonged-release tablet' }, 'formulation prolonged-release tablet: expected'],
  [{ formulation: 'injection' }, 'formulation injection: expected solution, none, troche'],
  [{ route: 'iv', formulation: 'tablet' }, 'formulation tablet: expected injection, none by route iv'],
  [{ route: 'iv', retention: 'swallowed' }, 'retention swallowed: expected none by route iv'],
  [{ bound: 'least' }, 'bound least: expected only of a dose that is held and spat'],
  [{ formulation: 'syrup' as never }, 'formulation syrup: expected'],
  [{ retention: 'chewed' as never }, 'retention chewed: expected'],
  [{ route: 'nasal' as never }, 'route nasal: expected oral, sublingual, buccal, iv, im, sc'],
])('[FO3] what cannot be is refused: %o', (how, because) => {
  expect(() => typical([once(25, how)], seventy, times)).toThrow(because)
  expect(() => forecast([once(25, how)], seventy, 2, 1)).toThrow(RangeError)
})

it.each<[Partial<Course>, string]>([
  [{ route: 'im' }, 'course 1: im: no data, bioavailability is handed down as 0.93'],
  [{ route: 'sc', formulation: 'injection' }, 'course 1: sc, injection: no data, no absorption rate'],
  [
    { route: 'sublingual', formulation: 'solution' },
    'course 1: sublingual, solution: no data, a solution held in the mouth',
  ],
])('[FO4] what was not measured has no curve, but a reason: %o', (how, because) => {
  expect(() => typical([once(25, how)], seventy, times)).toThrow(because)
  expect(() => forecast([once(25, how)], seventy, 2, 1)).toThrow(because)
  expect(() => typicalExposure([once(25, how)], seventy, { from: 0, to: 8 })).toThrow(because)
})

it('[FO4] the gaps stand in the model too', () => {
  const symbols = modelOf('ketamine-composite').gaps!.map(({ symbol }) => symbol)
  expect(symbols).toEqual(['fswallow', 'ftroche', 'Fim', 'kasc'])
})

it('[FO5] a capsule or tablet comes later and lower than a solution, in the same amount', () => {
  const of = (formulation: 'solution' | 'capsule' | 'tablet') =>
    typicalExposure([once(25, { formulation })], seventy, { from: 0, to: 24 }).ketamine
  const [solution, capsule] = [of('solution'), of('capsule')]
  expect(of('tablet')).toEqual(capsule)
  expect(capsule.AUCinf / solution.AUCinf).toBeCloseTo(1, 9)
  expect(capsule.tmax).toBeGreaterThan(solution.tmax + 0.05)
  expect(capsule.tmax).toBeLessThan(solution.tmax + 0.25)
  expect(capsule.Cmax).toBeLessThan(solution.Cmax)
  expect(formulationNotes([once(25, { formulation: 'capsule' })])[0]).toContain(
    '0.25 h longer than a solution (assumed)',
  )
})

it('[FO8] a change of formulation or retention is two courses, which add up', () => {
  const stretch = (from: number, until: number, how: Partial<Course>): Course =>
    once(40, { from: hours(from), until: hours(until), every: hours(8), ...how })
  const parts = [
    stretch(0, 48, { formulation: 'solution' }),
    stretch(48, 96, { route: 'sublingual', formulation: 'troche', retention: 'held and swallowed' }),
    stretch(96, 144, { route: 'sublingual', formulation: 'troche', retention: 'held and spat', bound: 'least' }),
    stretch(144, 192, { formulation: 'prolonged-release tablet', every: hours(12), dose: mg(60) }),
  ]
  const at = [47, 49, 96, 97, 143, 150, 191, 215]
  const together = typical(parts, seventy, at)
  at.forEach((time, k) => {
    const sum = parts.reduce((total, part) => total + typical([part], seventy, at).ketamine[k]!, 0)
    expect(together.ketamine[k]! / sum, `${time} h`).toBeCloseTo(1, 9)
  })
  expect(forecast(parts, seventy, 8, 1).ketamine.median).toHaveLength(193)
})

it.each<[string, Partial<Course>]>([
  ['capsule', { formulation: 'capsule' }],
  ['prolonged-release tablet', { formulation: 'prolonged-release tablet' }],
  ['wafer held and spat', { route: 'sublingual', formulation: 'wafer', retention: 'held and spat', bound: 'least' }],
])('[FO8] the typical curve, the exposure and the forecast take a %s alike', (_, how) => {
  const regimen = [once(60, how)]
  const { Cmax, tmax } = typicalExposure(regimen, seventy, { from: 0, to: 24 }).ketamine
  expect(typical(regimen, seventy, [tmax]).ketamine[0]! / Cmax).toBeCloseTo(1, 9)
  const { median } = forecast(regimen, seventy, 400, 2, { until: 24 }).summary.peakKetamine
  expect(Math.abs(median / Cmax - 1)).toBeLessThan(0.12)
})

it('[FO8] what is not observed in a stated way of taking it is said, once; nothing is said of what is not stated', () => {
  const troche = once(25, { route: 'sublingual', formulation: 'troche' })
  expect(formulationNotes([troche, troche])).toEqual([
    expect.stringContaining('compounded troches differ between makers'),
  ])
  expect(
    formulationNotes([once(25), once(25, { route: 'sublingual' }), once(25, { formulation: 'solution' })]),
  ).toEqual([])
})
