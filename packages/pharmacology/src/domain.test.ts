import { expect, it } from 'vitest'
import { domainOf, type LibraryCourse, type LibraryPerson } from './domain.ts'
import { modelOf } from './models/library.ts'

const course = (route: string, dose: number, substance: LibraryCourse['substance'] = 'esketamine'): LibraryCourse => ({
  substance, route, dose, every: 24, from: 0, until: 1,
}) // prettier-ignore
const volunteer: LibraryPerson = { weight: 70, age: 24, population: 'healthy', interactions: [] }
const judge = (id: string, route: string, dose: number, person: LibraryPerson = volunteer) =>
  domainOf(modelOf(id), [course(route, dose)], person)

it.each([
  ['simons-2022', 'sublingual', 50],
  ['simons-2022', 'buccal', 100],
  ['simons-2022', 'iv', 20],
  ['perez-ruixo-2021', 'oral', 84],
  ['perez-ruixo-2021', 'intranasal', 28],
  ['fanta-otto-2021', 'iv', 10],
  ['ketamine-composite', 'oral', 84],
  ['ketamine-composite', 'sublingual', 25],
])('[ML14] %s knows %s, %f mg, in a young volunteer', (id, route, dose) => {
  expect(judge(id, route, dose)).toEqual({ kind: 'ok' })
})

it.each([
  ['simons-2022', 'sublingual', 49.9, '50–100 mg'],
  ['simons-2022', 'sublingual', 100.1, '50–100 mg'],
  ['simons-2022', 'iv', 21, '20 mg'],
  ['perez-ruixo-2021', 'oral', 25, '84 mg'],
  ['ketamine-composite', 'oral', 84.1, '10–84 mg'],
  ['ketamine-composite', 'oral', NaN, '10–84 mg'],
])('[ML14] %s, %s, %f mg is outside: %s', (id, route, dose, range) => {
  const judgement = judge(id, route, dose)
  expect(judgement).toMatchObject({ kind: 'outside', outside: [{ value: dose, range }] })
})

it.each<[string, Partial<LibraryPerson>, readonly (number | string)[], string]>([
  ['weight', { weight: 53 }, [], ''],
  ['weight', { weight: 93 }, [], ''],
  ['weight', { weight: 52.9 }, [52.9], '53–93 kg'],
  ['weight', { weight: 93.1 }, [93.1], '53–93 kg'],
  ['age', { age: 19 }, [], ''],
  ['age', { age: 32 }, [], ''],
  ['age', { age: 18 }, [18], '19–32 years'],
  ['age', { age: 33 }, [33], '19–32 years'],
  ['population', { population: 'chronic-pain' }, ['chronic-pain'], 'healthy'],
])('[ML14] Simons, %s %o', (what, change, values, range) => {
  const judgement = judge('simons-2022', 'sublingual', 50, { ...volunteer, ...change })
  expect(judgement).toEqual(
    values.length === 0
      ? { kind: 'ok' }
      : { kind: 'outside', outside: values.map((value) => ({ what, value, range })) },
  )
})

it('[ML14] what is unknown is outside, not ok', () => {
  const judgement = judge('simons-2022', 'sublingual', 50, { interactions: [] })
  expect(judgement).toMatchObject({
    kind: 'outside',
    outside: [
      { what: 'weight', value: 'unknown' },
      { what: 'age', value: 'unknown' },
      { what: 'population', value: 'unknown' },
    ],
  })
})

it.each<[string, string, readonly LibraryCourse[], LibraryPerson, string]>([
  ['a route it does not have', 'fanta-otto-2021', [course('oral', 25)], volunteer, 'route oral: expected iv'],
  [
    'a route of nobody',
    'simons-2022',
    [course('toString', 50)],
    volunteer,
    'route toString: expected sublingual, buccal, iv',
  ],
  ['one good and one unknown route', 'simons-2022', [course('iv', 20), course('oral', 20)], volunteer, 'route oral'],
  [
    'the racemate',
    'simons-2022',
    [course('iv', 20, 'racemic-ketamine')],
    volunteer,
    'substance racemic-ketamine: expected esketamine',
  ],
  [
    'an interacting drug',
    'perez-ruixo-2021',
    [course('oral', 84)],
    { ...volunteer, interactions: ['rifampicin'] },
    'interaction with rifampicin: not in this model',
  ],
  [
    'an infusion by mouth',
    'perez-ruixo-2021',
    [{ ...course('oral', 84), infusion: 1 }],
    volunteer,
    'infusion 1: route oral is not infused',
  ],
  ['what is incomplete', 'ashraf-2018', [course('oral', 14)], volunteer, 'incomplete: the absorption rate'],
  ['what is a summary', 'kamp-2020', [course('iv', 20)], volunteer, 'incomplete: only clearance'],
])('[ML14] refused: %s', (_, id, regimen, person, because) => {
  const judgement = domainOf(modelOf(id), regimen, person)
  expect(judgement.kind).toBe('refused')
  expect(judgement.kind === 'refused' && judgement.because).toContain(because)
})

it('[ML14] a model without a stated domain refuses; the composite knows interacting drugs', () => {
  const { domain: _, ...bare } = modelOf('fanta-otto-2021')
  expect(domainOf(bare, [course('iv', 10)], volunteer)).toEqual({ kind: 'refused', because: 'no domain is stated' })
  expect(judge('ketamine-composite', 'oral', 25, { ...volunteer, interactions: ['rifampicin'] })).toEqual({
    kind: 'ok',
  })
})
