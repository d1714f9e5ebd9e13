/** What is known of a person, turned into what the engine needs; what is not known is assumed, in words. */
import { doseNotes } from './formulation/dose-notes.ts'
import { formulationNotes } from './formulation/model-route.ts'
import { unstatedNotes } from './formulation/unstated-notes.ts'
import { interactionNotes } from './interaction/forecast-notes.ts'
import type { InteractionName } from './interactions.ts'
import { REFERENCE_WEIGHT, type Covariates } from './population/individual.ts'
import { outsideNote } from './person-outside.ts'
import type { Regimen } from './regimen.ts'

/** What the engine needs to know of a person. What is left out is assumed, and the forecast says so. */
export interface Person {
  /** kg */
  readonly weight?: number
  /** years */
  readonly age?: number
  readonly interactions: readonly InteractionName[]
}

export interface Assumption {
  readonly covariates: Covariates
  /** From age 50 pressure rises more; an unknown age is not taken as young. */
  readonly older: boolean
  readonly assumed: readonly string[]
}

export function assume(person: Person, regimen: Regimen): Assumption {
  const { weight, age } = person
  const interactions = [...new Set(person.interactions)]
  const young = age !== undefined && age < 50
  const assumed: string[] = []
  if (weight === undefined) assumed.push(`weight unknown: ${REFERENCE_WEIGHT} kg assumed`)
  if (age === undefined) assumed.push('age unknown: rise of pressure taken as for 50 years or older')
  if (!young)
    assumed.push('from age 50 the rise of systolic pressure is multiplied by 1.5–2 (direction published, size assumed)')
  if (regimen.some(({ substance }) => substance === 'racemic-ketamine'))
    assumed.push('S-ketamine is half of the ketamine in plasma after the racemate')
  assumed.push(
    'chance to respond (33 %, 14–62) and relief if so: from cohorts without a control group, placebo response not taken off; no placebo-controlled trial shows a benefit',
  )
  if (regimen.some(({ route }) => route !== 'oral'))
    assumed.push('chance to respond as in cohorts of swallowed ketamine, whatever the route')
  assumed.push(...unstatedNotes(regimen), ...formulationNotes(regimen), ...doseNotes(regimen))
  assumed.push(outsideNote(person), 'the liver is taken as healthy: if it is not, expect more ketamine than shown')
  assumed.push('slow relief after oral doses follows the model of a 100-h S-ketamine infusion in CRPS')
  assumed.push(...interactionNotes(interactions, regimen))
  if (interactions.length > 1) assumed.push(`effects of ${interactions.join(', ')} multiplied: never studied together`)
  return { covariates: { weight: weight ?? REFERENCE_WEIGHT, interactions }, older: !young, assumed }
}
