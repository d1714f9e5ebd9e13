/**
 * What can happen in a course of treatment. *Facts* have happened and are never refused; *decisions* are, where a guard says so.
 * Times are hours since 1970-01-01T00:00Z (`hourOf`), so that the machine needs no clock and no calendar.
 */
import type { FindingKind } from '../finding.ts'
import type { Clinician } from '../plan.ts'
import type { AlertKind } from './alerts.ts'
import type { Baseline, NamedGoal, Now } from './judge-response.ts'

/** h since 1970-01-01T00:00Z */
export type Hour = number

/** NaN for what is not an ISO 8601 date or date-time; NaN earns nothing. */
export const hourOf = (iso: string): Hour => Date.parse(iso) / 3_600_000

export const severities = ['none', 'mild', 'moderate', 'severe'] as const
export type Severity = (typeof severities)[number]

/** Amounts as signed; measured in mL where they are signed (`sign`), judged against the ceilings here too. */
export interface CourseOrder {
  /** mg of free base per dose */
  readonly mg: number
  readonly timesPerDay: number
  /** d */
  readonly supplyDays: number
}

/** What a clinician can sign. Stopping is not among them: it needs no signature (`stopped`). */
export const signedOptions = [
  'test-dose',
  'start',
  'step',
  'hold',
  'evaluate',
  'maintain',
  'reduce',
  'taper',
  'decline',
] as const
export type SignedOption = (typeof signedOptions)[number]

/** mm[Hg]; absent when not known */
export interface Pressure {
  readonly systolic?: number
  readonly diastolic?: number
}

/** One round of a watched test dose. */
export interface Observation extends Pressure {
  /** min after the dose; 0 and below: before it */
  readonly minute: number
  readonly dissociation?: Severity
  readonly sedation?: Severity
}

export type CourseEvent = { readonly at: Hour } & (
  | { readonly what: 'referred' }
  | {
      readonly what: 'assessed'
      readonly findings: readonly { readonly rule: string; readonly kind: FindingKind }[]
      /** kg */
      readonly weight?: number
      /** 65 or older, or frail: half the start, twice the interval. Unknown counts as yes. */
      readonly slow?: boolean
    }
  | { readonly what: 'signed'; readonly option: SignedOption; readonly by: Clinician; readonly order?: CourseOrder }
  | ({ readonly what: 'observed' } & Observation)
  | { readonly what: 'discharged'; readonly by: string; readonly adultPresent?: boolean }
  | { readonly what: 'adverse-effect'; readonly severity?: Severity }
  | ({ readonly what: 'pressure' } & Pressure)
  /** `days`: how long none was taken; absent when not known */
  | { readonly what: 'missed-doses'; readonly days?: number }
  | { readonly what: 'evaluated'; readonly baseline: Baseline; readonly now: Now; readonly goal?: NamedGoal }
  /** `emergency` unless said not to be */
  | { readonly what: 'harm'; readonly rule: string; readonly emergency?: boolean }
  | { readonly what: 'resolved'; readonly finding: string; readonly by: Clinician; readonly because: string }
  | {
      readonly what: 'override'
      readonly finding: string
      readonly by: Clinician
      readonly because: string
      readonly until: Hour
    }
  /** After the last dose: has the pain come back? Absent when not answered. */
  | { readonly what: 'diary'; readonly relapse?: boolean }
  | { readonly what: 'alert-assigned'; readonly alert: AlertKind; readonly to: string }
  | { readonly what: 'alert-done'; readonly alert: AlertKind; readonly by: string }
  /** By anyone, the patient included. */
  | { readonly what: 'stopped'; readonly because: string }
  /** Nothing reported; what fell due is raised. */
  | { readonly what: 'day' }
)

/** What an arrow is drawn on: the option of a signature, otherwise the event itself. */
export type Trigger = SignedOption | Exclude<CourseEvent['what'], 'signed'>
export const triggerOf = (event: CourseEvent): Trigger => (event.what === 'signed' ? event.option : event.what)
