/** What is given, how, how much and when. Every amount inside the engine is ketamine free base. */
import type { Hours, Milligrams } from '@anodyne/units'
import type { Substance } from './substance.ts'

/**
 * How the dose gets in. `sublingual` is held about ten minutes and then swallowed (the only way for which
 * there are data); holding and spitting has none and is therefore not a route here.
 */
export type Route = 'oral' | 'sublingual' | 'iv'

/** A stretch of regular dosing: the first dose at `from`, then every `every` hours, none at or after `until`. */
export interface Course {
  readonly substance: Substance
  readonly route: Route
  /** Free base per dose. Convert a salt with `freeBase` first. */
  readonly dose: Milligrams
  readonly every: Hours
  readonly from: Hours
  readonly until: Hours
  /** Duration of an intravenous infusion; a bolus when left out. */
  readonly infusion?: Hours
}

/** One or more courses, in any order; they add up. */
export type Regimen = readonly Course[]
