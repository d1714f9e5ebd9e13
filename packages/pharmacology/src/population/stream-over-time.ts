/** What is the same in all people of a study, and what changes for all of them: weight, age, drugs that are begun and stopped. */
import type { Compiled } from '../compile.ts'
import type { LibraryPerson } from '../domain.ts'
import type { InteractionName } from '../interactions.ts'
import { CEILING, within } from '../limits.ts'
import type { Substance } from '../substance.ts'
import { REFERENCE_WEIGHT, typicalValues } from './individual.ts'
import type { TypicalEpoch } from './over-time.ts'
import { personEpochs } from './person-epochs.ts'

/** An interacting drug taken from `from` to `until` (h). Its effect is taken to come and go at once. */
export interface InteractionPeriod {
  readonly name: InteractionName
  readonly from: number
  readonly until: number
}

/** Typical values of this person. */
export function typicalOf(
  model: Compiled,
  substance: Substance,
  { weight = REFERENCE_WEIGHT, age, interactions }: LibraryPerson,
): Float64Array {
  const values = typicalValues(model, substance, { weight, interactions: [...new Set(interactions)] })
  model.relate(values, { weight, age })
  return values
}

/** Typical values from each moment on at which a drug is begun or stopped. @throws RangeError */
export function typicalOverPeriods(
  model: Compiled,
  substance: Substance,
  person: LibraryPerson,
  periods: readonly InteractionPeriod[],
): readonly TypicalEpoch[] {
  for (const { name, from, until } of periods) {
    within(`interaction ${name} from`, from, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    if (!(until > from)) throw new RangeError(`interaction ${name} until ${until}: expected later than from (${from})`)
  }
  const edges = periods.flatMap(({ from, until }) => [from, until]).filter((time) => Number.isFinite(time))
  const starts = [...new Set([0, ...edges])].sort((a, b) => a - b)
  const { interactions, weight, age } = person
  const known = { ...(weight === undefined ? {} : { weight }), ...(age === undefined ? {} : { age }) }
  const changes = starts.map((from) => ({ from, ...known, interactions: [...interactions, ...namesAt(periods, from)] }))
  return personEpochs(model, substance, changes)
}

const namesAt = (periods: readonly InteractionPeriod[], time: number): readonly InteractionName[] =>
  periods.filter(({ from, until }) => from <= time && time < until).map(({ name }) => name)
