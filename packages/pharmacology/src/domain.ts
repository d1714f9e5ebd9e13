/**
 * Where a model was observed, and so where its answer rests on observation. `ok` is earned: what is unknown, unusual or not a
 * number is outside. A model that cannot answer at all refuses, and says why.
 */
import type { Model, Source, Status } from './model.ts'
import type { Person } from './person.ts'
import type { Dosing } from './solve/timeline.ts'
import type { Substance } from './substance.ts'

export type StudiedPopulation = 'healthy' | 'chronic-pain' | 'treatment-resistant-depression'

/** Lowest and highest that was observed, both included. */
export interface Observed {
  readonly range: readonly [number, number]
  readonly status: Status
  readonly source: Source
}

export interface Domain {
  readonly substances: readonly Substance[]
  /** Site from which blood was drawn: arterial and venous peaks differ. */
  readonly sampling: 'arterial' | 'venous'
  readonly routes: Readonly<Record<string, DomainOfRoute>>
  /** kg */
  readonly weight: Observed
  /** years */
  readonly age: Observed
  readonly populations: readonly StudiedPopulation[]
  /** Whether it knows what interacting drugs do. */
  readonly interactions: boolean
}

export interface DomainOfRoute {
  /** mg of free base in one dose */
  readonly dose: readonly [number, number]
  readonly formulation: string
  readonly status: Status
  readonly source: Source
}

/** A course of any model's routes; a `Course` of the forecast is one. */
export interface LibraryCourse extends Dosing {
  readonly substance: Substance
}

/** What is known of a person; what is left out is unknown. */
export interface LibraryPerson extends Person {
  readonly population?: StudiedPopulation
}

export interface Outside {
  readonly what: string
  readonly value: number | string
  /** In words, with its unit. */
  readonly range: string
}

export type Judgement =
  | { readonly kind: 'ok' }
  | { readonly kind: 'outside'; readonly outside: readonly Outside[] }
  | { readonly kind: 'refused'; readonly because: string }

/** Whether this model was made for this regimen in this person. */
export function domainOf(model: Model, regimen: readonly LibraryCourse[], person: LibraryPerson): Judgement {
  const because = cannot(model, regimen, person)
  if (because !== undefined) return { kind: 'refused', because }
  const { routes, weight, age, populations } = model.domain!
  const outside: Outside[] = []
  for (const { route, dose } of regimen) {
    const { dose: range, formulation } = routes[route]!
    const what = `dose by route ${route} (${formulation})`
    if (!inside(dose, range) && !outside.some((one) => one.what === what && one.value === dose))
      outside.push({ what, value: dose, range: `${between(range)} mg` })
  }
  if (!inside(person.weight, weight.range))
    outside.push({ what: 'weight', value: person.weight ?? 'unknown', range: `${between(weight.range)} kg` })
  if (!inside(person.age, age.range))
    outside.push({ what: 'age', value: person.age ?? 'unknown', range: `${between(age.range)} years` })
  if (person.population === undefined || !populations.includes(person.population))
    outside.push({ what: 'population', value: person.population ?? 'unknown', range: populations.join(', ') })
  return outside.length === 0 ? { kind: 'ok' } : { kind: 'outside', outside }
}

/** Why a model has no answer, or `undefined` when it has one. */
function cannot(model: Model, regimen: readonly LibraryCourse[], person: LibraryPerson): string | undefined {
  if (model.incomplete !== undefined) return `incomplete: ${model.incomplete}`
  const { domain } = model
  if (!domain) return 'no domain is stated'
  for (const { route, substance } of regimen) {
    if (!domain.substances.includes(substance))
      return `substance ${substance}: expected ${domain.substances.join(', ')}`
    if (!Object.hasOwn(model.routes, route) || !Object.hasOwn(domain.routes, route))
      return `route ${route}: expected ${Object.keys(domain.routes).join(', ')}`
  }
  if (!domain.interactions && person.interactions.length > 0)
    return `interaction with ${person.interactions.join(', ')}: not in this model`
  return undefined
}

/** Unknown and NaN are not inside. */
const inside = (value: number | undefined, [low, high]: readonly [number, number]): boolean =>
  value !== undefined && value >= low && value <= high

const between = ([low, high]: readonly [number, number]): string => (low === high ? `${low}` : `${low}–${high}`)
