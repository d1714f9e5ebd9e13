/**
 * E15 — Is the person suicidal now?
 *
 * That comes first, needs other help today, and a supply of ketamine at home is a means. Hazard: H11.
 */
import { diagnosed, screened } from './screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const suicidality: Rule = {
  id: 'E15',
  asks: 'Is there acute suicidality?',
  hazard: 'H11',

  evaluate(facts, protocol) {
    const say = answers('E15', 'OKTOS, doi:10.1186/s12888-020-02925-1')
    const now = screened(facts, {
      item: 'suicidal-now',
      kinds: ['suicidality'],
      when: 'now',
      validDays: limitOf(protocol, 'E15.validDays').value,
    })
    const past = diagnosed(facts, ['suicidality'], 'ever').map((c) => c.says)
    const seen = [...new Set([...past, ...now.facts])]
    if (now.is === 'yes')
      return say.stop(`Suicidal now: refer urgently, today.${now.conflict}`, seen, 'Same-day psychiatric assessment.')
    if (now.is === 'not known') {
      return say.missing(
        `Suicidality has not been asked about: ${now.doubt}.`,
        'Ask about thoughts of suicide, today.',
        seen,
      )
    }
    if (past.length > 0) return say.caution('Suicidality in the past: small supplies, and mood at every visit.', seen)
    return say.clear('Not suicidal.', seen)
  },
}
