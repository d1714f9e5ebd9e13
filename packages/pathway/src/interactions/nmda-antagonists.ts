/**
 * I11 — Is another blocker of the NMDA receptor taken, ketamine from elsewhere included?
 *
 * Their effects add up; methadone with ketamine relieved pain no better than ketamine alone. Hazard: H16.
 */
import { classOfMedicines } from './class-of-medicines.ts'
import { medicines, namesOf, shown } from './medicines.ts'
import { answers } from '../answers.ts'
import type { Rule } from '../rule.ts'

const source = 'Rigo 2017, NCT02233452 (methadone); others by mechanism, engineering choice'

export const nmdaAntagonists: Rule = {
  id: 'I11',
  asks: 'Is methadone, memantine, amantadine, dextromethorphan, or ketamine from elsewhere taken?',
  hazard: 'H16',

  evaluate(facts, protocol) {
    // Before a treatment of ours has begun, ketamine on the list is somebody else's.
    if (facts.ketamine.phase === 'assessment') {
      const already = medicines(facts, protocol, ['ketamine', 'esketamine']).taken
      if (already.length > 0) {
        return answers('I11', source).hold(
          `${namesOf(already)}: ketamine is already on the medication list, and this treatment has not begun.`,
          already.map((m) => shown(m, facts, protocol)),
          'Who prescribes it, which dose and route, and since when?',
        )
      }
    }
    return classOfMedicines(facts, protocol, {
      rule: 'I11',
      source,
      ingredients: ['methadone', 'memantine', 'amantadine', 'dextromethorphan'],
      called: 'other NMDA-receptor blocker',
      then: 'adds to the block of NMDA receptors; methadone with ketamine was no better than ketamine alone.',
      kind: 'caution',
    })
  },
}
