/**
 * The conventional-treatment ledger: what was tried in the four classes, and was each an adequate trial.
 * A drug appears once, however often it was prescribed. A class with nothing on record has no line and is *unknown*:
 * see `classesNotRecorded`.
 */
import { diagnosed } from '../assessment/screened.ts'
import { treatmentClasses } from '../case.ts'
import type { Case, Fact, Ingredient, Treatment, TreatmentClass } from '../case.ts'
import type { Protocol } from '../protocol.ts'
import type { AdjudicatedTreatment } from '../treatment.ts'
import { analgesicClass, treatmentClass } from './drug-class.ts'
import { adjudicateTrial } from './trial.ts'

export function adjudicate(facts: Case, protocol: Protocol): AdjudicatedTreatment[] {
  const recorded = facts.treatments
  const named = new Set(recorded.map((t) => sameTreatment(t.value)))
  const prescribed = prescriptions(facts).filter((t) => !named.has(sameTreatment(t.value)))
  const groups = Map.groupBy([...recorded, ...prescribed], (t) => sameTreatment(t.value))
  const lines = [...groups.values()].map((group) => settle(group, facts, protocol))
  const rank = (line: AdjudicatedTreatment) => treatmentClasses.indexOf(line.class)
  return lines.sort((a, b) => rank(a) - rank(b))
}

/** The classes of conventional treatment about which the record says nothing. Unknown, not "none tried". */
export function classesNotRecorded(facts: Case): TreatmentClass[] {
  const seen = new Set<TreatmentClass>(facts.treatments.map((t) => t.value.class))
  if (prescriptions(facts).length > 0) seen.add('medication')
  return treatmentClasses.filter((kind) => !seen.has(kind))
}

/** Conventional analgesics on the medication list, as prescriptions: a prescription alone is never a trial. */
function prescriptions(facts: Case): Fact<Treatment>[] {
  const forPain = (ingredient: Ingredient) => {
    const drugClass = analgesicClass(ingredient)
    return drugClass !== undefined && !(drugClass === 'anticonvulsant' && hasEpilepsy(facts))
  }
  return (facts.medications ?? []).flatMap((medication) =>
    medication.value.ingredients
      .filter(forPain)
      .map((ingredient) => ({ ...medication, value: prescription(ingredient) })),
  )
}

/** Then carbamazepine or lamotrigine on the list is for that, unless a trial for pain is documented. */
const hasEpilepsy = (facts: Case): boolean =>
  facts.screening['epilepsy-ever']?.value === true || diagnosed(facts, ['epilepsy', 'seizure'], 'ever').length > 0

const prescription = (ingredient: Ingredient): Treatment => ({
  class: 'medication',
  name: ingredient[0]!.toUpperCase() + ingredient.slice(1),
  ingredient,
  evidence: 'prescription-only',
})

const sameTreatment = (t: Treatment) => `${t.class} ${t.ingredient ?? t.name.trim().toLowerCase()}`

/** Of several records of one treatment, an adequate trial settles it; else a doubt outweighs a shortfall. */
function settle(group: readonly Fact<Treatment>[], facts: Case, protocol: Protocol): AdjudicatedTreatment {
  const judged = group.map((fact) => ({ fact, verdict: adjudicateTrial(fact.value, facts, protocol) }))
  const best =
    judged.find((j) => j.verdict.adequate === 'yes') ??
    judged.find((j) => j.verdict.adequate === 'unknown') ??
    judged[0]!
  const { class: kind, name, ingredient } = best.fact.value
  // Two adequate trials of one drug that disagree on whether it helped: not known.
  const outcomes = new Set(judged.filter((j) => j.verdict.adequate === 'yes').map((j) => j.verdict.failed))
  const disagree = outcomes.size > 1 && {
    failed: 'unknown' as const,
    ask: `${name}: its records disagree; how much of the pain did it remove, and why was it stopped?`,
  }
  return {
    class: kind,
    name,
    ...(ingredient && { drugClass: treatmentClass(ingredient) }),
    ...best.verdict,
    ...disagree,
    facts: [...new Set(group.map((fact) => fact.says))],
  }
}
