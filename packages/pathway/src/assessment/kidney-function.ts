/**
 * E16 — Do the kidneys clear the metabolites?
 *
 * Metabolites accumulate as filtration falls; no source gives a number for ketamine, so the limits are ours. Hazard: H12.
 */
import { diagnosed } from './screened.ts'
import { answers } from '../answers.ts'
import { areFresh, newest, staleness } from '../newest.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const kidneyFunction: Rule = {
  id: 'E16',
  asks: 'Is the eGFR high enough?',
  hazard: 'H12',

  evaluate(facts, protocol) {
    const caution = limitOf(protocol, 'E16.eGFR.caution')
    const hold = limitOf(protocol, 'E16.eGFR.hold')
    const validDays = limitOf(protocol, 'E16.validDays').value
    const say = answers('E16', caution.source)
    const readings = newest(facts.measurements.eGFR ?? [])
    const impaired = diagnosed(facts, ['renal-impairment'], 'now').map((c) => c.says)
    const seen = [...readings.map((r) => r.says), ...impaired]
    const ask = 'Measure creatinine and eGFR.'
    const credible = readings.filter((r) => Number.isFinite(r.value) && r.value > 0)
    const atLeast = (least: number) => credible.every((r) => r.value >= least)

    if (readings.length === 0) return say.missing('No eGFR is recorded.', ask, seen)
    if (!atLeast(hold.value))
      return say.hold(`eGFR below ${hold.value} ${hold.unit}: a kidney specialist decides.`, seen, ask)
    if (credible.length < readings.length) return say.missing('An eGFR is not a credible number.', ask, seen)
    if (!areFresh(readings, facts.asOf, validDays)) {
      return say.missing(`The last eGFR ${staleness(readings, facts.asOf, validDays)}.`, ask, seen)
    }
    if (!atLeast(caution.value)) return say.caution(`eGFR below ${caution.value} ${caution.unit}: start lower.`, seen)
    if (impaired.length > 0) return say.caution('Kidney disease is recorded; the eGFR is within the limit.', seen)
    return say.clear(`eGFR not below ${caution.value} ${caution.unit}.`, seen)
  },
}
