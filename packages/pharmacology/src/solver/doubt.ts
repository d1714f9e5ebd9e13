/**
 * How far off an adaptive answer may be. Tolerances bound the error of a step, not of the end; so the system is solved again with a
 * tenth of them. What the two answers differ by is, as long as the error falls with the tolerance, more than the error of the finer one.
 */
import { integrate } from './integrate.ts'
import type { Given, OdeSystem, SolverOptions, Trajectory } from './system.ts'

export interface DoubtedTrajectory extends Trajectory {
  /** Largest difference of the two answers at any wanted time, relative to the state or, if that is more, to absolute/relative. */
  readonly doubt: number
}

/** As `integrate`; the finer answer is returned. @throws as `integrate`; `relative` is 1e-12 or more. */
export function integrateWithDoubt(
  system: OdeSystem,
  start: ArrayLike<number>,
  from: number,
  times: readonly number[],
  given: readonly Given[] = [],
  options: SolverOptions = {},
): DoubtedTrajectory {
  const { relative = 1e-8, absolute = 1e-10 } = options
  const each = (i: number) => (typeof absolute === 'number' ? absolute : absolute[i]!)
  const coarse = integrate(system, start, from, times, given, options)
  const fine = integrate(system, start, from, times, given, {
    ...options,
    relative: relative / 10,
    absolute: typeof absolute === 'number' ? absolute / 10 : absolute.map((one) => one / 10),
  })
  let doubt = 0
  fine.states.forEach((state, k) => {
    const size = Math.max(Math.abs(state), each(k % system.size) / relative)
    doubt = Math.max(doubt, Math.abs(state - coarse.states[k]!) / size)
  })
  return { ...fine, doubt }
}
