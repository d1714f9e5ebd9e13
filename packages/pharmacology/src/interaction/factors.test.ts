import { interactions, interactionStudies, type InteractionName } from '@anodyne/evidence'
import { expect, it } from 'vitest'
import { ketamineComposite } from '../models/ketamine-composite.ts'
import { ketaminePhysiological } from '../models/ketamine-physiological.ts'
import { modelOf } from '../models/library.ts'
import { compile } from '../compile.ts'
import { sampler, typicalValues } from '../population/individual.ts'
import { typicalOverPeriods } from '../population/stream-over-time.ts'
import { fittedActivities } from './activities.ts'
import { firstPassKind, interactionFactors } from './factors.ts'
import { firstPass, type FirstPass } from './first-pass.ts'

const names = Object.keys(interactions) as InteractionName[]

it('[IX4] a model names what an interacting drug multiplies, and one that does not know it refuses', () => {
  expect(interactionFactors(ketamineComposite, 'rifampicin')).toEqual({ Fpo: 0.163, CL: 1.16, CLn: 3 })
  expect(interactionFactors(ketaminePhysiological, 'rifampicin')).toEqual({ a3A4gut: 6.36, a3A4: 6.36 })
  expect(interactionFactors(ketaminePhysiological, 'ticlopidine')).toEqual({ a2B6: 0.336 })
  expect(firstPassKind(modelOf('fanta-otto-2021'))).toBeUndefined()
  expect(() => interactionFactors(modelOf('fanta-otto-2021'), 'rifampicin')).toThrow(
    'fanta-otto-2021: does not know what interacting drugs do (rifampicin)',
  )
})

it('[IX4] every interaction has factors in both models, on parameters that they have, finite and not negative', () => {
  for (const model of [ketamineComposite, ketaminePhysiological])
    for (const name of names)
      for (const [symbol, factor] of Object.entries(interactionFactors(model, name))) {
        expect(
          model.parameters.some((one) => one.symbol === symbol),
          symbol,
        ).toBe(true)
        expect(factor! >= 0 && factor! < Infinity, `${name} ${symbol} ${factor}`).toBe(true)
      }
  expect(Object.keys(fittedActivities).sort()).toEqual([...names].sort())
})

it('[IX4] factors multiply typical values and nothing else; several drugs multiply, and F stays below 1', () => {
  const model = compile(ketaminePhysiological)
  const of = (taken: readonly InteractionName[]) => {
    const values = typicalValues(model, 'esketamine', { weight: 70, interactions: taken })
    return Object.fromEntries(ketaminePhysiological.parameters.map(({ symbol }, k) => [symbol, values[k]!]))
  }
  const [nothing, both, everything] = [of([]), of(['clarithromycin', 'rifampicin']), of(names)]
  expect(both['a3A4']).toBeCloseTo(0.086 * 6.36, 12)
  expect({ ...both, a3A4: 1, a3A4gut: 1 }).toEqual(nothing)
  expect(everything['a3A4gut']).toBe(0)
})

const quantile = (values: readonly number[], p: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(p * values.length)]!

