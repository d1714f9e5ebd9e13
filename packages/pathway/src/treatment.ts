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
  /**
   * Did an adequate trial fail: less than 30 % of the pain removed (Smith 2012, doi:10.1186/1471-2377-12-29), or not tolerated?
   * A treatment that helps was tried and has not failed; one whose effect is not recorded may have helped. Absent only in data made before this was asked.
   */
  readonly failed?: 'yes' | 'no' | 'unknown'
  readonly because: string
  readonly facts: readonly string[]
  /** What would settle it, when unknown. */
  readonly ask?: string
}
