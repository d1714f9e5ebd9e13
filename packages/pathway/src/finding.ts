/** What one rule says about one person on one day. */

/** `stop`: contraindicated, or no more doses. `hold`: not now. `missing`: not known, and never read as clear. */
export const findingKinds = ['stop', 'hold', 'missing', 'caution', 'clear'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  /** Rule id as in docs/spec/pathway.md, e.g. `E06`. */
  readonly rule: string
  readonly kind: FindingKind
  /** One sentence that can be read aloud. */
  readonly because: string
  /** What was seen, each with unit and date. */
  readonly facts: readonly string[]
  /** What to find out. Always present when `kind` is `missing`. */
  readonly ask?: string
  /** Where the limit comes from: short citation with DOI where there is one. */
  readonly source: string
}

/** Worst first; within a kind, in order of rule id. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = (f: Finding) => findingKinds.indexOf(f.kind)
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.rule.localeCompare(b.rule))
}
