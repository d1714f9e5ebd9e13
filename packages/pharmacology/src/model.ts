/**
 * The words in which a model is written down: parameters, states, first-order flows, routes, outputs.
 * A model is data, in the order and the symbols of the field, so that it can be read aloud and checked against its paper.
 */
import type { Domain } from './domain.ts'
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
   * between-occasion: the same person differs from one occasion to the next; drawn only where occasions are asked for.
   */
  readonly kind: 'between-patient' | 'uncertainty' | 'between-occasion'
  readonly status: Status
  readonly source: Source
}

export interface Parameter {
  readonly symbol: string
  readonly meaning: string
  /** UCUM, as the paper prints it; `L/min` and `%` become `L/h` and a fraction when the model is made. */
  readonly unit: string
  /** Typical value at 70 kg; one per substance where they differ. */
  readonly value: number | Readonly<Record<Substance, number>>
  readonly variance?: Variance
  /** Variance between occasions beside one between patients. Drawn only where occasions are asked for. */
  readonly occasionVariance?: Variance
  /** How well the typical value is known: its standard error, in `unit`. Never mixed with how people differ. */
  readonly standardError?: number
  /** The same as a 95 % interval, in `unit`. */
  readonly interval95?: readonly [number, number]
  /** Exponent on (weight / 70 kg). */
  readonly weightExponent?: number
  /** Of the exponent, where it is not the parameter's own. */
  readonly weightBasis?: { readonly status: Status; readonly source: Source }
  /** The typical value in terms of itself, of other parameters and of covariates: `Qh-QhAge*max(age-QhFrom, 0)`. */
  readonly relation?: string
  readonly status: Status
  readonly source: Source
  readonly note?: string
}

/** What is known of a person and enters relations. At the reference every relation gives the typical value. */
export interface Covariate {
  readonly name: 'weight' | 'age'
  /** UCUM */
  readonly unit: string
  readonly reference: number
  readonly status: Status
  readonly source: Source
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

/**
 * A row of `length` compartments, each left at length / `meanTransitTime`. A flow, a route or an exit enters it by its name; what
 * leaves the last compartment is shared out, and the shares make a whole. An exit without `to` leaves the body.
 */
export interface Chain {
  readonly name: string
  readonly meaning: string
  readonly unit: string
  readonly length: number
  readonly meanTransitTime: string
  readonly exits: readonly { readonly to?: string; readonly fraction: string }[]
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
  /** Of the dose in mg of free base; divided by a molar mass where the model counts moles. */
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

/** How an observation scatters about the prediction. proportional and log: `sd` has unit 1; additive: the unit of the output. */
export interface Residual {
  readonly output: string
  readonly kind: 'proportional' | 'additive' | 'log'
  /** Standard deviation. */
  readonly sd: number
  readonly unit: string
  readonly status: Status
  readonly source: Source
  readonly note?: string
}

/** A number that the model needs and that was not found. */
export interface Gap {
  readonly symbol: string
  readonly meaning: string
  readonly unit: string
  readonly interval95?: readonly [number, number]
  readonly why: string
  readonly source: Source
}

export interface Model {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly population: string
  readonly parameters: readonly Parameter[]
  readonly covariates?: readonly Covariate[]
  readonly covariances: readonly Covariance[]
  readonly states: readonly State[]
  readonly chains?: readonly Chain[]
  readonly flows: readonly Flow[]
  /**
   * States and chains from which drug leaves the body for good. Where it is stated no other may lose any, and every dose must be
   * whole: a flow whose `to` was forgotten is refused.
   */
  readonly leaves?: readonly string[]
  readonly links?: readonly Link[]
  readonly routes: Readonly<Record<string, readonly RoutePart[]>>
  /** Routes whose parts add up to more than the dose, and the reason that the paper has for it. */
  readonly surplus?: Readonly<Record<string, string>>
  readonly outputs: readonly Output[]
  readonly residuals?: readonly Residual[]
  /** Where it was observed, and so where it may be asked. */
  readonly domain?: Domain
  /** Why it cannot be simulated. Its numbers are kept, and checked, all the same. */
  readonly incomplete?: string
  readonly gaps?: readonly Gap[]
}
