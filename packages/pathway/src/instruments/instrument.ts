/**
 * A questionnaire as data: items, allowed answers, scoring, bands, licence and sources. The engine in `score.ts` reads it and
 * knows no instrument by name.
 */

/**
 * `published`: stated by the source named. `derived`: follows from it by arithmetic. `assumed`: not read at the source, or carried
 * over from a neighbouring use. `engineering`: ours, for the clinical lead to approve.
 */
export interface Sourced {
  readonly status: 'published' | 'derived' | 'assumed' | 'engineering'
  /** Primary publication by DOI where there is one. */
  readonly source: string
  /** Where sources disagree, in words. */
  readonly disagreement?: string
}

export interface Choice {
  readonly value: number
  readonly says: string
}

/** How soon a person must speak to the one who answered. */
export type Urgency = 'now' | 'today'

/** An answer that cannot wait for the total. */
export interface SafetyItem extends Sourced {
  /** This value and above send the answer to a person today … */
  readonly from: number
  /** … and this value and above now. */
  readonly nowFrom?: number
  /** What a left out or refused answer means: `route` counts as positive, `missing` is to be asked. Never clear. */
  readonly unanswered: 'route' | 'missing'
  readonly reason: string
  /** Rules of docs/spec/pathway.md and of those still to come. */
  readonly rules: readonly string[]
}

/** An answer at or above `from` is what this rule asks about. */
export interface Feed {
  readonly rule: string
  readonly from: number
}

export interface Item {
  readonly id: string
  readonly asks: string
  /** Ascending by value, whole numbers without a gap. */
  readonly choices: readonly Choice[]
  readonly loinc?: string
  readonly safety?: SafetyItem
  readonly feeds?: readonly Feed[]
  /** Asked only when not every one of these items is answered 0. */
  readonly onlyAfter?: readonly string[]
}

/** A part of the form: a sum of items, or a count of the groups in which at least one item is above 0. */
export type Subscore = { readonly id: string } & (
  | { readonly kind: 'sum'; readonly items: readonly string[] }
  | { readonly kind: 'groups'; readonly groups: readonly (readonly string[])[] }
)

/** This name from this total on. */
export interface Band {
  readonly from: number
  readonly name: string
}

export interface Bands extends Sourced {
  readonly bands: readonly Band[]
  /** For recorded sex male, where the publication differs. Everyone else, and those whose sex is not known, take the stricter ones above. */
  readonly male?: readonly Band[]
}

export interface Bound {
  readonly subscore: string
  readonly from: number
  readonly to?: number
}

/** A yes or no by criteria: met when every bound of one alternative holds. */
export interface Conclusion extends Sourced {
  readonly met: string
  readonly notMet: string
  readonly alternatives: readonly (readonly Bound[])[]
}

/** A fall of this size; in percent of the score before, or in points. */
export type ImportantChange = Sourced & { readonly says: string } & (
    { readonly percent: number } | { readonly points: number }
  )

/** What `changeBetween` needs to know. A lower score is better in every instrument here. */
export interface ChangeRules {
  /** Falls that count, smallest first. Empty where no source read gives one. */
  readonly improved: readonly ImportantChange[]
  /** The rise that counts. */
  readonly worse?: Sourced & { readonly points: number }
}

export interface Licence {
  /** `embeddable`: somebody else's, free to carry. `own`: written for this project. Others are entered as scores: `licensed-score.ts`. */
  readonly kind: 'embeddable' | 'own'
  readonly says: string
  readonly caution?: string
}

export interface Instrument {
  readonly id: string
  /** Of this text and scoring; scores of two versions are never compared. */
  readonly version: string
  readonly name: string
  readonly measures: string
  /** The time an answer is about, as the one who answers reads it. */
  readonly recall: string
  readonly licence: Licence
  /** Where the instrument and its scoring are published; `engineering` for our own, which claim no validation. */
  readonly origin: Sourced
  /** LOINC of the panel and of the total, where the evidence gives it. */
  readonly loinc?: { readonly panel?: string; readonly total?: string }
  readonly items: readonly Item[]
  /** Absent: the answers are read one by one and never added up. */
  readonly total?: { readonly kind: 'sum' | 'mean'; readonly items: readonly string[] }
  readonly subscores: readonly Subscore[]
  readonly bands?: Bands
  readonly conclusion?: Conclusion
  readonly change: ChangeRules
}
