/**
 * I09 — Is an opioid taken?
 *
 * Ketamine can make the same opioid dose too much, and both sedate; the reduction is planned before the start. Hazard: H15.
 */
import { classOfMedicines } from './class-of-medicines.ts'
import type { Ingredient } from '../case.ts'
import { newest } from '../newest.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const opioidIngredients: readonly Ingredient[] = [
  'morphine',
  'oxycodone',
  'hydrocodone',
  'hydromorphone',
  'codeine',
  'tramadol',
  'tapentadol',
  'fentanyl',
  'buprenorphine',
  'meperidine',
  'methadone',
]

export const opioids: Rule = {
  id: 'I09',
  asks: 'Is an opioid taken, and how much?',
  hazard: 'H15',

  evaluate(facts, protocol) {
    const fraction = limitOf(protocol, 'I09.opioidReduction.fraction')
    const finding = classOfMedicines(facts, protocol, {
      rule: 'I09',
      source: `${fraction.source}; Mid Essex palliative guideline`,
      ingredients: opioidIngredients,
      called: 'opioid',
      then: `plan to reduce the opioid, by up to ${fraction.value * 100} %, and watch sedation and breathing.`,
      kind: 'caution',
      ask: 'Is naloxone at home, and does someone know how to give it?',
    })
    if (finding.kind === 'clear') return finding
    const equivalents = newest(facts.measurements.MME ?? []).map((m) => m.says)
    // A recorded opioid equivalent contradicts a list without opioids, so it turns "not known" into a caution.
    const some = (facts.measurements.MME ?? []).some((m) => !(m.value <= 0))
    if (finding.kind === 'missing' && some) {
      return {
        ...finding,
        kind: 'caution',
        because: `Morphine equivalents are recorded, so an opioid is taken. ${finding.because}`,
        facts: [...finding.facts, ...equivalents],
      }
    }
    return { ...finding, facts: [...finding.facts, ...equivalents] }
  },
}
