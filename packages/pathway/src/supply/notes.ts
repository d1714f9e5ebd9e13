/**
 * What the account shows, as counts and facts. A note never says why, and never speaks of the person: a bottle breaks, a label
 * is misread, a report is forgotten. Counts only, no prediction of people.
 */

export const noteCodes = [
  'count-differs',
  'not-reported',
  'lost',
  'early-refill',
  'refill-not-settled',
  'above-plan',
  'without-plan',
  'past-beyond-use',
  'beyond-use-not-known',
  'long-supply',
  'more-used-than-known',
] as const
export type NoteCode = (typeof noteCodes)[number]

export interface SupplyNote {
  readonly code: NoteCode
  /** The day it is about. */
  readonly on: string
  /** A fact that can be read aloud, with amounts and dates. */
  readonly says: string
  /** What would settle it. */
  readonly ask?: string
}

/** One count of one lot against the account. */
export interface CountVariance {
  readonly lot: string
  readonly on: string
  /** mL or units that the account allowed, by how many unreported doses were taken. */
  readonly expected: { readonly least: number; readonly most: number }
  readonly counted: number
  /** Counted less the nearest expected amount: 0 inside, negative where less was found. */
  readonly difference: number
  /** Half a graduation for each dose drawn and for the count; 0 for whole units. */
  readonly measuring: number
  readonly agrees: 'yes' | 'within-measuring' | 'no'
}
