/**
 * The words in which a model is written down: parameters, states, first-order flows, routes, outputs.
 * A model is data, in the order and the symbols of the field, so that it can be read aloud and checked against its paper.
 */
import type { Substance } from './substance.ts'

/** published: printed in the source. derived: computed from, or calibrated to, published numbers. assumed: neither. */
export type Status = 'published' | 'derived' | 'assumed'

export interface Source {
  /** Primary publications; may be empty only for what is assumed or whose DOI could not be verified. */
  readonly dois: readonly string[]
  /** Table, abstract, or how it was derived. */
  readonly where: string
}

export interface Variance {
  /** Variance (omega²) of the deviate that is added on `scale`. */
  readonly value: number
  readonly scale: 'log' | 'logit'
  /**
   * between-patient: people differ. uncertainty: the published value itself is uncertain (drawn once per virtual patient).
   * between-occasion: published, but not drawn, since this version has no occasions.
   */
  readonly kind: 'between-patient' | 'uncertainty' | 'between-occasion'
  readonly status: Status
  readonly source: Source
}

export interface Parameter {
  readonly symbol: string
  readonly meaning: string
  /** UCUM */
  readonly unit: string
  /** Typical value at 70 kg; one per substance where they differ. */
  readonly value: number | Readonly<Record<Substance, number>>
  readonly variance?: Variance
  /** Exponent on (weight / 70 kg). */
  readonly weightExponent?: number
  readonly status: Status
  readonly source: Source
  readonly note?: string
}

export interface Covariance {
  readonly between: readonly [string, string]
  readonly value: number
  readonly status: Status
  readonly source: Source
}

export interface State {
  readonly name: string
  readonly meaning: string
  readonly unit: string
}

/** `rate` (1/h) times the amount in `from` leaves it; it arrives in `to`, or leaves the body when `to` is left out. */
export interface Flow {
  readonly from: string
  readonly to?: string
  readonly rate: string
}

/** `rate` times `of` is added to `into` without being taken from `of`: an effect compartment follows a concentration. */
export interface Link {
  readonly of: string
  readonly into: string
  readonly rate: string
}

/** Part of a dose: `fraction` of it enters `into` after `lag` (h), at a constant rate over `duration` (h) or at once. */
export interface RoutePart {
  readonly into: string
  readonly fraction: string
  readonly lag?: string
  /** An expression in h, or `given`: the infusion time that the course states (a bolus when it states none). */
  readonly duration?: string
}

/** `scale`·state, in `unit`. */
export interface Output {
  readonly name: string
  readonly state: string
  readonly scale: string
  readonly unit: string
}

export interface Model {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly population: string
  readonly parameters: readonly Parameter[]
  readonly covariances: readonly Covariance[]
  readonly states: readonly State[]
  readonly flows: readonly Flow[]
  readonly links?: readonly Link[]
  readonly routes: Readonly<Record<string, readonly RoutePart[]>>
  readonly outputs: readonly Output[]
}
