/** FHIR dates: partial (2026, 2026-03), whole, or with a time and zone. Calendar-checked: 1980-02-30 is no date. */
const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/

export function isDate(text: string): boolean {
  const match = shape.exec(text)
  if (!match) return false
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined || year < 1) return false
  if (month === undefined) return true
  if (month < 1 || month > 12) return false
  if (day !== undefined && (day < 1 || day > daysIn(year, month))) return false
  return (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) <= 60
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/**
 * True when `at` is later than `asOf`. When `asOf` is a day, the whole local day of `at` counts as that day;
 * a partial date is later only when all of it is.
 */
export function isAfter(at: string, asOf: string): boolean {
  if (at.includes('T') && asOf.includes('T')) return Date.parse(at) > Date.parse(asOf)
  const length = Math.min(at.length, asOf.length, 10)
  return at.slice(0, length) > asOf.slice(0, length)
}

/** Newest first; no date is last. */
export function byNewest(a: { readonly at?: string }, b: { readonly at?: string }): number {
  return instant(b.at) - instant(a.at)
}

/** Milliseconds; −∞ without a date, so that what has no date is never "the newest". */
export function instant(at: string | undefined): number {
  const parsed = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(parsed) ? -1e18 : parsed
}

/** The calendar day, as written. */
export const day = (at: string) => at.slice(0, 10)

/** Whole days between two dates; undefined when either is not a whole date. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (!from || !to || from.length < 10 || to.length < 10) return undefined
  const days = (Date.parse(day(to)) - Date.parse(day(from))) / 86_400_000
  return Number.isFinite(days) ? Math.round(days) : undefined
}

/** Whole years of age on a day; undefined when a partial birth date leaves two answers. */
export function ageOn(birthDate: string, on: string): number | undefined {
  const oldest = yearsBetween(earliestDay(birthDate), on)
  const youngest = yearsBetween(latestDay(birthDate), on)
  return oldest === youngest ? oldest : undefined
}

/** 1980 → 1980-01-01, 1980-05 → 1980-05-01 */
const earliestDay = (date: string) => day(date) + '-01-01'.slice(day(date).length - 4)

function latestDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 7) return `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`
  return day(date)
}

function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5, 10) < from.slice(5, 10) ? years - 1 : years
}
