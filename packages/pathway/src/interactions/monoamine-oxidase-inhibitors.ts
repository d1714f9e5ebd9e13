/**
 * I07 — Is a monoamine oxidase inhibitor taken, or lately stopped?
 *
 * With ketamine's release of catecholamines it can bring on a hypertensive crisis. Hazard: H05.
 */
import { classOfMedicines } from './class-of-medicines.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const monoamineOxidaseInhibitors: Rule = {
  id: 'I07',
  asks: 'Is a monoamine oxidase inhibitor taken, or lately stopped?',
  hazard: 'H05',

  evaluate: (facts, protocol) =>
    classOfMedicines(facts, protocol, {
      rule: 'I07',
      source:
        'Oral esketamine trial exclusions (BMC Psychiatry 2019, Table 1); Spravato prescribing information; MAO-B inhibitors and linezolid by extension',
      ingredients: [
        'phenelzine',
        'tranylcypromine',
        'isocarboxazid',
        'moclobemide',
        'selegiline',
        'rasagiline',
        'linezolid',
      ],
      called: 'monoamine oxidase inhibitor',
      then: 'monoamine oxidase inhibitor (MAO-B inhibitors and linezolid by extension): contraindicated.',
      kind: 'stop',
      washoutDays: limitOf(protocol, 'I07.washout.days').value,
    }),
}
