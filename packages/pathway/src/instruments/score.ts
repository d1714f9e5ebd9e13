/**
 * One engine for every instrument: answers → a score, or what can still be said when some are missing, or a refusal.
 * Missing never becomes 0. No publication read allows a total from part of the items, so none is prorated.
 */
import { readAnswers } from './answers-read.ts'
import type { Answer, ScoreRefusal } from './answers-read.ts'
import type { Band, Instrument } from './instrument.ts'
import { itemIntervals, subscoreInterval, sumInterval, verdict } from './interval.ts'
import type { Interval, Verdict } from './interval.ts'
import { safetyRoute } from './safety-route.ts'
import type { Safety } from './safety-route.ts'

export interface Total {
  readonly value: number
  /** The value as it is written: a mean has one decimal. */
  readonly shown: string
  /** The sum of the answers, exact; `value` is this over `parts`. */
  readonly sum: number
  readonly parts: number
  readonly least: number
  readonly most: number
}

/** An answer that a rule asks about, positive or not known. */
export interface Fed {
  readonly rule: string
  readonly item: string
  readonly asks: string
}

interface Common {
  readonly instrument: string
  readonly version: string
  /** ISO 8601 day or date-time at which the form was answered. */
  readonly at: string
  /** Absent where the instrument has no safety item: then it says nothing about safety. */
  readonly safety?: Safety
  /** Rules that a given answer speaks for. A form that is half empty raises what it raises. */
  readonly raised: readonly Fed[]
  /** Rules whose item is not answered: missing, never clear. */
  readonly notKnown: readonly Fed[]
  /** Sources of scoring, bands and criteria. */
  readonly basis: readonly string[]
  readonly notes: readonly string[]
}

export interface Scored extends Common {
  readonly kind: 'scored'
  /** Absent where the answers are not added up. */
  readonly total?: Total
  readonly subscores: Readonly<Record<string, number>>
  readonly band?: string
  readonly conclusion?: { readonly verdict: 'met' | 'not met'; readonly says: string }
}

export interface Incomplete extends Common {
  readonly kind: 'incomplete'
  readonly missing: readonly { readonly item: string; readonly why: 'not answered' | 'declined' }[]
  /** The total lies here whatever the missing answers are; `atLeast` is not a score. */
  readonly total?: Interval
  readonly subscores: Readonly<Record<string, Interval>>
  /** The band above the lowest that is reached whatever the missing answers are; the true one is this or a higher one. */
  readonly bandAtLeast?: string
  readonly conclusion?: { readonly verdict: Verdict; readonly says: string }
}

export interface RefusedScore extends Common {
  readonly kind: 'refused'
  readonly refusals: readonly ScoreRefusal[]
}

export type ScoreResult = Scored | Incomplete | RefusedScore

/**
 * @param at ISO 8601 day, or date-time, at which the form was answered
 * @param about recorded sex, which AUDIT-C's cut-off needs; not known means the stricter one
 */
