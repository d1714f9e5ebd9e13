/**
 * What an interaction does to exposure by a route, and how far that rests on observation. Only what is swallowed passes gut wall and
 * liver before it is seen, so the same drug acts less under the tongue and may not act at all in a vein.
 */
import { interactionStudies, type InteractionName } from '@anodyne/evidence'
import { compile, type Compiled } from '../compile.ts'
import { exactCurve } from '../exposure/exact-curve.ts'
import type { Model } from '../model.ts'
import { REFERENCE_WEIGHT, typicalValues } from '../population/individual.ts'
import type { Substance } from '../substance.ts'
import { firstPass, firstPassOf, UNCHANGED } from './first-pass.ts'
import { firstPassKind, interactionFactors, type Factors } from './factors.ts'

export interface Fold {
  /** AUC to infinity with : without. */
  readonly value: number
  /** Over the range that the study printed; `null`: it printed none. */
  readonly range: readonly [number, number] | null
  /** measured: of this analyte, after S-ketamine by this route with this drug. predicted: by the model alone. */
  readonly basis: 'measured' | 'predicted'
}

export interface FoldChange {
  readonly ketamine: Fold
  readonly norketamine: Fold
}

/**
 * Typical person of 70 kg, one dose.
 *
 * @throws RangeError for a route that the model does not have, a drug that is not known, or a model that does not know
 *   interacting drugs.
 */
export function foldChange(model: Model, substance: Substance, route: string, name: InteractionName): FoldChange {
  const compiled = compile(model)
  const without = areas(compiled, substance, route, typicalValues(compiled, substance, NOBODY))
  const at = (factors: Factors) => areas(compiled, substance, route, multiplied(compiled, substance, factors))
  const here = at(interactionFactors(model, name))
  const ends = factorRange(model, name)?.map(at)
  const fold = (k: 0 | 1): Fold => ({
    value: here[k] / without[k],
    range:
      ends === undefined ? null : (ends.map((end) => end[k] / without[k]).sort((a, b) => a - b) as [number, number]),
    basis: substance === 'esketamine' && measured(name, route)[k] ? 'measured' : 'predicted',
  })
  return { ketamine: fold(0), norketamine: fold(1) }
}

/** Ketamine: every study measured it (itraconazole without a size, since it did not rise). Norketamine: where a size was printed. */
function measured(name: InteractionName, route: string): readonly [ketamine: boolean, norketamine: boolean] {
  const here = interactionStudies.filter(({ perpetrator, given }) => perpetrator === name && given.route === route)
  const sized = here.some(({ ratios }) => ratios['norketamine-auc'] ?? ratios['norketamine-to-ketamine'])
  return [here.length > 0, sized]
}

/**
 * Factors at the ends of the range that the study of swallowed ketamine printed, weakest first; `null` when it printed none.
 * The physiological first pass cannot always reach the upper end: a gut wall without enzyme is the most there is.
 */
export function factorRange(model: Model, name: InteractionName): readonly [Factors, Factors] | null {
  const printed = interactionStudies
    .filter(({ perpetrator, given }) => perpetrator === name && given.route === 'oral')
    .flatMap(({ ratios }) => (ratios['ketamine-auc']?.range === undefined ? [] : [ratios['ketamine-auc']]))[0]
  const factors = interactionFactors(model, name)
  if (printed?.range === undefined) return null
  const { value, range } = printed
  if (firstPassKind(model) === 'empirical') {
    const scaled = (end: number): Factors => ({ ...factors, Fpo: factors['Fpo']! * (end / value) })
    return [scaled(range[0]), scaled(range[1])]
  }
  const reached = (end: number): Factors => {
    const a3A4 = activityFor(model, end)
    return { ...factors, a3A4gut: a3A4, a3A4 }
  }
  return [reached(range[0]), reached(range[1])]
}

const NOBODY = { weight: REFERENCE_WEIGHT, interactions: [] }

/** Activity of CYP3A4 at which swallowed S-ketamine has `wanted` times its area, or the nearest that there is. */
function activityFor(model: Model, wanted: number): number {
  const person = firstPassOf(model, 'esketamine')
  const before = firstPass(person, UNCHANGED).ketamine.oral
  let [low, high] = [0, 50]
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2
    const { oral } = firstPass(person, { ...UNCHANGED, a3A4gut: middle, a3A4: middle }).ketamine
    if (oral / before > wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function multiplied(compiled: Compiled, substance: Substance, factors: Factors): Float64Array {
  const values = typicalValues(compiled, substance, NOBODY)
  compiled.model.parameters.forEach(({ symbol }, index) => (values[index]! *= factors[symbol] ?? 1))
  return values
}

/** Ketamine and norketamine. */
function areas(model: Compiled, substance: Substance, route: string, values: Float64Array): readonly [number, number] {
  const dosing = [{ route, dose: 1, every: 9999, from: 0, until: 1 }]
  const of = (output: string) => exactCurve([{ model, dosing, substance, values }], output).areaToInfinity()
  return [of('ketamine'), of('norketamine')]
}
