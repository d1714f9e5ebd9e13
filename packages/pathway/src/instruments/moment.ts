/** When a form was answered: an ISO 8601 day, or a day with a time. */
import { dayOf } from '../calendar.ts'

const withTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/
const zone = /(Z|[+-]\d{2}:\d{2})$/

/** A whole calendar day that exists, with a time that exists if there is one. */
export function isMoment(at: unknown): at is string {
  if (typeof at !== 'string' || dayOf(at) === undefined) return false
  if (!at.includes('T')) return true
  return withTime.test(at) && Number.isFinite(Date.parse(hasZone(at) ? at : `${at}Z`))
}

/** True only when the second certainly lies after the first: by the instant where both name a zone, by the day otherwise. */
export function isLater(first: string, second: string): boolean {
  if (hasZone(first) && hasZone(second)) return Date.parse(second) > Date.parse(first)
  return dayOf(second)! > dayOf(first)!
}

const hasZone = (at: string) => at.includes('T') && zone.test(at)