export function score(
  instrument: Instrument,
  answers: readonly Answer[],
  at: string,
  about: { readonly sex?: 'male' | 'female' | 'other' } = {},
): ScoreResult {
  const { refusals, given, declined } = readAnswers(instrument, answers, at)
  const trusted = refusals.length === 0
  const values = (id: string) => given.get(id) ?? []
  const known = new Map([...given].map(([id, all]) => [id, Math.max(...all)]))
  const skipped = instrument.items
    .filter((item) => !known.has(item.id) && item.onlyAfter?.every((id) => known.get(id) === 0))
    .map((item) => item.id)
  const safety = safetyRoute(instrument, values, trusted)
  const notes: string[] = []
  const common = {
    instrument: instrument.id,
    version: instrument.version,
    at,
    ...(safety === undefined ? {} : { safety }),
    ...fed(instrument, known, trusted ? skipped : undefined),
    basis: basisOf(instrument),
    notes,
  }
  if (!trusted) return { kind: 'refused', ...common, refusals }

  if (skipped.length > 0) notes.push(`Not asked, because what comes before is answered 0: ${skipped.join(', ')}.`)
  for (const id of skipped) known.set(id, 0)
  const of = itemIntervals(instrument, known)
  const sum = instrument.total && sumInterval(instrument.total.items, of)
  const parts = instrument.total?.kind === 'mean' ? instrument.total.items.length : 1
  const subscores = Object.fromEntries(instrument.subscores.map((part) => [part.id, subscoreInterval(part, of)]))
  const band = sum && bandOf(instrument, sum.atLeast / parts, about.sex, notes)
  const conclusion = instrument.conclusion && conclude(instrument.conclusion, verdict(instrument.conclusion, subscores))
  const missing = instrument.items
    .filter((item) => !known.has(item.id))
    .map(({ id }) => ({ item: id, why: declined.has(id) ? ('declined' as const) : ('not answered' as const) }))

  if (missing.length > 0) {
    return {
      kind: 'incomplete',
      ...common,
      missing,
      ...(sum === undefined ? {} : { total: { atLeast: sum.atLeast / parts, atMost: sum.atMost / parts } }),
      subscores,
      ...(band === undefined || band === instrument.bands?.bands[0]?.name ? {} : { bandAtLeast: band }),
      ...(conclusion === undefined ? {} : { conclusion }),
    }
  }
  const total = sum && totalOf(instrument, sum.atLeast, parts)
  return {
    kind: 'scored',
    ...common,
    ...(total === undefined ? {} : { total }),
    subscores: Object.fromEntries(Object.entries(subscores).map(([id, interval]) => [id, interval.atLeast])),
    ...(band === undefined ? {} : { band }),
    ...(conclusion === undefined || conclusion.verdict === 'not known'
      ? {}
      : { conclusion: { verdict: conclusion.verdict, says: conclusion.says } }),
  }
}

function totalOf(instrument: Instrument, sum: number, parts: number): Total {
  const range = sumInterval(instrument.total!.items, itemIntervals(instrument, new Map()))
  const value = sum / parts
  return {
    value,
    shown: parts === 1 ? String(value) : value.toFixed(1),
    sum,
    parts,
    least: range.atLeast / parts,
    most: range.atMost / parts,
  }
}

function bandOf(instrument: Instrument, value: number, sex: string | undefined, notes: string[]): string | undefined {
  const { bands } = instrument
  if (bands === undefined) return undefined
  if (bands.male !== undefined && sex !== 'male' && sex !== 'female') {
    notes.push('The cut-off depends on sex, which is not recorded as male or female: the stricter one is used.')
  }
  const of: readonly Band[] = bands.male !== undefined && sex === 'male' ? bands.male : bands.bands
  return of.findLast((band) => value >= band.from)?.name
}

function conclude(criteria: NonNullable<Instrument['conclusion']>, is: Verdict) {
  const says = { met: criteria.met, 'not met': criteria.notMet, 'not known': 'not known: answers are missing' }[is]
  return { verdict: is, says }
}

/** @param skipped absent when the form is refused: then what it does not raise is not known */
function fed(instrument: Instrument, known: ReadonlyMap<string, number>, skipped: readonly string[] | undefined) {
  const raised: Fed[] = []
  const notKnown: Fed[] = []
  for (const item of instrument.items) {
    for (const { rule, from } of item.feeds ?? []) {
      const value = known.get(item.id)
      const one = { rule, item: item.id, asks: item.asks }
      if (value !== undefined && value >= from) raised.push(one)
      else if (skipped === undefined || (value === undefined && !skipped.includes(item.id))) notKnown.push(one)
    }
  }
  return { raised, notKnown }
}

function basisOf({ origin, bands, conclusion }: Instrument): string[] {
  return [...new Set([origin, bands, conclusion].flatMap((part) => (part === undefined ? [] : [part.source])))]
}
