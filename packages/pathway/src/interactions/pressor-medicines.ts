/**
 * I08 — Is another medicine taken that raises blood pressure?
 *
 * Stimulants, sympathomimetics, thyroid hormone and SNRIs add to the rise after a dose. Hazard: H05.
 */
import { classOfMedicines } from './class-of-medicines.ts'
import type { Rule } from '../rule.ts'

export const pressorMedicines: Rule = {
  id: 'I08',
  asks: 'Is a stimulant, sympathomimetic, thyroid hormone or SNRI taken?',
  hazard: 'H05',

  evaluate: (facts, protocol) =>
    classOfMedicines(facts, protocol, {
      rule: 'I08',
      source:
        'Spravato prescribing information (psychostimulants); Scottish Palliative Care Guidelines, ketamine (levothyroxine)',
      ingredients: [
        'methylphenidate',
        'amphetamine',
        'lisdexamfetamine',
        'pseudoephedrine',
        'levothyroxine',
        'liothyronine',
        'duloxetine',
        'venlafaxine',
        'milnacipran',
      ],
      called: 'pressor medicine',
      then: 'adds to the rise of blood pressure; measure it at home after each step.',
      kind: 'caution',
    }),
}
