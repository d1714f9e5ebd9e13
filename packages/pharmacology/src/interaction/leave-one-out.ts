/** Each ratio that `ketamine-physiological` was fitted to, as the other eight foretell it: how much it predicts and how much it repeats. */
import { interactionStudies } from '@anodyne/evidence'
import { compile } from '../compile.ts'
import { ketaminePhysiological } from '../models/ketamine-physiological.ts'
import { activitiesOf, fitFirstPass, fittedRows, withActivity, type FittedRow } from './first-pass-fit.ts'
import { predictRatio } from './predict-ratio.ts'

export interface LeftOut {
  readonly row: FittedRow
  readonly observed: number
  /**
   * `null`: nothing else says how strong this perpetrator is by mouth, so the row was repeated and not predicted. A vein alone does
   * not say it: there only the product of f3A4 and activity counts.
   */
  readonly predicted: number | null
}

export function leaveOneOut(): readonly LeftOut[] {
  const model = compile(ketaminePhysiological)
  return fittedRows.map((row) => {
    const [name, measure] = row
    const study = studyOf(name)
    const others = fittedRows.filter((other) => other !== row)
    const observed = study.ratios[measure]!.value
    const swallowed = others.some(([other, what]) => {
      const { perpetrator, given } = studyOf(other)
      return what === 'ketamine-auc' && given.route === 'oral' && perpetrator === study.perpetrator
    })
    if (!swallowed) return { row, observed, predicted: null }
    const { activity, f3A4, fn3A4 } = fitFirstPass({ rows: others })
    const acting = activitiesOf(study.perpetrator, activity[study.perpetrator]!)
    const taking = withActivity(model, acting, f3A4, fn3A4)
    return { row, observed, predicted: predictRatio(model, study, measure, taking) }
  })
}

const studyOf = (name: string) => interactionStudies.find((one) => one.name === name)!
