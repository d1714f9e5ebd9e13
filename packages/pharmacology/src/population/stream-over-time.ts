/** Interacting drugs that are begun and stopped: the same people, their typical values changing from one moment to the next. */
import type { Compiled } from '../compile.ts'
import type { LibraryPerson } from '../domain.ts'
import type { InteractionName } from '../interactions.ts'
import { CEILING, within } from '../limits.ts'
import { overTime, type Epoch } from '../solve/epochs.ts'
import type { Dosing } from '../solve/timeline.ts'
import type { Substance } from '../substance.ts'
import { LANES } from './groups.ts'
import { deviates, individual, REFERENCE_WEIGHT, typicalValues } from './individual.ts'

/** An interacting drug taken from `from` to `until` (h). Its effect is taken to come and go at once. */
export interface InteractionPeriod {
  readonly name: InteractionName
  readonly from: number
  readonly until: number
}

/** Typical values of a person who also takes these drugs. */
export function typicalOf(
  model: Compiled,
  substance: Substance,
  { weight = REFERENCE_WEIGHT, age, interactions }: LibraryPerson,
  further: readonly InteractionName[] = [],
): Float64Array {
  const values = typicalValues(model, substance, { weight, interactions: [...new Set([...interactions, ...further])] })
  model.relate(values, { weight, age })
  return values
}

/** Writes groups of concentrations as `simulate` does, for patients `first`, a multiple of `LANES`, and on. */
export function overPeriods(
  model: Compiled,
  dosing: readonly Dosing[],
  times: readonly number[],
  options: {
    readonly seed: number
    readonly substance: Substance
    readonly person: LibraryPerson
    readonly periods: readonly InteractionPeriod[]
    readonly into: Float64Array
  },
): (stretch: { readonly n: number; readonly first: number }) => Float64Array {
  const { seed, substance, person, periods, into } = options
  const typical = epochStarts(periods).map((from) => ({
    from,
    values: typicalOf(model, substance, person, namesAt(periods, from)),
  }))
  const solve = overTime(model, dosing, times)
  const size = times.length * model.outputs.length
  const one = new Float64Array(size)
  const epochs: readonly Epoch[] = typical.map(({ from, values }) => ({
    from,
    values: new Float64Array(values.length),
  }))
  return ({ n, first }) => {
    for (let i = 0; i < n; i++) {
      const eta = deviates(model, seed, first + i)
      epochs.forEach(({ values }, k) => individual(model, typical[k]!.values, eta, values))
      solve(epochs, one.fill(0))
      const at = Math.floor(i / LANES) * size * LANES + (i % LANES)
      for (let k = 0; k < size; k++) into[at + k * LANES] = one[k]!
    }
    return into
  }
}

/** @throws RangeError */
export function checkPeriods(periods: readonly InteractionPeriod[]): void {
  for (const { name, from, until } of periods) {
    within(`interaction ${name} from`, from, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    if (!(until > from)) throw new RangeError(`interaction ${name} until ${until}: expected later than from (${from})`)
  }
}

const epochStarts = (periods: readonly InteractionPeriod[]): readonly number[] =>
  [...new Set([0, ...periods.flatMap(({ from, until }) => (Number.isFinite(until) ? [from, until] : [from]))])].sort(
    (a, b) => a - b,
  )

const namesAt = (periods: readonly InteractionPeriod[], time: number): readonly InteractionName[] =>
  periods.filter(({ from, until }) => from <= time && time < until).map(({ name }) => name)
