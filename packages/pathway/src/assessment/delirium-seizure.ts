/**
 * E04 — Delirium now, or a seizure lately?
 *
 * Ketamine can deepen delirium, and sources differ on whether it is safe after a seizure long past. Hazard: H03.
 */
import { diagnosed, screened } from './screened.ts'
import { answers } from '../answers.ts'
import { fewestDaysBetween } from '../calendar.ts'
import type { Case, Condition, Fact } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const deliriumSeizure: Rule = {
  id: 'E04',
  asks: 'Is there delirium now, a seizure in the last six months, or epilepsy?',
  hazard: 'H03',

  evaluate(facts, protocol) {
    const days = limitOf(protocol, 'E04.seizure.recentDays')
    const say = answers('E04', `Scottish Palliative Care Guidelines, ketamine; ${days.source}`)
    const now = limitOf(protocol, 'E04.now.validDays').value
    const ever = limitOf(protocol, 'E04.ever.validDays').value
    const delirium = screened(facts, { item: 'delirium-now', kinds: ['delirium'], when: 'now', validDays: now })
    const recent = screened(facts, { item: 'seizure-last-6-months', when: 'now', validDays: now })
    const epilepsy = screened(facts, {
      item: 'epilepsy-ever',
      kinds: ['epilepsy', 'seizure'],
      when: 'ever',
      validDays: ever,
    })
    const disorder = diagnosed(facts, ['epilepsy', 'seizure'], 'ever')
    const active = disorder.filter((c) => c.value.status !== 'resolved')
    const dated = disorder.filter((c) => isRecent(c, facts, days.value))
    const seen = [...new Set([...delirium.facts, ...recent.facts, ...epilepsy.facts])]

    if (delirium.is === 'yes') return say.stop(`Delirium: do not use ketamine.${delirium.conflict}`, seen)
    if (recent.is === 'yes' || dated.length > 0) {
      const conflict = recent.is === 'no' ? ' The form says there was none; the unsafe reading is taken.' : ''
      return say.stop(`A seizure in the last ${days.value} d: do not use ketamine.${conflict}`, seen)
    }
    if (active.length > 0 && recent.is !== 'no') {
      return say.stop(
        `A seizure disorder is active and freedom from seizures is not recorded (${recent.doubt}).`,
        seen,
        'When was the last seizure?',
      )
    }
    const doubts = [
      ...(delirium.is === 'no' ? [] : ['Is there delirium now?']),
      ...(recent.is === 'no' ? [] : ['When was the last seizure, if there ever was one?']),
      ...(epilepsy.is === 'not known' ? ['Has there ever been epilepsy?'] : []),
    ]
    if (doubts.length > 0)
      return say.missing('Delirium, seizures or epilepsy have not been ruled out.', doubts.join(' '), seen)
    if (epilepsy.is === 'yes') {
      return say.caution(
        `Epilepsy, without a seizure in the last ${days.value} d: some guidance says any epilepsy contraindicates ketamine.${epilepsy.conflict}`,
        seen,
        'Does the neurologist agree?',
      )
    }
    return say.clear('No delirium, no recent seizure, no epilepsy.', seen)
  },
}

/**
 * A seizure that began, or an episode that ended, within the limit. A standing label ("seizure disorder, active") says
 * nothing about its last seizure, so for an active one only the beginning is looked at.
 */
function isRecent({ value }: Fact<Condition>, facts: Case, days: number): boolean {
  const dates = [value.onset, value.status === 'resolved' ? value.abatement : undefined]
  return dates.some((date) => fewestDaysBetween(date, facts.asOf) <= days)
}
