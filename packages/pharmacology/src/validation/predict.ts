/** What a model says of a target, by the exact engine and nothing else. */
import { compile, type Compiled } from '../compile.ts'
import { domainOf, type LibraryPerson } from '../domain.ts'
import { exactCurve, type ExactCurve, type LinearPart } from '../exposure/exact-curve.ts'
import { exposure } from '../exposure/measures.ts'
import type { Model } from '../model.ts'
import { quantiles } from '../population/quantile.ts'
import { simulate } from '../population/simulate.ts'
import { valuesOf } from '../side-by-side.ts'
import type { Measure, Target } from './target.ts'

/** Why a model does not claim a target (route, substance, interacting drug, analyte), or `undefined` when it does. */
export function notClaimed(model: Model, { regimen, person, measure, taking }: Target): string | undefined {
  const everything = { ...person, interactions: taking === undefined ? [] : [taking] }
  const judgement = domainOf(model, regimen, everything)
  if (judgement.kind === 'refused') return judgement.because
  if ('analyte' in measure && !model.outputs.some(({ name, unit }) => name === measure.analyte && unit === 'ng/mL'))
    return `${measure.analyte}: not in this model`
  if (measure.kind === 'NK:K' && !model.outputs.some(({ name }) => name === 'norketamine'))
    return 'norketamine: not in this model'
  if (measure.kind === 'F' && !model.domain!.routes['iv']) return 'F: no dose into a vein to compare with'
  return undefined
}

/** What the typical person has; with an interacting drug, the ratio with : without it. */
export function predict(model: Model, { regimen, person, measure, taking }: Target): number {
  const without = value(model, regimen, person, measure)
  if (taking === undefined) return without
  return value(model, regimen, { ...person, interactions: [taking] }, measure) / without
}

/** Seed and number of the virtual patients behind every interval of a population. */
export const VIRTUAL = { seed: 20_260_101, n: 2000 } as const

/** The middle 90 % of the peak in virtual patients, on a grid of one minute. */
export function middle90(model: Model, { regimen, person, measure }: Target): readonly [number, number] {
  if (measure.kind !== 'Cmax') throw new RangeError(`${measure.kind}: only peaks are looked for in virtual patients`)
  const [first] = regimen
  const { compiled, typical } = solved(model, first!.substance, person)
  const output = compiled.outputs.findIndex(({ name }) => name === measure.analyte)
  const times = Array.from({ length: measure.to * 60 }, (_, k) => (k + 1) / 60)
  const simulated = simulate(compiled, regimen, times, { ...VIRTUAL, typical, substance: first!.substance })
  const peaks = Float64Array.from({ length: VIRTUAL.n }, (_, patient) =>
    times.reduce((highest, _, k) => Math.max(highest, simulated.values[simulated.place(patient, k, output)]!), 0),
  )
  const [low, , , , high] = quantiles(peaks)
  return [low, high]
}

function value(model: Model, regimen: Target['regimen'], person: LibraryPerson, measure: Measure): number {
  const dose = regimen.reduce((sum, course) => sum + course.dose, 0)
  const curve = (analyte: string, courses = regimen) => curveOf(model, courses, person, analyte)
  switch (measure.kind) {
    case 'concentration':
      return curve(measure.analyte).at([measure.at])[0]!
    case 'Cmax':
      return exposure(curve(measure.analyte), measure.from ?? 0, measure.to).Cmax
    case 'Tmax':
      return exposure(curve(measure.analyte), measure.from ?? 0, measure.to).tmax
    case 'AUC':
      return curve(measure.analyte).area(0, measure.to)
    case 'AUCinf':
      return curve(measure.analyte).areaToInfinity()
    case 'AUCinf-per-mg':
      return curve(measure.analyte).areaToInfinity() / dose
    case 'half-life':
      return curve(measure.analyte).halfLife()
    case 'NK:K':
      return curve('norketamine').areaToInfinity() / curve('ketamine').areaToInfinity()
    case 'F': {
      const vein = regimen.map((course) => ({ ...course, route: 'iv' }))
      return curve('ketamine').areaToInfinity() / curve('ketamine', vein).areaToInfinity()
    }
    case 'CL':
      return (1000 * dose) / curve('ketamine').areaToInfinity()
  }
}

function curveOf(model: Model, regimen: Target['regimen'], person: LibraryPerson, analyte: string): ExactCurve {
  const parts = [...new Set(regimen.map(({ substance }) => substance))].map((substance): LinearPart => {
    const { compiled, typical } = solved(model, substance, person)
    return {
      model: compiled,
      dosing: regimen.filter((course) => course.substance === substance),
      substance,
      values: typical,
    }
  })
  return exactCurve(parts, analyte)
}

const ready = new WeakMap<Model, Compiled>()

function solved(model: Model, substance: Target['regimen'][number]['substance'], person: LibraryPerson) {
  const compiled = ready.get(model) ?? compile(model)
  ready.set(model, compiled)
  return { compiled, typical: valuesOf(compiled, substance, person) }
}
