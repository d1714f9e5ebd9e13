/** The clinic's limits. The default is data in `@anodyne/evidence`; a clinic signs its own. */

/** One limit with where it comes from. */
export interface Limit<T = number> {
  readonly value: T
  readonly unit: string
  /** `published`: stated for this use; `borrowed`: from a neighbouring use; `engineering`: ours, for sign-off. */
  readonly basis: 'published' | 'borrowed' | 'engineering'
  readonly source: string
  /** Where sources disagree, in words. */
  readonly disagreement?: string
}

export interface Protocol {
  readonly id: string
  readonly version: string
  readonly title: string
  /** Absent until a clinical lead signs: every page and output then says that the limits are not approved for care. */
  readonly signed?: { readonly by: string; readonly role: string; readonly on: string }
  /** Keyed `E06.systolic.stop` and the like; the rule that uses it comes first. */
  readonly limits: Readonly<Record<string, Limit<number>>>
}
