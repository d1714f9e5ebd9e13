/**
 * Parameters that change in time, piece by piece: an interaction begins, a weight changes, an occasion begins. Within an epoch
 * the system is linear with constant parameters and solved exactly; at its end the amounts in the body go on into the next.
 */
import type { Compiled } from '../compile.ts'
import { checkDosing } from '../limits.ts'
import { happenings, type Happening } from './happenings.ts'
import { SAME, type Dosing } from './course.ts'
import { individualWay } from './individual-way.ts'
import { settling, steadyState } from './steady-state.ts'

export interface Epoch {
  /** h; it lasts until the next begins. */
  readonly from: number
  /** The individual's parameters, in the order of the model. */
  readonly values: Float64Array
  /** The body is empty at `from`, and nothing given before is still on its way. */
  readonly reset?: true
}

/** Solves for one individual and ADDS the outputs to `sink[time·outputs + output]`. */
export type OverTime = (epochs: readonly Epoch[], sink: Float64Array) => void

/**
 * A dose has the fraction, lag and duration of the epoch in which it is given, also where it enters later, as in NONMEM: a dose
 * at the moment of a change belongs to the new epoch, an output at that moment to the old one. Steady state is that of the
 * parameters at the first dose of its course, as if they had always held.
 *
 * @param times output times in h, ascending
 * @throws RangeError for a route that the model does not have, epochs that do not ascend, and a first one that begins too late.
 */
export function overTime(model: Compiled, dosing: readonly Dosing[], times: readonly number[]): OverTime {
  dosing.forEach((one, k) => checkDosing(one, `course ${k + 1}: `))
  const parts = dosing.flatMap(({ route }) => model.routes.get(route) ?? unknownRoute(model, route))
  const into = [...new Set(parts.map((part) => part.into))]
  const states = settling(model, into)
  const place = Int32Array.from({ length: model.size }, (_, state) => states.indexOf(state))
  const input = Int32Array.from({ length: model.size }, (_, state) => into.indexOf(state))
  const wayOf = individualWay(model, into, states)
  const x = new Float64Array(states.length)
  const rate = new Float64Array(into.length)
  /** Inputs that run into each: where none does the rate is 0, without what rounding would leave. */
  const running = new Int32Array(into.length)
  const width = model.outputs.length
  const settle = dosing.map((course) =>
    course.steadyState
      ? steadyState(
          model,
          model.routes.get(course.route)!.map((part) => part.into),
        )
      : undefined,
  )

  return (epochs, sink) => {
    const events = happenings(model, dosing, epochs, times, settle)
    x.fill(0)
    rate.fill(0)
    running.fill(0)
    let now = events[0]?.time ?? 0
    let epoch = 0
    let way = wayOf(epochs[0]!.values)
    const ready = new Map([[epochs[0]!.values, way]])
    for (let i = 0; i < events.length;) {
      const time = events[i]!.time
      if (time > now) way.advance(time - now, x, rate)
      now = time
      const first = i
      while (i < events.length && events[i]!.time - time <= SAME) i++
      const change = events.slice(first, i)
      const reset = change.some((event) => event.kind === 'epoch' && epochs[event.epoch]!.reset)
      if (!reset) present(change)
      for (const event of change) if (event.kind === 'output') read(event.output, way.scale, sink)
      if (reset) {
        x.fill(0)
        rate.fill(0)
        running.fill(0)
        present(change)
      }
      for (const event of change) if (event.kind === 'epoch') epoch = event.epoch
      const { values } = epochs[epoch]!
      way = ready.get(values) ?? wayOf(values)
      ready.set(values, way)
      for (const event of change) {
        if (event.kind === 'bolus') give(event.into, event.amount)
        if (event.kind === 'rate') turn(input[event.into]!, event.change)
      }
    }
  }

  function give(state: number, amount: number): void {
    if (place[state]! >= 0) x[place[state]!]! += amount
  }

  function turn(of: number, change: number): void {
    running[of]! += change < 0 ? -1 : 1
    rate[of] = running[of] === 0 ? 0 : rate[of]! + change
  }

  function present(events: readonly Happening[]): void {
    for (const event of events)
      if (event.kind === 'present') event.amounts.forEach((amount, state) => give(state, amount))
  }

  function read(time: number, scale: readonly number[], sink: Float64Array): void {
    for (let o = 0; o < width; o++) {
      const at = place[model.outputs[o]!.state]!
      if (at >= 0) sink[time * width + o]! += scale[o]! * x[at]!
    }
  }
}

function unknownRoute(model: Compiled, route: string): never {
  throw new RangeError(`route ${route}: expected ${[...model.routes.keys()].join(', ')}`)
}
