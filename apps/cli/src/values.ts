/** Values of options: a number in its range, a date of the calendar, a word of a list; anything else is refused with the value. */
import { Refusal } from './refusal.ts'

export interface Range {
  readonly unit: string
  readonly above?: number
  readonly from?: number
  readonly to: number
  readonly whole?: true
}

/** A plain decimal number, so that `1e3`, `0x10`, `12,5` and `10mg` cannot be misread. */
const decimal = /^-?\d+(\.\d+)?$/

export function readNumber(option: string, text: string, { unit, above, from, to, whole }: Range): number {
  const value = decimal.test(text.trim()) ? Number(text) : NaN
  const low = above === undefined ? value >= (from ?? -Infinity) : value > above
  // NaN fails every comparison and so is refused.
  if (low && value <= to && (!whole || Number.isSafeInteger(value))) return value
  const kind = whole ? 'a whole number' : 'a number'
  const range = above === undefined ? `from ${from} to ${to}` : `above ${above}, at most ${to}`
  throw new Refusal(`${option} ${text}: not usable; expected ${kind}${unit ? ` in ${unit}` : ''}, ${range}`)
}

/** An ISO date that exists, e.g. 2021-06-01. */
export function readDate(option: string, text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && at.getUTCFullYear() >= 1900) return text
  throw new Refusal(`${option} ${text}: not a date; expected YYYY-MM-DD from 1900 on, e.g. 2021-06-01`)
}

export function readWord<W extends string>(option: string, text: string, words: readonly W[]): W {
  const word = words.find((w) => w === text)
  if (word !== undefined) return word
  throw new Refusal(`${option} ${text}: not known; expected one of ${words.join(', ')}`)
}
