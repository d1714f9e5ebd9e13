/**
 * A system that need not be linear, x' = f(t, x), what is given to it, and how well it is to be solved. Times are in h and
 * amounts in mg by custom; the solver itself knows no unit.
 */

export interface OdeSystem {
  /** Number of states. */
  readonly size: number
  /** Writes dx/dt at `t` into every place of `out`. What is given is added by the solver and must not be counted here. */
  rates(t: number, x: Float64Array, out: Float64Array): void
  /** Writes ∂f/∂x into `out`, row after row. Taken by differences when left out. */
  jacobian?(t: number, x: Float64Array, out: Float64Array): void
}

/** `amount` into state `into`: at once, or at a constant rate over `duration`. */
export interface Given {
  readonly at: number
  readonly into: number
  readonly amount: number
  readonly duration?: number
}

/**
 * dormand-prince: explicit 5(4), for what is not stiff. rodas: Rosenbrock 4(3), L-stable, for what is.
 * auto: begins explicit and changes over, and back, when stiffness is seen.
 */
export type SolverMethod = 'dormand-prince' | 'rodas' | 'auto'

export interface SolverOptions {
  readonly method?: SolverMethod
  /** Error allowed in a step, relative to each state; 1e-13 to 0.1, default 1e-8. */
  readonly relative?: number
  /** Error allowed in a step, in the unit of the states; above 0, one for all or one each; default 1e-10. */
  readonly absolute?: number | readonly number[]
  /** Steps tried before it gives up; default 100 000. */
  readonly maxSteps?: number
  /** No step is longer; default any. A change much shorter than a step, and not among `restarts`, could be stepped over unseen. */
  readonly longestStep?: number
  /** Times at which `rates` itself jumps, beside what is given: the solver never steps across them. */
  readonly restarts?: readonly number[]
}

export interface SolverStatistics {
  /** Accepted steps, and those tried and refused. */
  steps: number
  rejected: number
  /** Calls of `rates` (those for a Jacobian by differences included), Jacobians, factorizations. */
  evaluations: number
  jacobians: number
  factorizations: number
  /** Accepted steps of the stiff method, and changes from one method to the other. */
  stiffSteps: number
  switches: number
}

export interface Trajectory {
  /** States at the wanted times: `states[k · size + i]`. */
  readonly states: Float64Array
  readonly statistics: SolverStatistics
}

/** not-finite: the equations gave NaN or infinity. step-too-small, too-many-steps: the tolerances cannot be met. */
export type Refusal = 'not-finite' | 'step-too-small' | 'too-many-steps'

/** The solver gives no answer rather than a wrong one: what went wrong, and at which time. */
export class SolverError extends RangeError {
  readonly code: Refusal
  readonly time: number
  readonly statistics: SolverStatistics

  constructor(code: Refusal, time: number, statistics: SolverStatistics, because: string) {
    super(`no solution beyond t = ${time}: ${because}`)
    this.name = 'SolverError'
    this.code = code
    this.time = time
    this.statistics = statistics
  }
}
