import type { Case } from './case.ts'
import type { Finding } from './finding.ts'
import type { Protocol } from './protocol.ts'

/** One rule of the protocol. Pure: the same case and protocol give the same finding. */
export interface Rule {
  readonly id: string
  /** The question a clinician would ask. */
  readonly asks: string
  /** Hazard id of docs/HAZARDS.md that the rule controls. */
  readonly hazard: string
  evaluate(facts: Case, protocol: Protocol): Finding
}
