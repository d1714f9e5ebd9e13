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

/** @param events ascending; @param inputs number of components */
export function cut(events: readonly Event[], inputs: number): Omit<Timeline, 'components'> {
  const lengths = distinct<number>((h) => String(Math.round(h / SAME)))
  const steps = distinct<Step>(({ pieces, length, forced }) => (forced ? JSON.stringify(pieces) : String(length)))
  const running = new Int32Array(inputs)
  const walk = { step: [] as number[], output: [] as number[], boluses: [] as (readonly number[])[] }
  let pieces: Piece[] = []
  let [pieceFrom, stepFrom] = [events[0]?.time ?? 0, events[0]?.time ?? 0]

  for (let i = 0; i < events.length;) {
    const time = events[i]!.time
    const now: Event[] = []
    while (i < events.length && events[i]!.time - time <= SAME) now.push(events[i++]!)
    if (time > pieceFrom) {
      const active = [...running].flatMap((count, component) => (count > 0 ? [{ component, count }] : []))
      pieces.push({ length: lengths.index(time - pieceFrom), running: active })
      pieceFrom = time
    }
    for (const { start, stop } of now) {
      if (start !== undefined) running[start]!++
      if (stop !== undefined) running[stop]!--
    }
    const outputs = now.flatMap(({ output }) => (output === undefined ? [] : [output]))
    const boluses = now.flatMap(({ bolus }) => (bolus === undefined ? [] : [bolus]))
    const present = now.flatMap((event) => (event.present === undefined ? [] : [event.present]))
    if (outputs.length === 0 && boluses.length === 0 && present.length === 0) continue
    const forced = pieces.some((piece) => piece.running.length > 0)
    let step = time > stepFrom ? steps.index({ pieces, length: lengths.index(time - stepFrom), forced }) : -1
    if (present.length > 0) {
      walk.step.push(step)
      walk.output.push(-1)
      walk.boluses.push(present)
      step = -1
    }
    for (const [k, output] of (outputs.length > 0 ? outputs : [-1]).entries()) {
      walk.step.push(k === 0 ? step : -1)
      walk.output.push(output)
      walk.boluses.push(k === Math.max(outputs.length, 1) - 1 ? boluses : [])
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

/** A list without repeats that gives each value its place. */
function distinct<T>(key: (value: T) => string): { readonly all: T[]; index(value: T): number } {
  const places = new Map<string, number>()
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
