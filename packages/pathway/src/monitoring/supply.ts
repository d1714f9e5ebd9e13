/**
 * M13 — Is the supply small enough?
 *
 * What is not in the house cannot be taken at once, sold or stolen; in titration the dose may change any week. Hazard: H08.
 */
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import { needsOrder, phaseFact } from '../phase.ts'
import type { Rule } from '../rule.ts'

export const supply: Rule = {
  id: 'M13',
  asks: 'Is the supply at most 28 days, and 7 in titration?',
  hazard: 'H08',

  evaluate(facts, protocol) {
    const isTitrating = facts.ketamine.phase === 'titration' || facts.ketamine.phase === 'test-dose'
    const most = limitOf(protocol, isTitrating ? 'M13.titration.days' : 'M13.supply.days')
    const say = answers('M13', most.source)
    const order = facts.ketamine.order
    if (!order && !needsOrder(facts)) return say.clear('No ketamine is ordered in this phase.', [phaseFact(facts)])

    const days = order?.value.supplyDays
    const seen = [...(order ? [order.says] : []), phaseFact(facts)]
    if (days === undefined || !(days > 0)) {
      return say.missing('The days of supply are not on record.', 'For how many days is ketamine supplied?', seen)
    }
    if (!(days <= most.value)) {
      return say.hold(
        `Supply of ${days} d; at most ${most.value} d${isTitrating ? ' while the dose is being found' : ''}.`,
        seen,
        'Shorten the supply.',
      )
    }
    return say.clear(`Supply of ${days} d, not above ${most.value} d.`, seen)
  },
}
