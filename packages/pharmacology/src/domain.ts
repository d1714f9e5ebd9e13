/**
 * Where a model was observed, and so where its answer rests on observation. `ok` is earned: what is unknown, unusual or not a
 * number is outside. A model that cannot answer at all refuses, and says why.
 */
import type { Formulation } from './formulation/formulation.ts'
import { dosingOf, notObserved, type Taken } from './formulation/model-route.ts'
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
  /** Which of the typed formulations that is; left out: whatever the route takes. */
  readonly formulations?: readonly Formulation[]
  readonly status: Status
  readonly source: Source
}

/** A course of any model's routes; a `Course` of the forecast is one. */
export interface LibraryCourse extends Dosing, Taken {
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
  const once = (one: Outside): void => {
    if (!outside.some(({ what, value }) => what === one.what && value === one.value)) outside.push(one)
  }
  for (const course of regimen) {
    const { route, dose } = dosingOf(course)
    const { dose: range, formulation, formulations } = routes[route]!
    if (!inside(dose, range))
      once({ what: `dose by route ${route} (${formulation})`, value: dose, range: `${between(range)} mg` })
    for (const range of unobserved(course, formulations))
      once({ what: `way of taking by route ${course.route}`, value: wayOfTaking(course), range })
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
  for (const course of regimen) {
    const { substance } = course
    if (!domain.substances.includes(substance))
      return `substance ${substance}: expected ${domain.substances.join(', ')}`
    const { route, because } = routeOf(course)
    if (because !== undefined) return because
    if (!Object.hasOwn(model.routes, route) || !Object.hasOwn(domain.routes, route))
      return `route ${route}: expected ${Object.keys(domain.routes).join(', ')}`
    // Otherwise it would be given at the route's own pace, and nobody would be told.
    const isInfused = course.infusion !== undefined && course.infusion !== 0
    if (isInfused && !model.routes[route]!.some(({ duration }) => duration === 'given'))
      return `infusion ${course.infusion}: route ${route} is not infused, expected none`
  }
  if (!domain.interactions && person.interactions.length > 0)
    return `interaction with ${person.interactions.join(', ')}: not in this model`
  return undefined
}

/** The route of the model, or why there is none. */
function routeOf(course: LibraryCourse): { readonly route: string; readonly because?: string } {
  try {
    return dosingOf(course)
  } catch (error) {
    if (error instanceof RangeError) return { route: course.route, because: error.message }
    throw error
  }
}

/** Why a stated formulation or retention was not observed, by anyone or by this model. */
function unobserved(course: LibraryCourse, formulations: readonly Formulation[] | undefined): readonly string[] {
  const because = notObserved(course)
  if (because !== undefined) return [because]
  const { formulation } = course
  return formulation === undefined || !formulations || formulations.includes(formulation)
    ? []
    : [formulations.join(', ')]
}

const wayOfTaking = ({ formulation, retention }: LibraryCourse): string =>
  [formulation, retention].filter((word) => word !== undefined).join(', ')

/** Unknown and NaN are not inside. */
const inside = (value: number | undefined, [low, high]: readonly [number, number]): boolean =>
  value !== undefined && value >= low && value <= high

const between = ([low, high]: readonly [number, number]): string => (low === high ? `${low}` : `${low}–${high}`)
