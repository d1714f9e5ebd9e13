/**
 * I01 — Is a strong inhibitor of CYP3A4 taken?
 *
 * Clarithromycin raises swallowed ketamine about threefold, so an ordinary dose becomes an overdose. Hazard: H13.
 * Only clarithromycin was measured; the other strong inhibitors are judged by extension, the moderate ones assumed.
 */
import { measuredEffect, measuredSource } from './measured.ts'
import { medicines, namesOf, shown } from './medicines.ts'
import { answers } from '../answers.ts'
import type { Ingredient } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import { takesKetamine } from '../phase.ts'
import type { Rule } from '../rule.ts'

export const byExtension: readonly Ingredient[] = [
  'ritonavir',
  'cobicistat',
  'ketoconazole',
  'voriconazole',
  'posaconazole',
]
export const moderate: readonly Ingredient[] = ['verapamil', 'diltiazem', 'erythromycin', 'fluconazole']

export const cyp3aInhibitors: Rule = {
  id: 'I01',
  asks: 'Is clarithromycin or another inhibitor of CYP3A4 taken?',
  hazard: 'H13',

  evaluate(facts, protocol) {
    const assumed = limitOf(protocol, 'I01.assumed.ratio')
    const washout = limitOf(protocol, 'I01.washout.days').value
    const say = answers('I01', `Hagelberg 2010, ${measuredSource('clarithromycin')}; ${assumed.source}`)
    const strong = medicines(facts, protocol, ['clarithromycin', ...byExtension], washout)
    const weaker = medicines(facts, protocol, moderate)
    const show = (some: typeof strong.taken) => some.map((m) => shown(m, facts, protocol))

    if (strong.taken.length > 0) {
      const isMeasured = strong.taken.some((m) => m.value.ingredients.includes('clarithromycin'))
      const basis = isMeasured
        ? measuredEffect('clarithromycin')
        : `by extension from clarithromycin, ${measuredEffect('clarithromycin')}; no oral ketamine study of its own`
      const now = takesKetamine(facts)
        ? 'suspend ketamine, or cut it to a third if the specialist decides so'
        : 'do not start ketamine'
      return say.stop(
        `${namesOf(strong.taken)}: ${basis}; ${now}.`,
        show(strong.taken),
        'Can it be replaced, and when does it end?',
      )
    }
    if (strong.recent.length > 0) {
      return say.hold(
        `${namesOf(strong.recent)}, stopped within ${washout} d or at an unknown time: wait until inhibition has gone.`,
        show(strong.recent),
        'When was it last taken?',
      )
    }
    const caution = `${namesOf(weaker.taken)}: no oral ketamine study; CYP3A4 inhibitor, assume up to × ${assumed.value} exposure unless drug-specific data say otherwise.`
    // What cannot be read, or is known to be left out, may be a strong inhibitor: the caution does not settle the question.
    if (strong.doubt && !(strong.unconfirmed && weaker.taken.length > 0)) {
      const also = weaker.taken.length > 0 ? ` ${caution}` : ''
      return say.missing(
        `${strong.doubt} A strong CYP3A4 inhibitor cannot be ruled out.${also}`,
        strong.ask,
        show(weaker.taken),
      )
    }
    if (weaker.taken.length > 0) return say.caution(caution, show(weaker.taken), strong.ask || undefined)
    return say.clear(`No listed CYP3A4 inhibitor among ${strong.count} current medicines.`, completeness(facts))
  },
}

const completeness = ({ screening }: Parameters<Rule['evaluate']>[0]) =>
  screening['medication-list-complete'] ? [screening['medication-list-complete'].says] : []
