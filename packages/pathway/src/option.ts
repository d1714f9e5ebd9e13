/** What a clinician may choose next. Options are shown side by side; nothing is chosen here. */
import type { Forecast } from '@anodyne/pharmacology'

export const optionKinds = ['test-dose', 'start', 'step', 'hold', 'reduce', 'taper', 'stop', 'decline'] as const
export type OptionKind = (typeof optionKinds)[number]

/** A dose as it is written, measured and taken: mg and mL and strength, arithmetic checked (mg = mL × strength). */
export interface Dose {
  readonly substance: 'racemic-ketamine'
  readonly route: 'oral'
  /** mg of free base per dose */
  readonly mg: number
  /** mL per dose, measurable with an oral syringe */
  readonly mL: number
  /** mg/mL of free base */
  readonly strength: number
  readonly timesPerDay: number
}

/** A regimen in the words of the plan. */
export interface PlannedRegimen {
  readonly dose: Dose
  /** days this is ordered for */
  readonly days: number
  /** Several stages for a taper, in order. */
  readonly stages?: readonly { readonly dose: Dose; readonly days: number }[]
  readonly mgPerDay: number
}

export interface MonitoringItem {
  readonly what: string
  /** When, in words ("before the dose, then at 30, 60 and 120 min"). */
  readonly when: string
  /** ISO date by which it is due, when it is a date. */
  readonly due?: string
  readonly rule: string
}

export interface Option {
  readonly kind: OptionKind
  readonly title: string
  /** Rule ids whose findings stop this option from being signed; empty = can be signed. */
  readonly blockedBy: readonly string[]
  readonly regimen?: PlannedRegimen
  readonly dose?: Dose
  readonly forecast?: Forecast
  readonly monitoring: readonly MonitoringItem[]
  /** Why this is on the table: inputs used, rule or protocol line, source, population. */
  readonly basis: readonly string[]
  /** What is not known and would matter. */
  readonly missing: readonly string[]
  /** The reason against it. Never empty. */
  readonly against: readonly string[]
}
