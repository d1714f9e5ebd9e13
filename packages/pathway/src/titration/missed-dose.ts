/**
 * T06 — What if a dose is missed?
 *
 * Doubling after a missed dose is how an ordinary dose becomes an overdose; this is advice, so it never blocks. Hazard: H18.
 */
import { answers } from '../answers.ts'
import { phaseFact, takesKetamine } from '../phase.ts'
import type { Rule } from '../rule.ts'

export const missedDose: Rule = {
  id: 'T06',
  asks: 'What is done about a missed dose?',
  hazard: 'H18',

  evaluate(facts) {
    const say = answers('T06', 'Walton Centre NHS patient leaflet, oral ketamine')
    return takesKetamine(facts)
      ? say.clear('Advice: a missed dose is left out; never double the next one.', [phaseFact(facts)])
      : say.clear('No doses are being taken; the advice comes with the plan: a missed dose is never doubled.', [
          phaseFact(facts),
        ])
  },
}
