/**
 * E07 — Has there been a heart attack lately, or a stroke, or is the circulation unstable?
 *
 * A rise of pressure and output after a dose can bring on another event. Hazard: H05.
 */
import { diagnosed, screened } from './screened.ts'
import { answers } from '../answers.ts'
import { fewestDaysBetween } from '../calendar.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const cardiovascularEvent: Rule = {
  id: 'E07',
  asks: 'Is there a recent infarction, a stroke, unstable angina, decompensated heart failure, or an aneurysm?',
  hazard: 'H05',

  evaluate(facts, protocol) {
    const recent = limitOf(protocol, 'E07.infarction.recentDays')
    const say = answers('E07', recent.source)
    const form = screened(facts, {
      item: 'cardiovascular-event-or-unstable',
      when: 'now',
      validDays: limitOf(protocol, 'E07.validDays').value,
    })
    const forbidden = [
      ...diagnosed(facts, ['stroke', 'aneurysm-or-avm'], 'ever'),
      ...diagnosed(facts, ['unstable-angina'], 'now'),
    ]
    const infarctions = diagnosed(facts, ['myocardial-infarction'], 'ever')
    const days = (date: string | undefined) => fewestDaysBetween(date, facts.asOf)
    const recentInfarctions = infarctions.filter((c) => days(c.value.onset) <= recent.value)
    const undated = infarctions.filter((c) => !Number.isFinite(days(c.value.onset)))
    const failing = diagnosed(facts, ['heart-failure'], 'now')
    const events = [...forbidden, ...recentInfarctions]
    const seen = [...new Set([...events, ...undated, ...failing].map((c) => c.says)), ...form.facts]

    if (events.length > 0) {
      const conflict = form.is === 'no' ? ' The form says there was none; the unsafe reading is taken.' : ''
      return say.stop(`Recorded: ${events.map((c) => c.value.name).join('; ')}: contraindicated.${conflict}`, seen)
    }
    if (form.is === 'yes')
      return say.stop('A cardiovascular event or an unstable circulation is reported: contraindicated.', seen)
    if (undated.length > 0) {
      return say.missing('A myocardial infarction is recorded without its date.', 'When was the infarction?', seen)
    }
    if (form.is === 'no') return say.clear('No recent event, and the circulation is stable.', seen)
    return say.missing(
      `Events and an unstable circulation have not been ruled out: ${form.doubt}.`,
      'Has there been an infarction in the last 6 months, a stroke, unstable angina, decompensated heart failure, or an aneurysm?',
      seen,
    )
  },
}
