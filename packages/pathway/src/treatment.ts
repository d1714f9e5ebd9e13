import type { TreatmentClass } from './case.ts'

/** Guideline drug classes whose trials count toward "conventional treatment has failed". */
export type DrugClass =
  'tricyclic' | 'SNRI' | 'gabapentinoid' | 'topical' | 'opioid' | 'NSAID' | 'paracetamol' | 'anticonvulsant' | 'other'

/** One line of the conventional-treatment ledger, adjudicated. */
export interface AdjudicatedTreatment {
  readonly class: TreatmentClass
  readonly name: string
  readonly drugClass?: DrugClass
  /** Was it an adequate trial? dose × duration reached, or stopped for intolerance or a contraindication. */
  readonly adequate: 'yes' | 'no' | 'unknown'
  readonly because: string
  readonly facts: readonly string[]
  /** What would settle it, when unknown. */
  readonly ask?: string
}
