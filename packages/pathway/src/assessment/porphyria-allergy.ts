/**
 * E14 — Is there porphyria, or an allergy to ketamine?
 *
 * Either makes any dose dangerous. Hazard: H10.
 */
import { screened } from './screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const porphyriaAllergy: Rule = {
  id: 'E14',
  asks: 'Is there acute intermittent porphyria or ketamine allergy?',
  hazard: 'H10',

  evaluate(facts, protocol) {
    const say = answers(
      'E14',
      'UK palliative ketamine guideline; exclusions of trial NCT01951911; OKTOS (previous reaction), doi:10.1186/s12888-020-02925-1',
    )
    const history = screened(facts, {
      item: 'porphyria-or-ketamine-allergy',
      kinds: ['porphyria', 'ketamine-allergy'],
      when: 'ever',
      validDays: limitOf(protocol, 'E14.validDays').value,
    })
    if (history.is === 'yes')
      return say.stop(`Porphyria or ketamine allergy: contraindicated.${history.conflict}`, history.facts)
    if (history.is === 'no') return say.clear('No porphyria and no ketamine allergy.', history.facts)
    return say.missing(
      `Porphyria and ketamine allergy have not been ruled out: ${history.doubt}.`,
      'Is there acute intermittent porphyria, or was there ever a reaction to ketamine?',
      history.facts,
    )
  },
}
