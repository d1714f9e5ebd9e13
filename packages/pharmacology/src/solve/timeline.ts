/**
 * What happens when, worked out once for all virtual patients: the times are cut wherever an input starts or stops, a bolus
 * is given or an output is wanted, so that within each piece the inputs are constant and the solution is exact.
 * Pieces of equal length and equal inputs share one propagator; on a regular grid only a handful are distinct.
 */
import type { Compiled, CompiledPart } from '../compile.ts'
import type { Substance } from '../substance.ts'
import { given, SAME, timing, type Dosing } from './course.ts'
import { settled } from './settled.ts'

export { doseTimes, type Dosing } from './course.ts'

/** One part of one course's doses. */
export interface Component {
  readonly part: CompiledPart
  readonly dose: number
  /** h; 0 = bolus */
  readonly duration: number
}

/** A stretch of constant inputs: which length, and how many doses of each component are running. */
export interface Piece {
  readonly length: number
  readonly running: readonly { readonly component: number; readonly count: number }[]
}

/** What lies between two stops (an output or a bolus): one affine map of the state. */
export interface Step {
  readonly pieces: readonly Piece[]
  /** Index of the whole length. */
  readonly length: number
  readonly forced: boolean
}

export interface Timeline {
  readonly components: readonly Component[]
  /** Distinct lengths, h. */
  readonly lengths: readonly number[]
  /** Distinct steps. */
  readonly steps: readonly Step[]
  /** The walk: for each stop the step that leads to it (−1 none), the output it writes (−1 none), the boluses given after it. */
  readonly walk: {
    readonly step: Int32Array
    readonly output: Int32Array
    readonly boluses: readonly (readonly number[])[]
  }
}

/** Something that happens at a time (h): an output, a bolus or the start or end of an input of a component. */
export interface Event {
  readonly time: number
  readonly output?: number
  readonly bolus?: number
  /** A bolus that was there all along: an output at that time sees it. */
  readonly present?: number
  readonly start?: number
  readonly stop?: number
}

/**
 * @param times output times in h, ascending. A dose at an output time counts after it.
 * @param values an individual's parameters, for lags and durations that differ between patients; the timeline is then his or hers
 * @throws RangeError for a route that the model does not have, and where one timeline cannot serve everyone.
 */
export function timeline(
  model: Compiled,
  dosing: readonly Dosing[],
  substance: Substance,
  times: readonly number[],
  values?: Float64Array,
): Timeline {
  const components: Component[] = []
  const events: Event[] = times.map((time, output) => ({ time, output }))
  const end = times.at(-1) ?? 0
  for (const course of dosing) {
    const first = components.length
    const lags: number[] = []
    for (const part of model.routes.get(course.route) ?? unknownRoute(model, course.route)) {
      if (!values && part.differs.length > 0)
        throw new RangeError(
          `route ${course.route}: ${part.differs[0]} differs between patients: expected a timeline for each`,
        )
      const { lag, duration } = timing(part, course, values ?? substance)
      const component = components.push({ part, dose: course.dose, duration }) - 1
      lags.push(lag)
      for (const { from, until } of given(course, lag, duration)) {
        if (from > end) break
        if (duration > 0) events.push({ time: from, start: component }, { time: until, stop: component })
        else events.push({ time: from, bolus: component })
      }
    }
    if (course.steadyState && course.from <= end)
      for (const component of settled(model, course, components.slice(first), lags))
        events.push({ time: course.from, present: components.push(component) - 1 })
  }
  events.sort((a, b) => a.time - b.time)
  return { components, ...cut(events, components.length) }
}

const NONE: readonly never[] = []

/** @param events ascending; @param inputs number of components */
export function cut(events: readonly Event[], inputs: number): Omit<Timeline, 'components'> {
  const lengths = distinct<number>((h) => Math.round(h / SAME))
  const steps = distinct<Step>(({ pieces, length, forced }) => (forced ? JSON.stringify(pieces) : length))
  const running = new Int32Array(inputs)
  const walk = { step: [] as number[], output: [] as number[], boluses: [] as (readonly number[])[] }
  const stop = (step: number, output: number, boluses: readonly number[]): void => {
    walk.step.push(step)
    walk.output.push(output)
    walk.boluses.push(boluses)
  }
  let pieces: Piece[] = []
  let inputsRun = 0
  let [pieceFrom, stepFrom] = [events[0]?.time ?? 0, events[0]?.time ?? 0]

  for (let i = 0, end = 0; i < events.length; i = end) {
    const time = events[i]!.time
    while (end < events.length && events[end]!.time - time <= SAME) end++
    if (time > pieceFrom) {
      pieces.push({ length: lengths.index(time - pieceFrom), running: inputsRun > 0 ? atWork(running) : NONE })
      pieceFrom = time
    }
    let [outputs, boluses, present]: [number, number[] | undefined, number[] | undefined] = [0, undefined, undefined]
    for (let k = i; k < end; k++) {
      const event = events[k]!
      if (event.output !== undefined) outputs++
      else if (event.bolus !== undefined) (boluses ??= []).push(event.bolus)
      else if (event.present !== undefined) (present ??= []).push(event.present)
      else if (event.start !== undefined) inputsRun += ++running[event.start]! > 0 ? 1 : 0
      else if (event.stop !== undefined) inputsRun -= running[event.stop]!-- > 0 ? 1 : 0
    }
    if (outputs === 0 && !boluses && !present) continue
    const forced = pieces.some((piece) => piece.running.length > 0)
    let step = time > stepFrom ? steps.index({ pieces, length: lengths.index(time - stepFrom), forced }) : -1
    if (present) {
      stop(step, -1, present)
      step = -1
    }
    const given = boluses ?? NONE
    if (outputs === 0) stop(step, -1, given)
    for (let k = i, left = outputs; left > 0; k++) {
      const { output } = events[k]!
      if (output === undefined) continue
      stop(left === outputs ? step : -1, output, left === 1 ? given : NONE)
      left--
    }
    pieces = []
    stepFrom = time
  }
  return {
    lengths: lengths.all,
    steps: steps.all,
    walk: { step: Int32Array.from(walk.step), output: Int32Array.from(walk.output), boluses: walk.boluses },
  }
}

const atWork = (running: Int32Array): Piece['running'] =>
  [...running].flatMap((count, component) => (count > 0 ? [{ component, count }] : []))

/** A list without repeats that gives each value its place. */
function distinct<T>(key: (value: T) => string | number): { readonly all: T[]; index(value: T): number } {
  const places = new Map<string | number, number>()
  const all: T[] = []
  const index = (value: T): number => {
    const name = key(value)
    const known = places.get(name)
    if (known !== undefined) return known
    places.set(name, all.length)
    return all.push(value) - 1
  }
  return { all, index }
}

function unknownRoute(model: Compiled, route: string): never {
  throw new RangeError(`route ${route}: expected ${[...model.routes.keys()].join(', ')}`)
}
