/** From a course as it is prescribed to a course as the composite model takes it. */
import type { Regimen } from '../regimen.ts'
import type { Substance } from '../substance.ts'
import type { Dosing } from '../solve/timeline.ts'
import type { Bound, Formulation, Retention } from './formulation.ts'
import { knowledge, type Knowledge } from './known.ts'

/** How a dose is taken, whoever prescribes it. */
export interface Taken {
  readonly route: string
  readonly formulation?: Formulation
  readonly retention?: Retention
  readonly bound?: Bound
}

/**
 * What is known of this way of taking ketamine.
 * @throws RangeError for what cannot be (swallowed under the tongue, a capsule into a vein): what, the value, what was expected.
 */
export function knowledgeOf({ route, formulation, retention }: Taken): Knowledge {
  const byRoute = knowledge.filter(({ routes }) => (routes as readonly string[]).includes(route))
  if (byRoute.length === 0) throw new RangeError(`route ${String(route)}: expected ${routes.join(', ')}`)
  const taken = retention ?? byRoute[0]!.retention
  const byRetention = byRoute.filter((one) => one.retention === taken)
  if (byRetention.length === 0)
    throw new RangeError(
      `retention ${String(taken)}: expected ${words(byRoute.map((one) => one.retention))} by route ${route}`,
    )
  const found = byRetention.find(({ formulations }) => formulations.includes(formulation))
  if (found) return found
  const expected = words(byRetention.flatMap(({ formulations }) => formulations))
  throw new RangeError(`formulation ${String(formulation)}: expected ${expected} by route ${route}`)
}

/**
 * The route of the composite model that stands for a course.
 * @throws RangeError where nothing was measured, with the reason, and as `knowledgeOf` does.
 */
export function modelRoute(course: Taken): string {
  const found = knowledgeOf(course)
  const { bound } = course
  if (found.judgement !== 'unknown') {
    if (bound === undefined) return found.modelRoute
    throw new RangeError(`bound ${String(bound)}: expected only of a dose that is held and spat`)
  }
  const { route, formulation, retention = '' } = course
  const what = [route, formulation ?? '', retention].filter((word) => word !== '').join(', ')
  if (!found.between) throw new RangeError(`${what}: no data, ${found.reason}`)
  if (bound !== undefined && Object.hasOwn(found.between, bound)) return found.between[bound]
  throw new RangeError(`${what}: ${found.reason}; bound ${String(bound)}: expected least or most`)
}

/** The course as the engine sees it. A route of another model, of which nothing else is said, stays as it is. */
export function dosingOf(given: Taken & Dosing): Dosing {
  const { formulation, retention, bound, ...dosing } = given
  const plain = formulation === undefined && retention === undefined && bound === undefined
  if (plain && !refused.includes(given.route)) return dosing
  return { ...dosing, route: modelRoute(given) }
}

/** Why a stated way of taking a substance was not observed; `undefined`: it was, or nothing is stated. */
export function notObserved(course: Taken & { readonly substance: Substance }): string | undefined {
  if (course.formulation === undefined && course.retention === undefined) return undefined
  const found = knowledgeOf(course)
  if (found.judgement !== 'known') return found.reason
  return found.only === undefined || found.only === course.substance ? undefined : `observed with ${found.only} only`
}

/** What is not observed in how these courses are taken, in words; each once. Nothing is said of what is not stated. */
export function formulationNotes(regimen: Regimen): readonly string[] {
  const notes = regimen.flatMap((course) => {
    const because = notObserved(course)
    const { route, formulation, retention } = course
    const way = [route, formulation, retention].filter((word) => word !== undefined).join(', ')
    return because === undefined ? [] : [`${way}: ${because}`]
  })
  return [...new Set(notes)]
}

const routes = [...new Set(knowledge.flatMap((one) => one.routes))]
/** Routes without a curve, however they are taken. */
const refused: readonly string[] = routes.filter((route) =>
  knowledge.every((one) => one.judgement === 'unknown' || !one.routes.includes(route)),
)

const words = (values: readonly (string | undefined)[]): string =>
  [...new Set(values)].map((value) => value ?? 'none').join(', ')
