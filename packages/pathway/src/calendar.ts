/**
 * Whole calendar days and months between ISO 8601 dates, which may be known to the year, the month or the day. Hours and
 * offsets are left aside: the record seldom has them.
 */

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

/** The day of a date or date-time; `undefined` for one that is not a calendar day. */
export function dayOf(date: string | undefined): string | undefined {
  const [first] = rangeOf(date) ?? []
  return date !== undefined && date.length >= 10 ? first : undefined
}

/** First and last day that a partial ISO 8601 date can mean. */
export function rangeOf(date: string | undefined): readonly [string, string] | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(date ?? '') ?? []
  if (year === undefined) return undefined
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`
  if (iso(Date.parse(`${first}T00:00:00Z`)) !== first) return undefined
  const last = day ? first : month ? iso(Date.UTC(Number(year), Number(month), 0))! : `${year}-12-31`
  return [first, last]
}

/** The day `months` calendar months before; the last day of a shorter month (31 May − 3 months = 28 or 29 February). */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth)))!
}

export const daysAfter = (day: string, days: number): string =>
  iso(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * DAY)!

const iso = (t: number) => (Number.isFinite(t) ? new Date(t).toISOString().slice(0, 10) : undefined)
