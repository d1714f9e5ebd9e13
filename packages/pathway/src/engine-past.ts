/** What a forecast must be told of the past, and what it must say of its limits. */
import type { Course } from '@anodyne/pharmacology'
import { hours, mg } from '@anodyne/units'
import type { Case } from './case.ts'
import { unmodelledInteractions } from './engine-person.ts'

const DAY = 24

/** h; eleven half-lives of the slowest effect (10.9 d), before which a dose no longer counts. */
const LONGEST_PAST = 120 * DAY

/** mg per dose and doses a day; beyond them an order cannot be one, and the engine refuses it. */
const MOST_MG = 10_000
const MOST_TIMES = 24

/**
 * The order in force, taken regularly from the day of the last change of dose until today; it runs from 0 to its `until`,
 * where today begins. Unknown or absurd dose, substance, route or date: no past course, and nothing is assumed in its place.
 */
export function pastCourse(facts: Case): Course | undefined {
  const { order: { value: order } = {}, lastStep, started } = facts.ketamine
  const since = lastStep ?? started
  if (order?.mg === undefined || order.timesPerDay === undefined || since === undefined) return undefined
  if (order.substance === undefined || order.route === undefined) return undefined
  const credible = order.mg > 0 && order.mg <= MOST_MG && order.timesPerDay > 0 && order.timesPerDay <= MOST_TIMES
  const elapsed = Math.floor((Date.parse(facts.asOf) - Date.parse(since)) / 3_600_000 / DAY) * DAY
  if (!credible || !(elapsed > 0)) return undefined
  return {
    substance: order.substance,
    route: order.route,
    dose: mg(order.mg),
    every: hours(DAY / order.timesPerDay),
    from: hours(0),
    until: hours(Math.min(elapsed, LONGEST_PAST)),
  }
}

/** What stands under a forecast of this person beside the engine's own assumptions. */
export function forecastNotes(facts: Case): string[] {
  const past = pastCourse(facts)
  return [
    ...(past ? [`taken as ordered for the last ${past.until / DAY} days; earlier doses are not counted`] : []),
    ...(facts.ketamine.order && !past ? ['what was taken until now is not known, so it starts from nothing'] : []),
    ...(facts.medications === undefined
      ? ['no medication list on record: reckoned without interacting medicines']
      : []),
    ...(facts.screening.grapefruit === undefined ? ['grapefruit not asked about: reckoned without it'] : []),
    ...unmodelledInteractions(facts),
    'of a solution, swallowed at once: a capsule, a tablet or holding it in the mouth is another dose',
    'people like this one: this person’s own pain scores, side effects and levels are not used yet',
  ]
}
