/** Where one course of treatment stands: a value, replaced by `next` and never changed in place. */
import type { Phase } from '../case.ts'
import type { Alert } from './alerts.ts'
import type { Hour, Observation, Pressure } from './event.ts'
import type { JudgedResponse } from './judge-response.ts'

/** `emergency` locks dosing and cannot be overridden; `missing` counts as `hold`. */
export type OpenKind = 'missing' | 'hold' | 'stop' | 'emergency'

export interface Override {
  readonly by: string
  readonly because: string
  readonly until: Hour
}

export interface OpenFinding {
  /** `rules:M08` from an assessment, `course:M08` from an event of the course. */
  readonly id: string
  readonly rule: string
  readonly kind: OpenKind
  readonly since: Hour
  /** Ends by itself at this time; absent when only a fact or a person ends it. */
  readonly until?: Hour
  readonly override?: Override
}

export interface Evaluation {
  readonly at: Hour
  readonly response: JudgedResponse
  /** After `trial.weeksAtTarget` on one dose, in evaluation or later. */
  readonly adequate: boolean
}

export interface Course {
  readonly phase: Phase
  /** Since when in this phase. */
  readonly since: Hour
  /** Of the last event. */
  readonly at: Hour
  readonly assessedAt?: Hour
  /** kg, as of `assessedAt` */
  readonly weight?: number
  /** Twice the interval and half the start, unless an assessment said otherwise. */
  readonly slow: boolean
  readonly test?: {
    readonly at: Hour
    readonly observations: readonly Observation[]
    readonly dischargedAt?: Hour
  }
  /** Since when ketamine was last known to be tolerated: a good test dose, or the last dose before a gap. */
  readonly toleratedAt?: Hour
  /** Regular doses in force; absent before the start, after a gap, and after stopping. */
  readonly dose?: { readonly mg: number; readonly timesPerDay: number }
  /** First regular dose of the present trial. */
  readonly startedAt?: Hour
  /** Last change of dose. */
  readonly changedAt?: Hour
  /** Steps that ended in an adverse effect of moderate or more. */
  readonly limitedSteps: number
  readonly stepLimited: boolean
  readonly pressure?: Pressure & { readonly at: Hour }
  /** Times of readings at or above the stop limit. */
  readonly highReadings: readonly Hour[]
  readonly evaluation?: Evaluation
  /** The last time that benefit was shown after an adequate trial: the gate counts from here. */
  readonly benefitAt?: Hour
  readonly findings: readonly OpenFinding[]
  readonly alerts: readonly Alert[]
  /** mg of free base ordered so far, taken as taken, over every course. */
  readonly cumulativeMg: number
}

/** A referral opens a course. */
export const refer = (at: Hour): Course => ({
  phase: 'assessment',
  since: at,
  at,
  slow: true,
  limitedSteps: 0,
  stepLimited: false,
  highReadings: [],
  findings: [],
  alerts: [],
  cumulativeMg: 0,
})

/** Phases in which ketamine is or may be taken. */
export const taking: readonly Phase[] = ['test-dose', 'titration', 'evaluation', 'maintenance', 'taper']

/** No regular dose in force any more. */
export function withoutDose(course: Course): Course {
  const { dose: _, ...rest } = course
  return rest
}
