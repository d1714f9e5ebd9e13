/**
 * The exact solution of x' = A·x + u with piecewise constant u along a timeline. Doses superpose and inputs are integrated in
 * closed form, so nothing is approximated: the only errors are those of rounding.
 */
import type { Compiled } from '../compile.ts'
import { affineMaps, type Method } from './maps.ts'
import { prepare } from './prepared.ts'
import { rates } from './rates.ts'
import { room } from './room.ts'
import { scratch } from './scratch.ts'
import type { Timeline } from './timeline.ts'
import { walk } from './walk.ts'

export interface Propagate {
  /** Takes an individual's parameters, in the order of the model, into a lane; lane 0 first, it begins a new group. */
  load(lane: number, values: Float64Array): void
  /** Solves every lane and ADDS the outputs to `sink[(time·outputs + output)·lanes + lane]`. */
  run(sink: Float64Array): void
  /** The same, but whatever was in `sink` is overwritten. */
  write(sink: Float64Array): void
}

/** Prepares the workspace for one model and timeline, to be used again for every group of `lanes` individuals. */
export function propagator(
  model: Compiled,
  timeline: Timeline,
  lanes: number,
  method: Method = 'by-structure',
): Propagate {
  const prepared = prepare(model, timeline.components, lanes)
  const places = room()
  const group = rates(model, timeline, prepared.shape, lanes, places)
  const maps = affineMaps(timeline, prepared, group, method, places)
  const along = walk(model, timeline, prepared, maps, group, method, places)
  const solve = (sink: Float64Array, add: boolean): void => {
    scratch(places.total() + prepared.registers)
    group.place()
    maps.fill()
    along(sink, add)
  }
  return {
    load: (lane, values) => group.load(lane, values),
    run: (sink) => solve(sink, true),
    write: (sink) => solve(sink, false),
  }
}

/** Solves for one individual and adds the outputs to `sink[time·outputs + output]`. */
export function solve(
  model: Compiled,
  timeline: Timeline,
  values: Float64Array,
  sink: Float64Array,
  method?: Method,
): void {
  const one = propagator(model, timeline, 1, method)
  one.load(0, values)
  one.run(sink)
}
