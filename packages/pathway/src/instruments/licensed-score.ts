/**
 * Instruments that somebody owns and that may not be carried here: the clinic uses its own licensed copy, and a clinician enters
 * the score with who holds the licence. No item text, no answers.
 */
import type { Bands, ChangeRules, Sourced, Urgency } from './instrument.ts'
import { isMoment } from './moment.ts'
import type { Safety } from './safety-route.ts'
import type { Total } from './score.ts'

export interface LicensedScore {
  readonly id: string
  readonly name: string
  readonly measures: string
  /** Who owns it, and what was read about its use. */
  readonly holder: string
  /** Range of the score that is entered. */
  readonly range: Sourced & { readonly least: number; readonly most: number; readonly decimals: boolean }
  readonly bands?: Bands
  readonly change: ChangeRules
  readonly loinc?: { readonly panel?: string; readonly total?: string }
  /** This score and above goes to a person. */
  readonly safety?: Sourced & {
    readonly from: number
    readonly urgency: Urgency
    readonly reason: string
    readonly rules: readonly string[]
  }
}

/** "I hold a licence": who says so, whose licence, which one, and the day it was said. */
export interface Attestation {
  readonly by: string
  readonly holder: string
  readonly licence: string
  /** ISO 8601 day. */
  readonly on: string
}

export interface Entry {
  readonly value: number
  /** Of the licensed copy, as printed on it, with its language. */
  readonly version: string
  /** ISO 8601 day or date-time of the answers. */
  readonly at: string
  readonly attestation: Attestation
}

export interface EnteredScore {
  readonly kind: 'entered'
  readonly instrument: string
  readonly version: string
  readonly at: string
  readonly total: Total
  readonly band?: string
  readonly safety?: Safety
  readonly attestation: Attestation
  readonly basis: readonly string[]
}

export interface RefusedEntry {
  readonly kind: 'refused'
  readonly instrument: string
  readonly version: string
  readonly at: string
  readonly refusals: readonly {
    readonly code: 'not-a-number' | 'not-a-whole-number' | 'out-of-range' | 'version' | 'date' | 'attestation'
    readonly message: string
  }[]
  /** A score that goes to a person goes there even when the entry is refused for want of a licence. */
  readonly safety?: Safety
}

/** Every reason for refusal at once. */
export function enterScore(licensed: LicensedScore, entry: Entry): EnteredScore | RefusedEntry {
  const { value, version, at, attestation } = entry
  const { range } = licensed
  const refusals: RefusedEntry['refusals'][number][] = []
  const refuse = (code: (typeof refusals)[number]['code'], message: string) => void refusals.push({ code, message })

  if (typeof value !== 'number' || !Number.isFinite(value)) refuse('not-a-number', `found ${String(value)}`)
  else if (!range.decimals && !Number.isInteger(value)) refuse('not-a-whole-number', `found ${value}`)
  else if (!(value >= range.least && value <= range.most)) {
    refuse('out-of-range', `${licensed.name} runs from ${range.least} to ${range.most}; found ${value}`)
  }
  if (!hasText(version)) refuse('version', `name the version of ${licensed.name} that was used`)
  if (!isMoment(at)) refuse('date', `not a day or a time of a day: ${JSON.stringify(at)}`)
  for (const key of ['by', 'holder', 'licence'] as const) {
    if (!hasText(attestation?.[key])) refuse('attestation', `${key} is empty`)
  }
  if (!isMoment(attestation?.on)) refuse('attestation', 'on is not a day')

  const safety = safetyOf(licensed, value, refusals.length === 0)
  const common = { instrument: licensed.id, version, at, ...(safety === undefined ? {} : { safety }) }
  if (refusals.length > 0) return { kind: 'refused', ...common, refusals }
  const band = licensed.bands?.bands.findLast((b) => value >= b.from)?.name
  return {
    kind: 'entered',
    ...common,
    total: { value, shown: String(value), sum: value, parts: 1, least: range.least, most: range.most },
    ...(band === undefined ? {} : { band }),
    attestation,
    basis: [range.source, ...(licensed.bands === undefined ? [] : [licensed.bands.source])],
  }
}

function safetyOf({ id, name, safety }: LicensedScore, value: unknown, trusted: boolean): Safety | undefined {
  if (safety === undefined) return undefined
  if (typeof value === 'number' && value >= safety.from) {
    const { urgency, reason, rules, source } = safety
    return { kind: 'sameDay', urgency, reasons: [{ item: id, urgency, says: reason, rules, source }], missing: [] }
  }
  return trusted ? { kind: 'clear' } : { kind: 'missing', missing: [id], ask: `Ask today what ${name} found.` }
}

const hasText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
