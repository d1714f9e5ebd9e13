/** What is given, how, how much and when. Every amount inside the engine is ketamine free base. */
import type { Hours, Milligrams } from '@anodyne/units'
import type { Bound, Formulation, Retention } from './formulation/formulation.ts'
import type { Substance } from './substance.ts'

/**
 * How the dose gets in. `sublingual` and `buccal` are held in the mouth (no difference between them was found), about ten
 * minutes and then swallowed unless `retention` says otherwise. `im` and `sc` are named so that they can be refused with the
 * reason: nothing to model them with was found.
 */
export type Route = 'oral' | 'sublingual' | 'buccal' | 'iv' | 'im' | 'sc'

/** A stretch of regular dosing: the first dose at `from`, then every `every` hours, none at or after `until`. */
export interface Course {
  readonly substance: Substance
  readonly route: Route
  /** Left out: a solution by mouth; any of troche, wafer, film and tablet when held; an injection into a vein. */
  readonly formulation?: Formulation
  /** Left out: `swallowed` by mouth, `held and swallowed` under the tongue or in the cheek; none by injection. */
  readonly retention?: Retention
  /** Must be said, and can only be said, of a dose held and spat out: `bothBounds` makes the two regimens. */
  readonly bound?: Bound
  /** Free base per dose. Convert a salt with `freeBase` first. */
  readonly dose: Milligrams
  readonly every: Hours
  readonly from: Hours
  readonly until: Hours
  /** Duration of an intravenous infusion; a bolus when left out. */
  readonly infusion?: Hours
  /** At `from` the body is as if such doses had always been given; courses add up. */
  readonly steadyState?: true
}

/** One or more courses, in any order; they add up. A change of formulation or retention is two courses. */
export type Regimen = readonly Course[]
