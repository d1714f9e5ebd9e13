/** The app API's words, shared with the web app as types only. */
import type { Course, Person } from '@anodyne/pharmacology'
import type { Assessment, Clinician, FindingKind, OptionKind, Phase, Plan } from '@anodyne/pathway'

/** Demo patients live in a store of their own and never mix with the clinic's. */
export type Realm = 'demo' | 'clinic'

export interface PatientRow {
  readonly realm: Realm
  readonly id: string
  readonly name: string
  readonly age?: number
  readonly sex?: string
  readonly synthetic: boolean
  readonly phase: Phase
  /** The worst finding, and how many findings there are of each kind. */
  readonly worst: { readonly kind: FindingKind; readonly rule: string; readonly because: string }
  readonly counts: Readonly<Record<FindingKind, number>>
  readonly lastPlan?: { readonly title: string; readonly signedAt: string; readonly signedBy: string }
}

/** GET /api/patients */
export interface PatientList {
  readonly asOf: string
  readonly protocol: { readonly title: string; readonly version: string; readonly signed: boolean }
  readonly patients: readonly PatientRow[]
}

/** GET /api/patients/:realm/:id */
export interface PatientPage {
  readonly realm: Realm
  readonly assessment: Assessment
  /** Pain and pressure as read, newest first, for the timeline. */
  readonly series: {
    readonly pain: readonly { readonly at: string; readonly value: number }[]
    readonly bloodPressure: readonly { readonly at: string; readonly systolic: number; readonly diastolic: number }[]
    /** kg */
  }
  /** What the browser needs to forecast for itself: the person, the doses taken until today, and what to say under it. */
  readonly forecastPerson: Person
  readonly forecastPast?: Course
  readonly forecastNotes: readonly string[]
  /** Limits the slider obeys, mg and times a day. */
  readonly slider: {
    readonly minMg: number
    readonly maxMg: number
    readonly stepMg: number
    readonly timesPerDay: number
    readonly strength: number
  }
  readonly plans: readonly PlanSummary[]
}

export interface PlanSummary {
  readonly id: string
  readonly title: string
  readonly kind: OptionKind
  readonly signedAt: string
  readonly signedBy: Clinician
}

/**
 * POST /api/patients/:realm/:id/plans. `asOf` and `record` are the day and the hash that the clinician saw: refused (409) when
 * it is another day, or the record has changed since.
 */
export interface SignRequest {
  readonly kind: OptionKind
  readonly asOf: string
  readonly record: string
  readonly clinician: Clinician
}

/** GET /api/patients/:realm/:id/plans/:plan */
export interface PlanPage {
  readonly realm: Realm
  readonly plan: Plan
}

/** POST /api/import with the bundle as the body */
export interface Imported {
  readonly realm: Realm
  readonly id: string
  readonly issues: number
}

/** Every refusal, with its HTTP status. */
export interface Refusal {
  readonly code: string
  readonly message: string
  /** FHIRPath, when it is about a place in a record. */
  readonly path?: string
}
