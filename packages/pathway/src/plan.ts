/** An assessment as it is shown, and a plan as it is signed. */
import type { Case } from './case.ts'
import type { Finding } from './finding.ts'
import type { Criterion, MechanismProfile } from './mechanism.ts'
import type { Option } from './option.ts'
import type { Protocol } from './protocol.ts'
import type { AdjudicatedTreatment } from './treatment.ts'

/** Something versioned that a decision rests on; `hash` is the SHA-256 of its canonical JSON. */
export interface Identified {
  readonly id: string
  readonly version: string
  readonly hash: string
}

/** Something the reader could not read, with where it stands. */
export interface Issue {
  /** FHIRPath inside the bundle. */
  readonly path: string
  /** Stable code, e.g. `unit-unknown`. */
  readonly code: string
  readonly message: string
}

/** Everything the pathway says about one record on one day. */
export interface Assessment {
  readonly asOf: string
  readonly person: Case['person'] & {
    /** kg */
    readonly weight?: number
    readonly weighedOn?: string
  }
  readonly phase: Case['ketamine']['phase']
  readonly issues: readonly Issue[]
  /** Has it hurt for three months or longer? */
  readonly chronicity: { readonly met: Criterion['met']; readonly facts: readonly string[] }
  readonly mechanisms: readonly MechanismProfile[]
  readonly treatments: readonly AdjudicatedTreatment[]
  /** Worst first. */
  readonly findings: readonly Finding[]
  readonly options: readonly Option[]
  readonly model: Identified
  readonly protocol: Identified & { readonly signed?: Protocol['signed'] }
  /** SHA-256 of the record read. */
  readonly record: string
}

export interface Clinician {
  readonly name: string
  readonly role: 'prescriber' | 'clinical-lead'
}

/** One option, signed. Only `sign` makes one. */
export interface Plan {
  readonly id: string
  readonly assessment: Omit<Assessment, 'options'>
  readonly option: Option
  readonly signedBy: Clinician
  /** ISO date-time */
  readonly signedAt: string
}