it('[IX11] virtual patients: bioavailability spreads as in the composite, clearance less, and they oppose each other', () => {
  const n = 4000
  const drawn = <T>(
    model: typeof ketamineComposite,
    taken: readonly InteractionName[],
    of: (value: (symbol: string) => number) => T,
  ): T[] => {
    const compiled = compile(model)
    const sample = sampler(compiled, typicalValues(compiled, 'esketamine', { weight: 70, interactions: taken }), 11)
    return Array.from({ length: n }, (_, i) => {
      const values = sample(i)
      return of((symbol) => values[model.parameters.findIndex((one) => one.symbol === symbol)]!)
    })
  }
  const physiological = (taken: readonly InteractionName[]) =>
    drawn(ketaminePhysiological, taken, (of) => {
      const symbols = ['Qh', 'CLint', 'CLintN', 'Rgut', 'phiGut', 'f3A4', 'fn3A4'] as const
      const person = Object.fromEntries(symbols.map((symbol) => [symbol, of(symbol)])) as unknown as FirstPass
      return firstPass(person, { a3A4gut: of('a3A4gut'), a3A4: of('a3A4'), a2B6: of('a2B6') })
    })
  const people = physiological([])
  const composite = drawn(ketamineComposite, [], (of) => ({ F: of('Fpo'), CL: of('CL') }))
  for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
    const [here, there] = [people, composite].map((one) =>
      quantile(
        one.map(({ F }) => F),
        p,
      ),
    ) as [number, number]
    expect(Math.abs(here / there - 1), `F, quantile ${p}`).toBeLessThan(0.15)
  }
  const sd = (values: readonly number[]) => {
    const mean = values.reduce((a, b) => a + b) / n
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
  }
  const [lnF, lnCL] = [people.map(({ F }) => Math.log(F)), people.map(({ CL }) => Math.log(CL))]
  // Between the volunteers' 0.026 and the composite's 0.09 as variances: 0.055.
  expect(sd(lnCL)).toBeCloseTo(Math.sqrt(0.055), 1)
  expect(sd(lnCL)).toBeLessThan(sd(composite.map(({ CL }) => Math.log(CL))))
  const [meanF, meanCL] = [lnF, lnCL].map((values) => values.reduce((a, b) => a + b) / n) as [number, number]
  const correlation =
    lnF.reduce((sum, value, k) => sum + (value - meanF) * (lnCL[k]! - meanCL), 0) / n / sd(lnF) / sd(lnCL)
  expect(correlation).toBeCloseTo(-0.28, 1)
  const everything = physiological(names.filter((name) => name !== 'rifampicin' && name !== 'st-johns-wort'))
  for (const { F } of everything) expect(F > 0 && F < 1).toBe(true)
})

it('[IX12] begun and stopped: in either model the factors hold in between and nowhere else', () => {
  for (const model of [ketamineComposite, ketaminePhysiological]) {
    const compiled = compile(model)
    const person = { weight: 70, age: 45, interactions: [] }
    const periods = [{ name: 'rifampicin', from: 48, until: 96 }] as const
    const epochs = typicalOverPeriods(compiled, 'esketamine', person, periods)
    expect(epochs.map(({ from }) => from)).toEqual([0, 48, 96])
    const [before, during, after] = epochs.map(({ typical }) => typical as Float64Array)
    expect(after).toEqual(before)
    const factors = interactionFactors(model, 'rifampicin')
    model.parameters.forEach(({ symbol }, k) =>
      expect(during![k]! / before![k]!, `${model.id} ${symbol}`).toBeCloseTo(factors[symbol] ?? 1, 12),
    )
  }
})

it('[IX5] each study has a source, a design and pretreatment; its ratios agree with those of the interaction', () => {
  for (const { source, pretreatmentDays, ratios, perpetrator, name } of interactionStudies) {
    expect(source.where.length).toBeGreaterThan(5)
    if (source.doi !== null) expect(source.doi).toMatch(/^10\.\d{4,}\//)
    expect(pretreatmentDays).toBeGreaterThan(0)
    for (const { value, range = [value, value] } of Object.values(ratios)) {
      expect(value > 0 && value < 5, name).toBe(true)
      expect(range[0] <= value && value <= range[1], name).toBe(true)
    }
    expect(names).toContain(perpetrator)
  }
  const study = (name: string) => interactionStudies.find((one) => one.name === name)!.ratios
  for (const name of names) {
    const { observed } = interactions[name]
    const of = (route: string) =>
      interactionStudies.find(({ perpetrator, given }) => perpetrator === name && given.route === route)?.ratios
    expect(of('oral')!['ketamine-auc']?.value ?? null, name).toEqual(
      observed.oralAUC === null ? null : expect.closeTo(observed.oralAUC.value, 10),
    )
    if (observed.oralCmax) expect(of('oral')!['ketamine-cmax']!.value).toBeCloseTo(observed.oralCmax.value, 10)
    if (observed.intravenousAUC) expect(of('iv')!['ketamine-auc']!.value).toBeCloseTo(observed.intravenousAUC.value, 10)
    if (observed.metaboliteRatioChange !== undefined)
      expect(of('oral')!['norketamine-to-ketamine']!.value).toBeCloseTo(1 + observed.metaboliteRatioChange, 10)
  }
  expect(study('Noppers 2011')['norketamine-auc']!.value).toBe(interactions.rifampicin.observed.norketamineAUC!.value)
  expect(study('Peltoniemi 2012, St John’s wort')['norketamine-auc']!.value).toBeCloseTo(0.82, 10)
})
