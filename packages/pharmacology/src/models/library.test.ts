import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { interpret } from '../expression.ts'
import type { Model, Source } from '../model.ts'
import { typical } from '../typical.ts'
import { typicalCurves } from '../side-by-side.ts'
import { hours, kg, mg } from '@anodyne/units'
import { library, modelOf } from './library.ts'

const complete = library.filter(({ incomplete }) => incomplete === undefined)

it('[ML4] the library has seven models, and each id once', () => {
  expect(library.map(({ id }) => id)).toEqual([
    'ketamine-composite',
    'ketamine-physiological',
    'simons-2022',
    'perez-ruixo-2021',
    'fanta-otto-2021',
    'ashraf-2018',
    'kamp-2020',
  ])
  expect(modelOf('kamp-2020').title).toContain('Meta-analysis')
  expect(() => modelOf('kamp-2019')).toThrow(
    'model kamp-2019: expected one of ketamine-composite, ketamine-physiological, simons-2022',
  )
})

/** Every source in a model, wherever it stands. */
function sources(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return []
  const here = 'dois' in value && 'where' in value ? [value as Source] : []
  return [...here, ...Object.values(value).flatMap(sources)]
}

it.each(library.map((model) => [model.id, model] as const))('[ML4] %s: every source says where, by DOI', (_, model) => {
  const all = sources(model)
  expect(all.length).toBeGreaterThanOrEqual(model.parameters.length)
  for (const { dois, where } of all) {
    expect(where.length).toBeGreaterThan(5)
    for (const doi of dois) expect(doi).toMatch(/^10\.\d{4,}\//)
  }
})

it.each(complete.map((model) => [model.id, model] as const))(
  '[ML4] %s: compiles with its variance matrix, and hides no number of a paper in an expression',
  (_, model) => {
    const { drawn, factor } = compile(model)
    for (let i = 0; i < drawn.length; i++) expect(factor[i * drawn.length + i]).toBeGreaterThan(0)
    const allowed = new Set([0, 1, 1000])
    expect(
      expressions(model)
        .flatMap(numbersIn)
        .filter((value) => !allowed.has(value)),
    ).toEqual([])
  },
)

it.each(complete.map((model) => [model.id, model] as const))(
  '[ML3] %s: says from where drug leaves the body',
  (_, model) => {
    expect(model.leaves!.length).toBeGreaterThan(0)
    expect(() => compile({ ...model, leaves: model.leaves!.slice(1) })).toThrow('drug is lost')
  },
)

it('[ML9] what is incomplete cannot be simulated and says why, but keeps its numbers', () => {
  expect(() => compile(modelOf('ashraf-2018'))).toThrow(
    'ashraf-2018: incomplete, cannot be simulated: the absorption rate',
  )
  expect(() => compile(modelOf('kamp-2020'))).toThrow('kamp-2020: incomplete, cannot be simulated: only clearance')
  const value = (id: string, symbol: string) => modelOf(id).parameters.find((one) => one.symbol === symbol)
  expect(value('ashraf-2018', 'CLintHk')).toMatchObject({ value: 301, interval95: [260, 352] })
  expect(value('ashraf-2018', 'ka')).toBeUndefined()
  expect(modelOf('ashraf-2018').gaps!.find(({ symbol }) => symbol === 'ka')!.interval95).toEqual([1.47, 2.11])
  expect(value('kamp-2020', 'CL')).toMatchObject({ value: 79, interval95: [69, 90] })
  expect(value('kamp-2020', 'Vss')).toMatchObject({ value: 252, interval95: [200, 304] })
})

it('[ML13] the composite in the library gives the numbers of the forecast', () => {
  const course = {
    substance: 'racemic-ketamine', route: 'sublingual', dose: mg(40), every: hours(8), from: hours(0), until: hours(24),
  } as const // prettier-ignore
  const person = { weight: kg(82), interactions: ['clarithromycin'] } as const
  const times = [0.5, 1, 9, 30]
  const forecast = typical([course], person, times)
  const found = typicalCurves(modelOf('ketamine-composite'), [course], person, times)
  times.forEach((t, k) => {
    expect(found['ketamine']!.concentration[k]! / forecast.ketamine[k]!, `${t} h`).toBeCloseTo(1, 10)
    expect(found['norketamine']!.concentration[k]! / forecast.norketamine[k]!, `${t} h`).toBeCloseTo(1, 10)
  })
})

const expressions = (model: Model): string[] => [
  ...model.flows.map(({ rate }) => rate),
  ...(model.links ?? []).map(({ rate }) => rate),
  ...(model.chains ?? []).flatMap(({ meanTransitTime, exits }) => [meanTransitTime, ...exits.map((e) => e.fraction)]),
  ...Object.values(model.routes).flatMap((parts) =>
    parts.flatMap(({ fraction, lag = '0', duration = '0' }) => [fraction, lag, duration]),
  ),
  ...model.outputs.map(({ scale }) => scale),
  ...model.parameters.flatMap(({ relation }) => (relation === undefined ? [] : [relation])),
]

function numbersIn(text: string): number[] {
  const both = (a: number[], b: number[]) => [...a, ...b]
  return interpret<number[]>(text, {
    constant: (value) => [value],
    symbol: () => [],
    negate: (a) => a,
    add: both,
    subtract: both,
    multiply: both,
    divide: both,
    max: both,
    min: both,
  })
}
