/** Days and months between record dates, which may be a year, a month or a day. Pure: no clock. */

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
  iso(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000)!

const iso = (t: number) => (Number.isFinite(t) ? new Date(t).toISOString().slice(0, 10) : undefined)
