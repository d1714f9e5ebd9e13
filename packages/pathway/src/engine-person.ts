/** What the engine needs to know of this person: weight, age, and the interactions that were measured in people. */
import type { InteractionName, Person } from '@anodyne/pharmacology'
import type { Case, Ingredient } from './case.ts'
import { byExtension, moderate } from './interactions/cyp3a-inhibitors.ts'
import { inducing } from './interactions/inducers.ts'

/** Only medicines whose own effect on oral ketamine was measured. What is known by extension stands in the I rules, not in the forecast. */
const measured: Partial<Record<Ingredient, InteractionName>> = {
  clarithromycin: 'clarithromycin',
  ticlopidine: 'ticlopidine',
  itraconazole: 'itraconazole',
  rifampicin: 'rifampicin',
  'st-johns-wort': 'st-johns-wort',
}

/** Lowers ketamine: to count it when it may have been stopped would show less ketamine than there may be (Hazard: H14). */
const lowering: readonly Ingredient[] = inducing.filter((one) => measured[one] !== undefined)

/** The person as the engine sees them; what is unknown stays out, and the forecast then says what it assumed. */
export function enginePerson(facts: Case): Person {
  // As in the I rules, a medicine without a status counts as taken, unless that would make the forecast look safer.
  const current = (facts.medications ?? []).filter((m) => m.value.status !== 'past')
  const names = new Set(
    current.flatMap((m) =>
      m.value.ingredients
        .filter((i) => m.value.status === 'current' || !lowering.includes(i))
        .map((i) => measured[i])
        .filter((n) => n !== undefined),
    ),
  )
  if (facts.screening.grapefruit?.value) names.add('grapefruit')
  if (facts.screening['st-johns-wort']?.value) names.add('st-johns-wort')
  const weight = within(facts.measurements.weight?.[0]?.value, 1, 500)
  const age = within(facts.person.age, 0, 130)
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(age === undefined ? {} : { age }),
    interactions: [...names].sort(),
  }
}

/** What the engine accepts as a person's; anything else (a weight in grams, an age of 300) is as good as unknown. */
const within = (value: number | undefined, least: number, most: number) =>
  value !== undefined && value >= least && value <= most ? value : undefined

/**
 * Current medicines that change ketamine's exposure and are not in the forecast, since nobody has measured by how much:
 * one sentence each, for the forecast to say. A forecast that is silent about them would look safer than it is.
 */
export function unmodelledInteractions(facts: Case): string[] {
  const current = (facts.medications ?? []).filter((m) => m.value.status !== 'past')
  const taken = new Set(current.flatMap((m) => m.value.ingredients))
  const among = (some: readonly Ingredient[]) => some.filter((i) => taken.has(i) && measured[i] === undefined)
  return [
    ...among([...byExtension, ...moderate, 'clopidogrel']).map(
      (i) => `${i} is not in the forecast (no oral ketamine study): expect more ketamine than shown`,
    ),
    ...lowering
      .filter((i) => taken.has(i) && !enginePerson(facts).interactions.includes(measured[i]!))
      .map(
        (i) =>
          `${i}: not on record whether it is still taken; reckoned without it, so that ketamine is not shown too low`,
      ),
    ...among(inducing).map(
      (i) => `${i} is not in the forecast (no oral ketamine study): expect less ketamine than shown`,
    ),
  ]
}
