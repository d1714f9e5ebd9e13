/** What the two methods have in common, so that one driver serves both. */

/** dx/dt with what is being given, at a time inside the current piece. */
export type Rates = (t: number, x: Float64Array, out: Float64Array) => void

/** Largest error of a step over the states, in units of what is allowed: 1 is just good enough; NaN counts as not finite. */
export type Measure = (error: Float64Array, before: Float64Array, after: Float64Array) => number

export interface Stepper {
  /** The error of a step falls with h to this power. */
  readonly power: number
  /** Solution at the end of the step last tried. */
  readonly next: Float64Array
  /** Forgets the past: a new piece begins, or this method takes over. */
  restart(): void
  /** Tries a step of length `h` from (t, x); returns its measured error, NaN when something was not finite. */
  attempt(t: number, x: Float64Array, h: number): number
  /** Writes the solution inside the step last tried, at t + θ·h, into `out`. */
  inside(theta: number, x: Float64Array, out: Float64Array): void
  /** h·|λ| of the step last tried: above about 3.3 an explicit step is limited by stability, not by accuracy. */
  stiffness(): number
}
