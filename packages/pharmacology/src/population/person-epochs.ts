/** What changes in a person's life, as typical values over time: weight, age, drugs that interact. */
import type { Compiled } from '../compile.ts'
import type { InteractionName } from '../interactions.ts'
import { checkPerson } from '../limits.ts'
import type { Substance } from '../substance.ts'
import { REFERENCE_WEIGHT, typicalValues } from './individual.ts'
import type { TypicalEpoch } from './over-time.ts'

/** From `from` (h) on. What is left out stays as it was; at first 70 kg, the reference age, and no interacting drug. */
export interface PersonChange {
  readonly from: number
  /** kg */
  readonly weight?: number
  /** years */
  readonly age?: number
  /** All that are taken from now on: `[]` when the last one is stopped. An effect is taken to come and go at once. */
  readonly interactions?: readonly InteractionName[]
  /** The body is emptied, and nothing given before is still on its way. */
  readonly reset?: true
}

/** @throws RangeError for a weight, age or drug that is not known, and for drugs that the model does not know. */
export function personEpochs(
  model: Compiled,
  substance: Substance,
  changes: readonly PersonChange[],
): readonly TypicalEpoch[] {
  let person: Omit<PersonChange, 'from' | 'reset'> = {}
  return changes.map(({ from, reset, ...change }) => {
    person = { ...person, ...change }
    const { weight, age, interactions = [] } = person
    checkPerson({ ...person, interactions })
    const typical = typicalValues(model, substance, {
      weight: weight ?? REFERENCE_WEIGHT,
      interactions: [...new Set(interactions)],
    })
    model.relate(typical, { weight, age })
    return { from, typical, ...(reset ? { reset } : {}) }
  })
}
