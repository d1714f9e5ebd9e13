/**
 * I03 — Is ticlopidine or clopidogrel taken?
 *
 * Ticlopidine more than doubles swallowed ketamine through CYP2B6; clopidogrel is its modern relative. Hazard: H13.
 */
import { classOfMedicines } from './class-of-medicines.ts'
import { measuredEffect, measuredSource } from './measured.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const cyp2b6Inhibitors: Rule = {
  id: 'I03',
  asks: 'Is ticlopidine or clopidogrel taken?',
  hazard: 'H13',

  evaluate: (facts, protocol) =>
    classOfMedicines(facts, protocol, {
      rule: 'I03',
      source: `Peltoniemi 2011, ${measuredSource('ticlopidine')}; clopidogrel by extension`,
      ingredients: ['ticlopidine', 'clopidogrel'],
      called: 'ticlopidine or clopidogrel',
      then: `ticlopidine: ${measuredEffect('ticlopidine')}; clopidogrel by extension, without an oral ketamine study. Multiply the dose by ${limitOf(protocol, 'interaction.I03.fraction').value}.`,
      kind: 'caution',
    }),
}
