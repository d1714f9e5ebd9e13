import { expect, it } from 'vitest'
import { kinetics } from '../composite.ts'
import { ketamineComposite } from '../models/ketamine-composite.ts'
import { ketaminePhysiological } from '../models/ketamine-physiological.ts'
import { modelOf } from '../models/library.ts'
import { typicalValues, type Covariates } from '../population/individual.ts'
import { foldChange } from './fold-change.ts'
import { firstPassStatements, interactionStatements, interactionTiming } from './statements.ts'

const fold = (model: typeof ketamineComposite, route: string, name: Parameters<typeof foldChange>[3], substance: 'esketamine' | 'racemic-ketamine' = 'esketamine') =>
  foldChange(model, substance, route, name) // prettier-ignore

it('[IX9] grapefruit: the printed range 2.4–3.6 goes through the model; the gut wall without enzyme ends it at 3.0', () => {
  const empirical = fold(ketamineComposite, 'oral', 'grapefruit').ketamine
  expect(empirical.value).toBeCloseTo(3, 10)
  expect(empirical.range![0]).toBeCloseTo(2.4, 10)
  expect(empirical.range![1]).toBeCloseTo(3.6, 10)
  const physiological = fold(ketaminePhysiological, 'oral', 'grapefruit').ketamine
  expect(physiological.range![0]).toBeCloseTo(2.4, 8)
  expect(physiological.range![1]).toBeCloseTo(physiological.value, 8)
  expect(fold(ketamineComposite, 'oral', 'clarithromycin').ketamine.range).toBeNull()
})

it.each([
  ['clarithromycin', 1.74, 1.76],
  ['grapefruit', 1.92, 1.95],
  ['ticlopidine', 1.8, 1.93],
  ['st-johns-wort', 0.73, 0.7],
  ['rifampicin', 0.53, 0.52],
] as const)(
  '[IX9] %s under the tongue acts on the swallowed part only: composite × %f, physiological × %f, both predicted',
  (name, composite, physiological) => {
    const [one, other] = [fold(ketamineComposite, 'sublingual', name), fold(ketaminePhysiological, 'sublingual', name)]
    expect(one.ketamine.value).toBeCloseTo(composite, 2)
    expect(other.ketamine.value).toBeCloseTo(physiological, 2)
    for (const { ketamine, norketamine } of [one, other])
      expect([ketamine.basis, norketamine.basis]).toEqual(['predicted', 'predicted'])
    const swallowed = Math.log(fold(ketamineComposite, 'oral', name).ketamine.value)
    expect(Math.abs(Math.log(one.ketamine.value))).toBeLessThan(Math.abs(swallowed))
  },
)

it('[IX9] in a vein the models differ for ticlopidine (1.28, 1.52), which nobody measured; rifampicin was measured', () => {
  expect(fold(ketamineComposite, 'iv', 'ticlopidine').ketamine).toMatchObject({
    basis: 'predicted',
    value: expect.closeTo(1.28, 2) as number,
  })
  expect(fold(ketaminePhysiological, 'iv', 'ticlopidine').ketamine.value).toBeCloseTo(1.52, 2)
  expect(fold(ketaminePhysiological, 'iv', 'rifampicin').ketamine.basis).toBe('measured')
  expect(fold(ketaminePhysiological, 'oral', 'itraconazole')).toMatchObject({
    ketamine: { basis: 'measured', value: 1 },
  })
})

it('[IX9] norketamine is measured only where a size was printed: not by mouth with rifampicin, ticlopidine or itraconazole', () => {
  const basis = (route: string, name: Parameters<typeof foldChange>[3]) => {
    const { ketamine, norketamine } = fold(ketamineComposite, route, name)
    return [ketamine.basis, norketamine.basis]
  }
  for (const name of ['rifampicin', 'ticlopidine', 'itraconazole'] as const)
    expect(basis('oral', name), name).toEqual(['measured', 'predicted'])
  for (const name of ['clarithromycin', 'grapefruit', 'st-johns-wort'] as const)
    expect(basis('oral', name), name).toEqual(['measured', 'measured'])
  expect(basis('iv', 'rifampicin')).toEqual(['measured', 'measured'])
})

it('[IX9] the racemate was never studied; the physiological first pass gives inhibitors less there than the composite', () => {
  for (const [name, composite, physiological] of [['clarithromycin', 2.6, 2.22], ['grapefruit', 3, 2.47]] as const) {
    const of = (model: typeof ketamineComposite) => fold(model, 'oral', name, 'racemic-ketamine')
    expect(of(ketamineComposite).ketamine.value).toBeCloseTo(composite, 2)
    expect(of(ketaminePhysiological).ketamine.value).toBeCloseTo(physiological, 2)
    expect(of(ketamineComposite).ketamine.basis).toBe('predicted')
  }
}) // prettier-ignore

it('[IX9] what cannot be asked is refused', () => {
  expect(() => fold(ketamineComposite, 'intranasal', 'rifampicin')).toThrow('route intranasal')
  expect(() => fold(modelOf('fanta-otto-2021'), 'iv', 'rifampicin')).toThrow('does not know what interacting drugs do')
  // As from JavaScript, where no type stands guard.
  for (const model of [ketamineComposite, ketaminePhysiological])
    for (const name of ['aspirin', '', 'toString', undefined]) {
      const asked = () => fold(model, 'oral', name as 'rifampicin')
      expect(asked).toThrow(RangeError)
      expect(asked).toThrow(`interaction ${name}: expected one of clarithromycin, grapefruit`)
    }
})

it('[IX9] a person whose interacting drugs are not said is refused: not said is not none', () => {
  const asked = () => typicalValues(kinetics, 'racemic-ketamine', { weight: 70 } as Covariates)
  expect(asked).toThrow(RangeError)
  expect(asked).toThrow('interactions undefined: expected a list, [] when none is taken')
})

it('[IX10] a statement stands beside every number: route, substance, time; what is missing has no number', () => {
  const of = (...args: Parameters<typeof interactionStatements>) => interactionStatements(...args)
  const about = (said: ReturnType<typeof of>, what: string) => said.find((one) => one.about === what)!
  expect(about(of('clarithromycin', 'sublingual'), 'route').text).toContain('Only the swallowed part')
  expect(about(of('clarithromycin', 'iv'), 'route')).toMatchObject({ status: 'derived' })
  expect(about(of('clarithromycin', 'iv'), 'route').text).toContain('not measured')
  expect(about(of('rifampicin', 'iv'), 'route')).toMatchObject({ status: 'published' })
  expect(about(of('ticlopidine', 'iv'), 'route').text).toContain('not measured')
  expect(about(of('st-johns-wort', 'oral'), 'time')).toMatchObject({ status: 'missing' })
  expect(about(of('st-johns-wort', 'oral'), 'time').text).toContain('after 14 days')
  expect(about(of('itraconazole', 'oral'), 'enzyme').text).toContain('itraconazole does not')
  expect(about(of('rifampicin', 'oral'), 'enzyme')).toBeUndefined()
  expect(interactionTiming('rifampicin')).toEqual({ studiedAfterDays: [6, 6, 5], onset: null, offset: null })
  const liver = firstPassStatements.filter((one) => one.about === 'liver')
  expect(liver.map(({ status }) => status)).toEqual(['missing', 'missing'])
  for (const { text } of liver) expect(text).not.toMatch(/\d/)
})
