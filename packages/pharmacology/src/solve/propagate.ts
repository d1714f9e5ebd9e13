/**
 * The exact solution of x' = A·x + u with piecewise constant u along a timeline. Doses superpose and inputs are integrated in
 * closed form, so nothing is approximated: the only errors are those of rounding.
 */
import type { Compiled } from '../compile.ts'
import { affineMaps } from './maps.ts'
import { reachable } from './pattern.ts'
import type { Timeline } from './timeline.ts'
import { walk } from './walk.ts'

export interface Propagate {
  /** Takes an individual's parameters, in the order of the model, into a lane. */
  load(lane: number, values: Float64Array): void
  /** Solves every lane and ADDS the outputs to `sink[(time·outputs + output)·lanes + lane]`. */
  run(sink: Float64Array): void
}

/** Prepares the workspace for one model and timeline, to be used again for every group of `lanes` individuals. */
export function propagator(model: Compiled, timeline: Timeline, lanes: number): Propagate {
  const pattern = reachable(model)
  const individual = affineMaps(model, timeline, pattern)
  const group = walk(model, timeline, pattern, lanes)
  return {
    load(lane, values) {
      individual.set(values)
      group.load(lane, individual)
    },
    run: (sink) => group.run(sink),
  }
}

/** Solves for one individual and adds the outputs to `sink[time·outputs + output]`. */
export function solve(model: Compiled, timeline: Timeline, values: Float64Array, sink: Float64Array): void {
  const one = propagator(model, timeline, 1)
  one.load(0, values)
  one.run(sink)
}
