/**
 * The empirical first pass and the physiological one beside each other, over every ratio of the interaction studies: predicted,
 * observed, and the mean error, kept apart for what a model was fitted to and what it had to predict. docs/adr/0005 quotes it.
 */
import {
  interactionStudies,
  type InteractionMeasure,
  type InteractionName,
  type InteractionStudy,
} from '@anodyne/evidence'
import { compile, type Compiled } from '../compile.ts'
import { ketamineComposite } from '../models/ketamine-composite.ts'
import { ketaminePhysiological } from '../models/ketamine-physiological.ts'
import { REFERENCE_WEIGHT, typicalValues } from '../population/individual.ts'
import { fittedRows, type FittedRow } from './first-pass-fit.ts'
import { predictRatio } from './predict-ratio.ts'

export type FirstPassModel = 'ketamine-composite' | 'ketamine-physiological'

export interface FirstPassPrediction {
  readonly predicted: number
  /** predicted : observed */
  readonly ratio: number
  /** Whether a number of the model was set by this row. */
  readonly fitted: boolean
}

export interface FirstPassRow {
  readonly study: string
  readonly perpetrator: InteractionName
  readonly route: InteractionStudy['given']['route']
  readonly measure: InteractionMeasure
  readonly observed: number
  readonly range?: readonly [number, number]
  /** `null`: cannot be asked. */
  readonly by: Readonly<Record<FirstPassModel, FirstPassPrediction | null>>
}

/** exp of the mean |ln(predicted/observed)|, less 1: 0.1 is 10 % either way. `rows` 0: `error` NaN. */
export interface PredictionError {
  readonly rows: number
  readonly error: number
}

export interface FirstPassErrors {
  /** Free numbers that describe the interactions. */
  readonly parameters: number
  readonly all: PredictionError
  readonly fitted: PredictionError
  readonly predicted: PredictionError
  /** Of the rows that neither model was fitted to. */
  readonly neither: PredictionError
}

export interface FirstPassComparison {
  readonly rows: readonly FirstPassRow[]
  readonly errors: Readonly<Record<FirstPassModel, FirstPassErrors>>
}

/** What the multipliers of the composite were calibrated to; CL × 0.78 of ticlopidine is 1/1.29, the nasal row. */
const compositeRows: readonly FittedRow[] = [
  ['Hagelberg 2010', 'ketamine-auc'],
  ['Peltoniemi 2012, grapefruit', 'ketamine-auc'],
  ['Peltoniemi 2011, ticlopidine', 'ketamine-auc'],
  ['esketamine label, ticlopidine', 'ketamine-auc'],
  ['Peltoniemi 2012, St John’s wort', 'ketamine-auc'],
  ['Peltoniemi 2012, St John’s wort', 'norketamine-auc'],
  ['Peltoniemi 2012, rifampicin, swallowed', 'ketamine-auc'],
  ['Peltoniemi 2012, rifampicin, intravenous', 'ketamine-auc'],
  ['Noppers 2011', 'norketamine-auc'],
]

interface Contender {
  readonly model: Compiled
  readonly fitted: readonly FittedRow[]
  readonly parameters: number
}

const contenders = (): Readonly<Record<FirstPassModel, Contender>> => ({
  // Fpo of five drugs, CL of two, CLn of two.
  'ketamine-composite': { model: compile(ketamineComposite), fitted: compositeRows, parameters: 9 },
  // f3A4, fn3A4 and an activity for each of five drugs.
  'ketamine-physiological': { model: compile(ketaminePhysiological), fitted: fittedRows, parameters: 7 },
})

/** Typical person of 70 kg, S-ketamine, as the studies gave it. */
export function compareFirstPass(): FirstPassComparison {
  const models = contenders()
  const both: readonly FirstPassModel[] = ['ketamine-composite', 'ketamine-physiological']
  const rows = interactionStudies.flatMap((study) =>
    (Object.keys(study.ratios) as InteractionMeasure[]).map((measure): FirstPassRow => {
      const { value: observed, range } = study.ratios[measure]!
      return {
        study: study.name,
        perpetrator: study.perpetrator,
        route: study.given.route,
        measure,
        observed,
        ...(range === undefined ? {} : { range }),
        by: {
          'ketamine-composite': predict(models['ketamine-composite'], study, measure, observed),
          'ketamine-physiological': predict(models['ketamine-physiological'], study, measure, observed),
        },
      }
    }),
  )
  const neither = ({ by }: FirstPassRow) => both.every((name) => by[name]?.fitted === false)
  const errors = (name: FirstPassModel): FirstPassErrors => {
    const of = (keep: (row: FirstPassRow) => boolean) => meanError(rows.filter(keep).map(({ by }) => by[name]))
    return {
      parameters: models[name].parameters,
      all: of(() => true),
      fitted: of(({ by }) => by[name]?.fitted === true),
      predicted: of(({ by }) => by[name]?.fitted === false),
      neither: of(neither),
    }
  }
  return {
    rows,
    errors: {
      'ketamine-composite': errors('ketamine-composite'),
      'ketamine-physiological': errors('ketamine-physiological'),
    },
  }
}

function predict(
  { model, fitted }: Contender,
  study: InteractionStudy,
  measure: InteractionMeasure,
  observed: number,
): FirstPassPrediction | null {
  const taking = typicalValues(model, 'esketamine', { weight: REFERENCE_WEIGHT, interactions: [study.perpetrator] })
  const predicted = predictRatio(model, study, measure, taking)
  if (predicted === null) return null
  return {
    predicted,
    ratio: predicted / observed,
    fitted: fitted.some(([name, what]) => name === study.name && what === measure),
  }
}

function meanError(predictions: readonly (FirstPassPrediction | null)[]): PredictionError {
  const errors = predictions.flatMap((one) => (one === null ? [] : [Math.abs(Math.log(one.ratio))]))
  return { rows: errors.length, error: Math.expm1(errors.reduce((sum, one) => sum + one, 0) / errors.length) }
}
