import { expect, it } from 'vitest'
import { compile } from './compile.ts'
import type { Model, Parameter } from './model.ts'
import { perezRuixo2021 as perez } from './models/perez-ruixo-2021.ts'
import { timeline } from './solve/timeline.ts'

const withRelation = (symbol: string, relation: string, more: Partial<Model> = {}): Model => ({
  ...perez,
  ...more,
  parameters: perez.parameters.map((one): Parameter => (one.symbol === symbol ? { ...one, relation } : one)),
})
const flow = (age?: number) => {
  const compiled = compile(perez)
  const values = compiled.typical('esketamine')
  compiled.relate(values, { age })
  return values[perez.parameters.findIndex(({ symbol }) => symbol === 'Qh')]!
}

it.each([
  [18, 151],
  [60, 151],
  [60.5, 151 - 1.095],
  [61, 148.81],
  [86, 151 - 26 * 2.19],
])('[ML6] hepatic flow at %f years is %f L/h', (age, expected) => {
  expect(flow(age)).toBeCloseTo(expected, 10)
})

it('[ML6] an age that is not known is at its reference', () => {
  expect(flow()).toBe(151)
})

it('[ML6] weight enters a relation as age does', () => {
  const compiled = compile({
    ...perez,
    covariates: [{ ...perez.covariates![0]!, name: 'weight', unit: 'kg', reference: 74 }, perez.covariates![0]!],
    parameters: [
      ...perez.parameters.map((one): Parameter => (one.symbol === 'Vc' ? { ...one, relation: 'Vc*weight/Wref' } : one)),
      { ...perez.parameters[9]!, symbol: 'Wref', unit: 'kg', value: 74 },
    ],
  })
  const values = compiled.typical('esketamine')
  compiled.relate(values, { weight: 37, age: 70 })
  const value = (symbol: string) => values[compiled.model.parameters.findIndex((one) => one.symbol === symbol)]
  expect(value('Vc')).toBeCloseTo(96, 10)
  expect(value('Qh')).toBeCloseTo(151 - 21.9, 10)
})

it.each<[string, Model, string]>([
  ['one that is not the typical value at the reference', withRelation('Qh', 'Qh-QhAge*max(age-1, 0)', {}), 'relation Qh:'],
  ['one that moves the typical value', withRelation('Qh', 'Qh+QhAge*age'), 'relation Qh: is 249.55 at the reference: expected the typical value 151'],
  ['one of an unknown covariate', withRelation('Qh', 'Qh*weight'), "relation Qh: 'Qh*weight': unknown symbol weight"],
  ['one that rests on another', withRelation('Q1', 'Q1*Qh/Qh'), 'relation Q1: uses Qh, which has a relation itself'],
  ['one that never ends', withRelation('Qh', 'max(Qh, '), 'ends too early'],
])('[ML6] a relation is refused: %s', (_, model, message) => {
  expect(() => compile(model)).toThrow(RangeError)
  expect(() => compile(model)).toThrow(message)
}) // prettier-ignore

it('[RG9] a duration may change with age, and then has no timeline for everyone', () => {
  const model = compile(withRelation('Dpo', 'Dpo+Dpo*max(age-QhFrom, 0)/QhFrom'))
  const dosing = [{ route: 'oral', dose: 84, every: 24, from: 0, until: 1 }]
  expect(() => timeline(model, dosing, 'esketamine', [1])).toThrow('route oral: Dpo differs between patients')
  const old = model.typical('esketamine')
  model.relate(old, { age: 90 })
  const [component] = timeline(model, dosing, 'esketamine', [1], old).components
  expect(component!.duration).toBeCloseTo(0.32 * 1.5, 12)
})
