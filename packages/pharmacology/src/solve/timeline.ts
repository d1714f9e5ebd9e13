/**
 * What happens when, worked out once for all virtual patients: the times are cut wherever an input starts or stops, a bolus
 * is given or an output is wanted, so that within each piece the inputs are constant and the solution is exact.
 * Pieces of equal length and equal inputs share one propagator; on a regular grid only a handful are distinct.
 */
import type { Compiled, CompiledPart } from '../compile.ts'
import type { Substance } from '../substance.ts'

/** A course as the engine sees it: a dose (mg) by a route at `from`, `from + every`, … before `until` (h). */
export interface Dosing {
  readonly route: string
  readonly dose: number
  readonly every: number
  readonly from: number
  readonly until: number
  readonly infusion?: number
  /** At `from` the body is as if such doses had always been given; the courses add up. */
  readonly steadyState?: true
}

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

/** Times closer than this (h) are the same time; it only absorbs the rounding of sums such as 3 × 0.1. */
const SAME = 1e-10

interface Event {
  readonly time: number
  readonly output?: number
  readonly bolus?: number
  readonly start?: number
  readonly stop?: number
}

/** @param times output times in h, ascending. A dose at an output time counts after it. */
export function timeline(
  model: Compiled,
  dosing: readonly Dosing[],
  substance: Substance,
  times: readonly number[],
): Timeline {
  const components: Component[] = []
  const events: Event[] = times.map((time, output) => ({ time, output }))
  const end = times.at(-1) ?? 0
  for (const course of dosing) {
    for (const part of model.routes.get(course.route) ?? unknownRoute(model, course.route)) {
      const duration = part.duration === 'given' ? (course.infusion ?? 0) : part.duration(substance)
      const component = components.push({ part, dose: course.dose, duration }) - 1
      const lag = part.lag(substance)
      for (const given of doseTimes(course)) {
        const time = given + lag
        if (time > end) break
        if (duration > 0) events.push({ time, start: component }, { time: time + duration, stop: component })
        else events.push({ time, bolus: component })
      }
    }
  }
  events.sort((a, b) => a.time - b.time)
  return { components, ...cut(events, components.length) }
}

/** Times of the doses of a course, each computed from its number so that rounding does not add up. */
export function* doseTimes({ from, every, until }: Dosing): Generator<number> {
  for (let k = 0; from + k * every < until - SAME; k++) yield from + k * every
}

function cut(events: readonly Event[], inputs: number): Omit<Timeline, 'components'> {
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
    if (outputs.length === 0 && boluses.length === 0) continue
    const forced = pieces.some((piece) => piece.running.length > 0)
    const step = time > stepFrom ? steps.index({ pieces, length: lengths.index(time - stepFrom), forced }) : -1
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
