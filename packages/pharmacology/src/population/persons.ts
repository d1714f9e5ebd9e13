/**
 * People to simulate: weight and age from distributions that the caller states with their source, correlated and truncated; and
 * from each person the typical values of a model. There are no default people here.
 */
import type { Compiled } from '../compile.ts'
import type { InteractionName } from '../interactions.ts'
import type { Source, Status } from '../model.ts'
import { from } from '../models/sources.ts'
import type { Substance } from '../substance.ts'
import { REFERENCE_WEIGHT, typicalValues } from './individual.ts'
import { normals, STREAM } from './random.ts'

export interface Distribution {
  readonly kind: 'normal' | 'log-normal'
  /** Mean; on the logarithm the median. */
  readonly centre: number
  /** Standard deviation, before truncation; on the logarithm that of the logarithm. 0: everyone is alike. */
  readonly sd: number
  /** Nobody lies outside. */
  readonly range?: readonly [number, number]
  readonly status: Status
  readonly source: Source
}

export interface Persons {
  /** kg */
  readonly weight?: Distribution
  /** years */
  readonly age?: Distribution
  /** Of weight and age on their scales, before truncation; default 0. */
  readonly correlation?: number
}

export interface DrawnPerson {
  readonly weight?: number
  readonly age?: number
}

/** Redrawn at most so often; a range that is missed more is not the range of this distribution. */
const ATTEMPTS = 1000

/**
 * Patient number → person, from (seed, patient) alone. Whoever lies outside a range is drawn again, weight and age together, so that
 * the truncated distribution is the exact one.
 *
 * @throws RangeError for numbers that are no distribution, and a range that is hardly ever met.
 */
export function personSampler(persons: Persons, seed: number): (patient: number) => DrawnPerson {
  const { weight, age, correlation = 0 } = persons
  for (const [name, one] of Object.entries({ weight, age })) if (one) check(name, one)
  if (!(correlation > -1 && correlation < 1))
    throw new RangeError(`correlation ${correlation}: expected between -1 and 1`)
  const z = new Float64Array(2)
  return (patient) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      normals(seed, patient, STREAM.persons + attempt, z)
      const other = correlation * z[0]! + Math.sqrt(1 - correlation ** 2) * z[1]!
      const drawn = {
        ...(weight ? { weight: at(weight, z[0]!) } : {}),
        ...(age ? { age: at(age, other) } : {}),
      }
      if (within(weight, drawn.weight) && within(age, drawn.age)) return drawn
    }
    throw new RangeError(`person ${patient}: ${ATTEMPTS} draws outside the range: expected a range around the centre`)
  }
}

/** Patient number → typical values of a model for the person drawn; what is not drawn is at its reference. */
export function typicalOfPersons(
  model: Compiled,
  substance: Substance,
  persons: Persons,
  seed: number,
  interactions: readonly InteractionName[] = [],
): (patient: number) => Float64Array {
  const draw = personSampler(persons, seed)
  return (patient) => {
    const { weight = REFERENCE_WEIGHT, age } = draw(patient)
    const values = typicalValues(model, substance, { weight, interactions })
    model.relate(values, { weight, age })
    return values
  }
}

const volunteers = {
  status: 'published',
  source: from(['simons2022'], 'Table 1, mean ± SD and range (transcription; primary table not opened)'),
} as const

/** The 20 volunteers of Simons 2022, as an example of a distribution that is wholly published. They are not patients. */
export const simons2022Volunteers: Persons = {
  weight: { kind: 'normal', centre: 73, sd: 12, range: [53, 93], ...volunteers },
  age: { kind: 'normal', centre: 24, sd: 3, range: [19, 32], ...volunteers },
}

const at = ({ kind, centre, sd }: Distribution, z: number): number =>
  kind === 'normal' ? centre + sd * z : centre * Math.exp(sd * z)

/** Below 0 there is nobody, whatever the range. */
const within = (distribution: Distribution | undefined, value: number | undefined): boolean => {
  if (distribution === undefined || value === undefined) return true
  const [low, high] = distribution.range ?? [0, Infinity]
  return value > 0 && value >= low && value <= high
}

function check(name: string, { centre, sd, range, source }: Distribution): void {
  if (!(centre > 0 && centre < Infinity)) throw new RangeError(`${name}: centre ${centre}: expected above 0`)
  if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`${name}: sd ${sd}: expected 0 or more`)
  if (range && !(range[0] >= 0 && range[1] > range[0]))
    throw new RangeError(`${name}: range ${range.join('–')}: not a range`)
  if (!source?.where) throw new RangeError(`${name}: no source`)
}
