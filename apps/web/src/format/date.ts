/** Dates in one unambiguous form: 5 Jan 2026. Month in letters, so that no one reads 5 January as May. */
import { NBSP } from './number.ts'

const DATE_ONLY = /^(\d{4})-(\d{2})-(\d{2})$/

const parts = (date: Date, timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone })
    .format(date)
    .replace('Sept', 'Sep')
    .replaceAll(' ', NBSP)

/** A date or date-time, as a date. A partial or unreadable one is given back as it stands. */
export function day(iso: string | undefined): string {
  if (iso === undefined || iso === '') return 'date not known'
  const date = new Date(iso)
  if (Number.isNaN(date.getTime()) || /^\d{4}(-\d{2})?$/.test(iso)) return iso
  return parts(date, DATE_ONLY.test(iso) ? 'UTC' : undefined)
}

/** A date-time with its time of day, in the reader's own time zone, 24-hour clock. */
export function moment(iso: string | undefined): string {
  if (iso === undefined || iso === '') return 'time not known'
  if (DATE_ONLY.test(iso)) return day(iso)
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false }).format(date)
  return `${day(iso)}, ${time}`
}

/** Day of the week, for the monitoring calendar: "Mon 5 Jan 2026". */
export function calendarDay(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime()) || /^\d{4}(-\d{2})?$/.test(iso)) return iso
  const timeZone = DATE_ONLY.test(iso) ? 'UTC' : undefined
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone }).format(date)
  return `${weekday}${NBSP}${day(iso)}`
}
