/** Whole calendar days between ISO 8601 dates. Hours and offsets are left aside: the record seldom has them. */

const DAY = 86_400_000

/**
 * Calendar days from `earlier` to `later`; negative when it lies after, NaN when either cannot be read.
 * A date known only to the month or year counts from its first day: the longest time it can have been.
 */
export function daysBetween(earlier: string | undefined, later: string): number {
  return (firstDay(later) - firstDay(earlier)) / DAY
}

/** As `daysBetween`, from the last day a partial date can mean: the shortest time it can have been. */
export function fewestDaysBetween(earlier: string | undefined, later: string): number {
  if (earlier === undefined) return NaN
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(earlier) ?? []
  if (year === undefined) return NaN
  if (day !== undefined) return daysBetween(earlier, later)
  const end = month === undefined ? Date.UTC(Number(year), 12, 0) : Date.UTC(Number(year), Number(month), 0)
  return Math.max(0, (firstDay(later) - end) / DAY)
}

/** True when `at` lies on `asOf` or at most `days` before it. An undated or future fact is not fresh. */
export function isFresh(at: string | undefined, asOf: string, days: number): boolean {
  const age = daysBetween(at, asOf)
  return age >= 0 && age <= days
}

function firstDay(date: string | undefined): number {
  return date === undefined ? NaN : Date.parse(date.slice(0, 10))
}
