/**
 * Parameters that change in time, piece by piece: an interaction begins, a weight changes, an occasion begins. Within an epoch
 * the system is linear with constant parameters and solved exactly; at its end the amounts in the body go on into the next.
 */
import type { Compiled } from '../compile.ts'
import { happenings, type Happening } from './happenings.ts'
import { SAME, type Dosing } from './course.ts'
import { flowExponential } from './flow-exponential.ts'
import { settling } from './steady-state.ts'

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
  const parts = dosing.flatMap(({ route }) => model.routes.get(route) ?? unknownRoute(model, route))
  const into = [...new Set(parts.map((part) => part.into))]
  const states = settling(model, into)
  const [n, inputs] = [states.length, into.length]
  const size = inputs + n
  const place = Int32Array.from({ length: model.size }, (_, state) => states.indexOf(state))
  const input = Int32Array.from({ length: model.size }, (_, state) => into.indexOf(state))
  const flows = model.entries.filter(({ row, column }) => place[row]! >= 0 && place[column]! >= 0)
  const exponential = flowExponential(size, inputs)
  const A = new Float64Array(size * size)
  const [x, next] = [new Float64Array(n), new Float64Array(n)]
  const rate = new Float64Array(inputs)
  /** Inputs that run into each: where none does the rate is 0, without what rounding would leave. */
  const running = new Int32Array(inputs)
  const width = model.outputs.length
  const end = times.at(-1) ?? 0

  return (epochs, sink) => {
    const events = happenings(model, dosing, epochs, times, end)
    x.fill(0)
    rate.fill(0)
    running.fill(0)
    let now = events[0]?.time ?? 0
    let epoch = 0
    let maps = mapsOf(epochs[0]!.values)
    const ready = new Map([[epochs[0]!.values, maps]])
    for (let i = 0; i < events.length;) {
      const time = events[i]!.time
      if (time > now) maps.advance(time - now)
      now = time
      const first = i
      while (i < events.length && events[i]!.time - time <= SAME) i++
      const change = events.slice(first, i)
      const reset = change.some((event) => event.kind === 'epoch' && epochs[event.epoch]!.reset)
      if (!reset) present(change)
      for (const event of change) if (event.kind === 'output') maps.read(event.output, sink)
      if (reset) {
        x.fill(0)
        rate.fill(0)
        running.fill(0)
        present(change)
      }
      for (const event of change) if (event.kind === 'epoch') epoch = event.epoch
      const { values } = epochs[epoch]!
      maps = ready.get(values) ?? mapsOf(values)
      ready.set(values, maps)
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

  /** The way on with these parameters; e^(A·h) of each length is worked out once. */
  function mapsOf(values: Float64Array) {
    const rates = flows.map((flow) => flow.sign * flow.rate(values))
    const scale = model.outputs.map((output) => output.scale(values))
    const known = new Map<number, Float64Array>()
    const map = (h: number): Float64Array => {
      const key = Math.round(h / SAME)
      const before = known.get(key)
      if (before) return before
      A.fill(0)
      for (const state of into) if (place[state]! >= 0) A[(inputs + place[state]!) * size + input[state]!] = 1
      flows.forEach(({ row, column }, k) => (A[(inputs + place[row]!) * size + inputs + place[column]!]! += rates[k]!))
      const E = new Float64Array(size * size)
      exponential(A, h, E)
      if (known.size >= MOST) known.clear()
      known.set(key, E)
      return E
    }
    return {
      advance(h: number): void {
        const E = map(h)
        for (let i = 0; i < n; i++) {
          const row = (inputs + i) * size
          let sum = 0
          for (let q = 0; q < inputs; q++) sum += E[row + q]! * rate[q]!
          for (let j = 0; j < n; j++) sum += E[row + inputs + j]! * x[j]!
          next[i] = sum
        }
        x.set(next)
      },
      read(time: number, sink: Float64Array): void {
        for (let o = 0; o < width; o++) {
          const at = place[model.outputs[o]!.state]!
          if (at >= 0) sink[time * width + o]! += scale[o]! * x[at]!
        }
      },
    }
  }
}

/** Lengths kept at once, so that irregular times need no more memory than this. */
const MOST = 4096

function unknownRoute(model: Compiled, route: string): never {
  throw new RangeError(`route ${route}: expected ${[...model.routes.keys()].join(', ')}`)
}
