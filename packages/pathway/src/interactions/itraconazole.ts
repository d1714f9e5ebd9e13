/**
 * I04 — Is itraconazole taken?
 *
 * It did not raise ketamine in plasma and yet deepened its effect, so there is no factor and still a reason for care. Hazard: H13.
 */
import { classOfMedicines } from './class-of-medicines.ts'
import { measuredEffect, measuredSource } from './measured.ts'
import type { Rule } from '../rule.ts'

export const itraconazole: Rule = {
  id: 'I04',
  asks: 'Is itraconazole taken?',
  hazard: 'H13',

  evaluate: (facts, protocol) =>
    classOfMedicines(facts, protocol, {
      rule: 'I04',
      source: `Peltoniemi 2011, ${measuredSource('itraconazole')}`,
      ingredients: ['itraconazole'],
      called: 'itraconazole',
      then: `${measuredEffect('itraconazole')}, but drowsiness and performance were worse: step more slowly, without a dose factor.`,
      kind: 'caution',
    }),
}
