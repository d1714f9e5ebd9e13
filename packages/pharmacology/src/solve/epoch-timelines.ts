/**
 * Epochs that begin at the same times for everyone: a timeline for each, so that groups of patients are solved side by side on the
 * fast way. A timeline begins with what the epoch before has left, as one bolus into each state, and ends by reading every state.
 */
import type { Compiled, CompiledPart } from '../compile.ts'
import type { Substance } from '../substance.ts'
import { doseTimes, given, SAME, timing, type Dosing } from './course.ts'
import { settled } from './settled.ts'
import { settling } from './steady-state.ts'
import { cut, type Component, type Event, type Timeline } from './timeline.ts'

export interface EpochStart {
  /** h */
  readonly from: number
  readonly reset?: true
}

/** What a lane is loaded with: its parameters in each epoch, and what the epoch before has left in each state. */
export interface Loaded {
  values: readonly Float64Array[]
  left: Float64Array
}

export interface EpochTimeline {
  readonly timeline: Timeline
  /** The model's outputs, and then its states, for all epochs but the last. */
  readonly model: Compiled
  /** First output time, and how many; one row more reads the states at the end of all but the last. */
  readonly first: number
  readonly rows: number
}

/** One timeline for each epoch that begins before the last output. @param loaded read whenever a lane is loaded */
export function epochTimelines(
  model: Compiled,
  dosing: readonly Dosing[],
  substance: Substance,
  times: readonly number[],
  starts: readonly EpochStart[],
  loaded: Loaded,
): readonly EpochTimeline[] {
  const end = times.at(-1)!
  const epochs = starts.filter(({ from }, e) => e === 0 || from < end - SAME)
  const resets = epochs.flatMap(({ from, reset }) => (reset ? [from] : []))
  const epochAt = (time: number): number =>
    Math.max(
      0,
      epochs.findLastIndex(({ from }) => from <= time + SAME),
    )
  const into = dosing.flatMap(({ route }) => model.routes.get(route)!.map((part) => part.into))
  const states = settling(model, into)
  const reading: Compiled = {
    ...model,
    outputs: [...model.outputs, ...states.map((state) => ({ name: `left in ${state}`, state, scale: () => 1 }))],
  }
  const all: { readonly components: Component[]; readonly events: Event[] }[] = epochs.map(() => ({
    components: [],
    events: [],
  }))

  /** An input in every epoch that it runs in; its fraction is that of the epoch in which the dose was given. */
  const enter = (
    dose: number,
    part: CompiledPart,
    amount: number,
    from: number,
    until: number,
    duration: number,
  ): void => {
    const dropped = resets.find((reset) => reset > dose + SAME) ?? Infinity
    if (from > end || from >= dropped - SAME) return
    const own = epochAt(dose)
    const fixed: CompiledPart = { ...part, fraction: () => part.fraction(loaded.values[own]!) }
    for (let e = epochAt(from); e < epochs.length; e++) {
      const [begins, ends] = [epochs[e]!.from, epochs[e + 1]?.from ?? Infinity]
      if (e > 0 && duration > 0 && until <= begins + SAME) break
      if (begins >= dropped - SAME) break
      const { components, events } = all[e]!
      const component = place(components, fixed, part, own, amount, duration)
      if (duration === 0) {
        events.push({ time: from, bolus: component })
        break
      }
      events.push({ time: e === epochAt(from) ? from : begins, start: component })
      if (until < ends - SAME) {
        events.push({ time: until, stop: component })
        break
      }
    }
  }

  for (const course of dosing) {
    if (course.from > end) continue
    const parts = model.routes.get(course.route)!
    const lags: number[] = []
    const entering: Component[] = []
    for (const part of parts) {
      const { lag, duration } = timing(part, course, substance)
      lags.push(lag)
      entering.push({ part, dose: course.dose, duration })
      if (course.steadyState)
        for (const { from, until } of given({ ...course, until: course.from }, lag, duration))
          enter(course.from, part, course.dose, from, until, duration)
      for (const dose of doseTimes(course)) {
        if (dose > end) break
        enter(dose, part, course.dose, dose + lag, dose + lag + duration, duration)
      }
    }
    if (course.steadyState) {
      const { components, events } = all[epochAt(course.from)]!
      for (const component of settled(model, course, entering, lags))
        events.push({ time: course.from, present: components.push(component) - 1 })
    }
  }

  return all.map(({ components, events }, e) => {
    const [{ from, reset }, next] = [epochs[e]!, epochs[e + 1]?.from]
    if (e > 0 && !reset)
      states.forEach((state) => {
        const left = { into: state, fraction: () => loaded.left[state]!, lag: zero, duration: zero, lagOf: zero, durationOf: zero, differs: [] }
        events.push({ time: from, present: components.push({ part: left, dose: 1, duration: 0 }) - 1 })
      }) // prettier-ignore
    const first = e === 0 ? 0 : times.findIndex((time) => time > from + SAME)
    const after = next === undefined ? -1 : times.findIndex((time) => time > next + SAME)
    const rows = (after < 0 ? times.length : after) - first
    for (let row = 0; row < rows; row++) events.push({ time: times[first + row]!, output: row })
    if (next !== undefined) events.push({ time: next, output: rows })
    events.sort((a, b) => a.time - b.time)
    return {
      timeline: { components, ...cut(events, components.length) },
      model: next === undefined ? model : reading,
      first,
      rows,
    }
  })
}

const zero = () => 0

/** Doses of one part, given in one epoch, share a component. */
function place(
  components: Component[],
  fixed: CompiledPart,
  part: CompiledPart,
  own: number,
  dose: number,
  duration: number,
): number {
  const known = components.findIndex((one) => origins.get(one.part)?.part === part && origins.get(one.part)?.own === own && one.dose === dose && one.duration === duration) // prettier-ignore
  if (known >= 0) return known
  origins.set(fixed, { part, own })
  return components.push({ part: fixed, dose, duration }) - 1
}

const origins = new WeakMap<CompiledPart, { readonly part: CompiledPart; readonly own: number }>()
