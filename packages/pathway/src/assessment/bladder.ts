/**
 * E13 — Is the bladder already diseased?
 *
 * Ketamine can inflame the bladder for good, and existing symptoms would hide the first signs. Hazard: H09.
 */
import { diagnosed, screened } from './screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const bladder: Rule = {
  id: 'E13',
  asks: 'Is there bladder pain, recurrent cystitis or unexplained blood in the urine?',
  hazard: 'H09',

  evaluate(facts, protocol) {
    const say = answers(
      'E13',
      'Engineering choice after Winstock 2012, doi:10.1111/j.1464-410X.2012.11028.x, and the ketamine label',
    )
    const form = screened(facts, {
      item: 'bladder-symptoms-or-haematuria',
      kinds: ['bladder-disease'],
      when: 'now',
      validDays: limitOf(protocol, 'E13.validDays').value,
    })
    const past = diagnosed(facts, ['bladder-disease'], 'ever').map((c) => c.says)
    if (form.is === 'yes') {
      return say.hold(
        `Bladder symptoms or disease: wait for a urology opinion.${form.conflict}`,
        form.facts,
        'Refer to urology.',
      )
    }
    if (form.is === 'not known') {
      return say.missing(
        `Bladder disease has not been ruled out: ${form.doubt}.`,
        'Is there bladder pain, frequency, recurrent cystitis or blood in the urine?',
        [...past, ...form.facts],
      )
    }
    if (past.length > 0) return say.caution('A bladder disease is recorded as resolved.', [...past, ...form.facts])
    return say.clear('No bladder symptoms and no blood in the urine.', form.facts)
  },
}
