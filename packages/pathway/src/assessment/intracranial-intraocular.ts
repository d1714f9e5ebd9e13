/**
 * E05 — Could a rise of pressure in the head or the eye do harm?
 *
 * Ketamine can raise both. Guidance forbids it with raised intracranial pressure and is divided on the eye. Hazard: H04.
 */
import { diagnosed, screened } from './screened.ts'
import { answers } from '../answers.ts'
import { fewestDaysBetween } from '../calendar.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const intracranialIntraocular: Rule = {
  id: 'E05',
  asks: 'Is there raised intracranial pressure, an intracranial lesion, a recent head injury, or glaucoma?',
  hazard: 'H04',

  evaluate(facts, protocol) {
    const say = answers(
      'E05',
      'Scottish Palliative Care Guidelines, ketamine; OKTOS, doi:10.1186/s12888-020-02925-1; Cohen 2018, doi:10.1097/AAP.0000000000000808',
    )
    const validDays = limitOf(protocol, 'E05.validDays').value
    const recentDays = limitOf(protocol, 'E05.headInjury.recentDays').value
    const head = screened(facts, {
      item: 'raised-intracranial-pressure-or-lesion',
      kinds: ['raised-intracranial-pressure', 'intracranial-lesion'],
      when: 'now',
      validDays,
    })
    const eye = screened(facts, { item: 'glaucoma-severe', kinds: ['glaucoma'], when: 'ever', validDays })
    // Not earned by "longer ago than": an injury without a date counts as recent.
    const injuries = diagnosed(facts, ['recent-head-injury'], 'ever').filter(
      ({ value }) => !(value.status === 'resolved' && fewestDaysBetween(value.onset, facts.asOf) > recentDays),
    )
    const healed = diagnosed(facts, ['raised-intracranial-pressure', 'intracranial-lesion'], 'ever')
    const seen = [...new Set([...head.facts, ...[...injuries, ...healed].map((c) => c.says), ...eye.facts])]

    if (head.is === 'yes') {
      return say.stop(
        `Raised intracranial pressure or an intracranial lesion: do not use ketamine.${head.conflict}`,
        seen,
      )
    }
    if (injuries.length > 0)
      return say.stop(`A head injury within ${recentDays} d, or of unknown date: do not use ketamine.`, seen)
    const doubts = [
      ...(head.is === 'no' ? [] : ['Is there raised intracranial pressure, a mass, a bleed, or a recent head injury?']),
      ...(eye.is === 'not known' ? ['Is there severe glaucoma or raised eye pressure?'] : []),
    ]
    if (doubts.length > 0) {
      return say.missing('Raised pressure in the head or the eye has not been ruled out.', doubts.join(' '), seen)
    }
    if (eye.is === 'yes') {
      return say.caution(
        `Glaucoma: evidence is weak (grade C) that ketamine should be avoided or kept low; ask the eye clinic first.${eye.conflict}`,
        seen,
        'How high is the eye pressure, and does ophthalmology agree?',
      )
    }
    if (healed.length > 0)
      return say.caution('An intracranial disease is recorded as resolved; confirm before a dose.', seen)
    return say.clear('No raised pressure or lesion in the head, no severe glaucoma.', seen)
  },
}
