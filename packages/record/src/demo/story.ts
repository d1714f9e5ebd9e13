/** What the generator needs to know about one made-up person. Days are counted back from today. */
import type { PainSign, Phase, ScreeningItem, Treatment } from '@anodyne/pathway'

export interface Story {
  readonly id: string
  /** One line for the list of demo patients. */
  readonly scenario: string
  readonly given: string
  /** After `Demo-`, so that nobody takes the name for a person's. */
  readonly family: string
  readonly gender: 'female' | 'male'
  /** Years, on today. */
  readonly age: number
  /** kg */
  readonly weight: number
  readonly conditions: readonly StoryCondition[]
  readonly medicines: readonly StoryMedicine[]
  /** Pain NRS, [days ago, value]. */
  readonly pain: readonly (readonly [ago: number, nrs: number])[]
  /** [days ago, systolic, diastolic], mm[Hg] */
  readonly pressures: readonly (readonly [ago: number, systolic: number, diastolic: number])[]
  /** Absent: no blood was ever taken. */
  readonly labs?: { readonly ago: readonly number[]; readonly units: 'SI' | 'US'; readonly change?: Partial<StoryLabs> }
  /** [days ago, PHQ-9 total] */
  readonly mood: readonly (readonly [ago: number, total: number])[]
  /** Differences from "everything asked, nothing found". */
  readonly answers?: Partial<Record<ScreeningItem, boolean>>
  readonly signs: Readonly<Record<PainSign, boolean>>
  readonly trials: readonly StoryTrial[]
  readonly ketamine?: StoryKetamine
}

export interface StoryCondition {
  readonly code: readonly [system: string, code: string]
  readonly name: string
  readonly since: number
}

export interface StoryMedicine {
  readonly rxnorm?: string
  readonly name: string
  readonly from: number
  /** Days ago it ended; absent while it is taken. */
  readonly until?: number
  readonly dose?: { readonly mg: number; readonly timesPerDay: number }
}

/** SI units: U/L, umol/L, g/L, mL/min/1.73 m². */
export interface StoryLabs {
  readonly ALT: number
  readonly AST: number
  readonly GGT: number
  readonly ALP: number
  readonly bilirubin: number
  readonly albumin: number
  readonly creatinine: number
  readonly eGFR: number
}

export type StoryTrial = Omit<Treatment, 'evidence' | 'ingredient'>

export interface StoryKetamine {
  readonly phase: Phase
  readonly goal: { readonly name: string; readonly status: 'achieved' | 'improving' | 'sustaining' }
  readonly testDose: { readonly ago: number; readonly mg: number }
  /** Oldest first; the last is in force. mg three times a day of 10 mg/mL. */
  readonly orders: readonly { readonly ago: number; readonly mg: number; readonly supplyDays: number }[]
}
