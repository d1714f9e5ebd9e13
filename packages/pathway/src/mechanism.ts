/** Why it hurts: four mechanisms, every criterion met, not met or unknown. Unknown never counts as no. */
export const mechanisms = ['nociceptive', 'neuropathic', 'nociplastic', 'psychological'] as const
export type Mechanism = (typeof mechanisms)[number]

export type Grade = 'definite' | 'probable' | 'possible' | 'unclear' | 'not met'

export interface Criterion {
  readonly criterion: string
  readonly met: 'yes' | 'no' | 'unknown'
  readonly facts: readonly string[]
}

export interface MechanismProfile {
  readonly mechanism: Mechanism
  readonly grade: Grade
  readonly criteria: readonly Criterion[]
  /** The grading system, with DOI. */
  readonly source: string
  /** What is known about ketamine in this mechanism, with its evidence grade; where guidance conflicts, it says so. */
  readonly ketamine: string
}
