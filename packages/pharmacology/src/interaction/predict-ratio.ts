/** What a model says to a row of an interaction study: the typical person of 70 kg with the other drug, over the same without. */
import type { InteractionMeasure, InteractionStudy } from '@anodyne/evidence'
import type { Compiled } from '../compile.ts'
import { exactCurve, type ExactCurve } from '../exposure/exact-curve.ts'
import { exposure } from '../exposure/measures.ts'
import type { Dosing } from '../solve/timeline.ts'
import { areaUntil } from './area-until.ts'
import { perezRuixo2021 } from '../models/perez-ruixo-2021.ts'

/** A nasal dose is taken as one device: this part goes to the blood as after a vein, the rest is swallowed. */
const NASAL = perezRuixo2021.parameters.find(({ symbol }) => symbol === 'FRn')!.value as number
/** h; the studies sampled to 24 h, and no peak is later. */
const PEAK_UNTIL = 12

/**
 * @param taking parameters with the other drug, in the order of the model
 * @returns `null` where the model cannot be asked: the shape of a nasal dose is in neither first-pass model, only its area.
 */
export function predictRatio(
  model: Compiled,
  study: InteractionStudy,
  measure: InteractionMeasure,
  taking: Float64Array,
): number | null {
  if (study.given.route === 'intranasal' && measure !== 'ketamine-auc') return null
  return measured(model, study, measure, taking) / measuredWithout(model, study, measure)
}

const known = new WeakMap<Compiled, Map<string, number>>()

/** Asked once for each model: a fit asks a thousand times. */
function measuredWithout(model: Compiled, study: InteractionStudy, measure: InteractionMeasure): number {
  const before = known.get(model) ?? new Map<string, number>()
  known.set(model, before)
  const key = `${study.name} ${measure}`
  const value = before.get(key) ?? measured(model, study, measure, model.typical('esketamine'))
  before.set(key, value)
  return value
}

function measured(model: Compiled, study: InteractionStudy, measure: InteractionMeasure, values: Float64Array): number {
  const { given, sampledTo } = study
  const dosing = (route: string, dose = given.dose ?? 1): readonly Dosing[] => {
    const infusion = route === 'iv' && given.infusion !== undefined ? { infusion: given.infusion } : {}
    return [{ route, dose, every: 9999, from: 0, until: 1, ...infusion }]
  }
  const curve = (route: string, output: string, dose?: number): ExactCurve =>
    exactCurve([{ model, dosing: dosing(route, dose), substance: 'esketamine', values }], output)
  const area = (output: string): number => {
    const under = (route: string, dose?: number) =>
      sampledTo === undefined
        ? curve(route, output, dose).areaToInfinity()
        : areaUntil(model, dosing(route, dose), output, sampledTo, values)
    return given.route === 'intranasal' ? under('iv', NASAL) + under('oral', 1 - NASAL) : under(given.route)
  }
  switch (measure) {
    case 'ketamine-auc':
      return area('ketamine')
    case 'norketamine-auc':
      return area('norketamine')
    case 'norketamine-to-ketamine':
      return area('norketamine') / area('ketamine')
    case 'ketamine-cmax':
      return exposure(curve(given.route, 'ketamine'), 0, PEAK_UNTIL).Cmax
    case 'norketamine-cmax':
      return exposure(curve(given.route, 'norketamine'), 0, PEAK_UNTIL).Cmax
    case 'ketamine-half-life':
      return curve(given.route, 'ketamine').halfLife()
  }
}
