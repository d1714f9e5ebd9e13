import { daysBetween, isFresh } from './calendar.ts'
import type { Fact } from './case.ts'

/**
 * The readings that stand for now: those of the newest day, and every one without a date (it may be the newest).
 * Several on one day are all returned, so that the rule can take the worst.
 */
export function newest<T>(readings: readonly Fact<T>[]): Fact<T>[] {
  const days = readings.flatMap((r) => (r.at === undefined ? [] : [r.at.slice(0, 10)])).sort()
  const last = days.at(-1)
  return readings.filter((r) => r.at === undefined || r.at.slice(0, 10) === last)
}

/** True when there is a dated reading and every dated one is fresh. An undated one never makes anything fresh. */
export function areFresh(readings: readonly Fact<unknown>[], asOf: string, days: number): boolean {
  const dated = readings.filter((r) => r.at !== undefined)
  return dated.length > 0 && dated.every((r) => isFresh(r.at, asOf, days))
}

/** Why readings are not fresh, for the end of a sentence: "has no date", or "is 91 days old; 28 are allowed". */
export function staleness(readings: readonly Fact<unknown>[], asOf: string, days: number): string {
  const ages = readings.map((r) => daysBetween(r.at, asOf)).filter((age) => !Number.isNaN(age))
  if (ages.length === 0) return 'has no date'
  return `is ${Math.max(...ages)} days old; ${days} are allowed`
}
