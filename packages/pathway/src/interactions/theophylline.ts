/**
 * I06 — Is theophylline or aminophylline taken?
 *
 * With ketamine it lowers the seizure threshold. Hazard: H03.
 */
import { classOfMedicines } from './class-of-medicines.ts'
import type { Rule } from '../rule.ts'

export const theophylline: Rule = {
  id: 'I06',
  asks: 'Is theophylline or aminophylline taken?',
  hazard: 'H03',

  evaluate: (facts, protocol) =>
    classOfMedicines(facts, protocol, {
      rule: 'I06',
      source: 'Ketalar prescribing information; Scottish Palliative Care Guidelines, ketamine',
      ingredients: ['theophylline', 'aminophylline'],
      called: 'theophylline or aminophylline',
      then: 'lowers the seizure threshold with ketamine: contraindicated.',
      kind: 'stop',
    }),
}
