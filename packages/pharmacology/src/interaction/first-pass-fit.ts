/**
 * Enzyme fractions and activities of `ketamine-physiological`, from the interaction studies. Seven numbers from nine ratios, in two
 * steps, least squares of logarithms:
 *
 * 1. ketamine: f3A4 for all, and one activity for each perpetrator, the same in gut wall and liver (CYP3A4 0–1 for inhibitors, from
 *    1 for inducers; CYP2B6 0–1 for ticlopidine);
 * 2. norketamine: fn3A4 for all, with the activities as they are.
 *
 * Itraconazole printed no ratio and is left at 1. Nothing else is used: no peak, no half-life, no norketamine : ketamine, no nasal
 * dose. Closed forms for areas to infinity; the five hours of Noppers by the engine.
 */
import {
  interactionStudies,
  type InteractionMeasure,
  type InteractionName,
  type InteractionStudy,
} from '@anodyne/evidence'
import { compile, type Compiled } from '../compile.ts'
import { ketaminePhysiological } from '../models/ketamine-physiological.ts'
import type { Model } from '../model.ts'
import { firstPass, firstPassOf, UNCHANGED, type Activities } from './first-pass.ts'
import { minimise } from './golden-section.ts'
import { predictRatio } from './predict-ratio.ts'

/** What a fit was given: the name of the study and the measure. */
export type FittedRow = readonly [study: string, measure: InteractionMeasure]

/** Ketamine first, then norketamine. */
export const fittedRows: readonly FittedRow[] = [
  ['Hagelberg 2010', 'ketamine-auc'],
  ['Peltoniemi 2012, grapefruit', 'ketamine-auc'],
  ['Peltoniemi 2011, ticlopidine', 'ketamine-auc'],
  ['Peltoniemi 2012, St John’s wort', 'ketamine-auc'],
  ['Peltoniemi 2012, rifampicin, swallowed', 'ketamine-auc'],
  ['Peltoniemi 2012, rifampicin, intravenous', 'ketamine-auc'],
  ['Noppers 2011', 'ketamine-auc'],
  ['Peltoniemi 2012, St John’s wort', 'norketamine-auc'],
  ['Noppers 2011', 'norketamine-auc'],
]

export interface FirstPassFit {
  readonly f3A4: number
  readonly fn3A4: number
  /** CYP3A4 in gut wall and liver; for ticlopidine CYP2B6 in the liver. */
  readonly activity: Readonly<Partial<Record<InteractionName, number>>>
  /** Largest |ln(predicted/observed)| over the ketamine rows that were fitted. */
  readonly worst: number
}

/** From no activity at all to none lost; from none gained to more than any inducer of CYP3A4 is thought to do (engineering). */
const RANGE: Readonly<Partial<Record<InteractionName, readonly [number, number]>>> = {
  clarithromycin: [0, 1],
  grapefruit: [0, 1],
  ticlopidine: [0, 1],
  'st-johns-wort': [1, 50],
  rifampicin: [1, 50],
}

export const activitiesOf = (perpetrator: InteractionName, activity: number): Activities =>
  perpetrator === 'ticlopidine' ? { ...UNCHANGED, a2B6: activity } : { ...UNCHANGED, a3A4gut: activity, a3A4: activity }

export interface FitOptions {
  /** That are used; leaving some out shows what the others say of them. */
  readonly rows?: readonly FittedRow[]
  /** Fixed here instead of fitted: the rest is then the best that goes with it. */
  readonly f3A4?: number
  /** With another typical gut wall or flow, to see how much rests on them. */
  readonly model?: Model
}

export function fitFirstPass({
  rows = fittedRows,
  f3A4,
  model = ketaminePhysiological,
}: FitOptions = {}): FirstPassFit {
  const compiled = compile(model)
  const person = firstPassOf(model, 'esketamine')
  const ratio = (study: InteractionStudy, measure: InteractionMeasure, f: number, fn: number, activity: number) => {
    const acting = activitiesOf(study.perpetrator, activity)
    const { route } = study.given
    const analyte = measure === 'ketamine-auc' ? 'ketamine' : 'norketamine'
    if (study.sampledTo === undefined && route !== 'intranasal') {
      const here = { ...person, f3A4: f, fn3A4: fn }
      return firstPass(here, acting)[analyte][route] / firstPass(here, UNCHANGED)[analyte][route]
    }
    return predictRatio(compiled, study, measure, withActivity(compiled, acting, f, fn))!
  }
  const used = (wanted: 'ketamine' | 'norketamine') =>
    rows
      .filter(([, measure]) => measure.startsWith(wanted))
      .map(([name, measure]) => {
        const study = interactionStudies.find((one) => one.name === name)!
        return { study, measure, observed: study.ratios[measure]!.value }
      })
  const [ketamine, norketamine] = [used('ketamine'), used('norketamine')]

  const best = (f: number) => {
    const activity: Partial<Record<InteractionName, number>> = {}
    const errors: number[] = []
    for (const [name, [low, high]] of Object.entries(RANGE) as [InteractionName, readonly [number, number]][]) {
      const own = ketamine.filter(({ study }) => study.perpetrator === name)
      if (own.length === 0) continue
      const residuals = (a: number) =>
        own.map(({ study, measure, observed }) => Math.log(ratio(study, measure, f, 0, a) / observed))
      const a = minimise((a) => squares(residuals(a)), low, high)
      activity[name] = a
      errors.push(...residuals(a))
    }
    return { activity, errors }
  }
  const f = f3A4 ?? minimise((f) => squares(best(f).errors), 0, 1)
  const { activity, errors } = best(f)
  const fn3A4 = minimise(
    (fn) =>
      squares(
        norketamine.flatMap(({ study, measure, observed }) => {
          const a = activity[study.perpetrator]
          return a === undefined ? [] : [Math.log(ratio(study, measure, f, fn, a) / observed)]
        }),
      ),
    0,
    1,
  )
  return { f3A4: f, fn3A4, activity, worst: Math.max(...errors.map(Math.abs)) }
}

/** Parameters of the typical person, in the order of the model, with these activities and fractions. */
export function withActivity(model: Compiled, acting: Activities, f3A4: number, fn3A4: number): Float64Array {
  const changed: Readonly<Record<string, number>> = { ...acting, f3A4, fn3A4 }
  const values = model.typical('esketamine')
  model.model.parameters.forEach(({ symbol }, index) => (values[index] = changed[symbol] ?? values[index]!))
  return values
}

const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0)
