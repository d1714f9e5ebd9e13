/**
 * S04 — Has ketamine been taken long enough that it must be tapered?
 *
 * After three weeks an abrupt stop can bring withdrawal and rebound pain. Harm (M05) still stops it at once. Hazard: H19.
 */
import { answers } from '../answers.ts'
import { daysBetween } from '../calendar.ts'
import { limitOf } from '../options/limit.ts'
import { phaseFact, takesKetamine } from '../phase.ts'
import type { Rule } from '../rule.ts'

export const taperAfter: Rule = {
  id: 'S04',
  asks: 'Has ketamine been taken for more than three weeks?',
  hazard: 'H19',

  evaluate(facts, protocol) {
    const after = limitOf(protocol, 'S04.taper.afterDays')
    const say = answers('S04', after.source)
    if (!takesKetamine(facts))
      return say.clear('Ketamine is not being taken; there is nothing to taper.', [phaseFact(facts)])

    const { started } = facts.ketamine
    const days = daysBetween(started, facts.asOf)
    if (!(days >= 0)) {
      return say.missing(
        'When ketamine was begun is not known; until it is, taper and do not stop abruptly.',
        'When was the first dose?',
        [phaseFact(facts)],
      )
    }
    const seen = [`First dose: ${started?.slice(0, 10)}`, phaseFact(facts)]
    if (days <= after.value)
      return say.clear(`Taken for ${days} d; a taper is not required up to ${after.value} d.`, seen)
    return say.caution(
      `Taken for ${days} d: when it is to end, taper, do not stop abruptly, unless it is doing harm.`,
      seen,
    )
  },
}
