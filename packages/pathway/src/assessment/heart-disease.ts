/**
 * E08 — Is there stable heart disease or treated hypertension?
 *
 * The same rise of pressure costs a diseased heart more, so the start is halved and pressure is measured at home. Hazard: H05.
 */
import { diagnosed, screened } from './screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const heartDisease: Rule = {
  id: 'E08',
  asks: 'Is there stable heart disease, arrhythmia or hypertension?',
  hazard: 'H05',

  evaluate(facts, protocol) {
    const say = answers('E08', 'Scottish Palliative Care Guidelines, ketamine (cautions)')
    const diagnoses = diagnosed(
      facts,
      ['heart-failure', 'heart-disease', 'myocardial-infarction', 'unstable-angina', 'arrhythmia', 'hypertension'],
      'ever',
    )
    const seen = diagnoses.map((c) => c.says)
    if (diagnoses.length > 0) {
      const names = diagnoses.map((c) => c.value.name).join('; ')
      return say.caution(`${names}: halve the first dose and measure pressure at home.`, seen)
    }
    const form = screened(facts, {
      item: 'cardiovascular-event-or-unstable',
      when: 'now',
      validDays: limitOf(protocol, 'E07.validDays').value,
    })
    if (form.is === 'no') return say.clear('No heart disease, arrhythmia or hypertension is recorded.', form.facts)
    return say.missing(
      `Heart disease is not recorded and nobody has asked, or not lately: ${form.doubt || 'an unstable circulation is reported'}.`,
      'Is there heart failure, ischaemic heart disease, arrhythmia or hypertension?',
      form.facts,
    )
  },
}
