/**
 * An output of a linear model under a regimen as a curve, exact everywhere: the area is one more state of the same linear system
 * (its rate is the concentration), never a sum of trapezoids; the area to infinity and the terminal half-life come from the rates.
 */
import type { Compiled } from '../compile.ts'
import { checkDosing } from '../limits.ts'
import { solve } from '../solve/propagate.ts'
import { timing } from '../solve/course.ts'
import { doseTimes, timeline, type Dosing } from '../solve/timeline.ts'
import type { Substance } from '../substance.ts'
import type { Curve } from './curve.ts'
import { remainingArea, slowestRate } from './terminal.ts'

/** What is given of one substance to one person. Parts add up: racemate and S-ketamine have different rates. */
export interface LinearPart {
  readonly model: Compiled
  readonly dosing: readonly Dosing[]
  readonly substance: Substance
  /** The person's parameters, in the order of the model. */
  readonly values: Float64Array
}

export interface ExactCurve extends Curve {
  /** From the first dose to infinity; Infinity when something stays for ever. */
  areaToInfinity(): number
  /** ln 2 over the slowest rate on the way from a dose to the output, h; Infinity when something stays for ever. */
  halfLife(): number
}

/** @throws RangeError for an output or a route that a model does not have, and for a course without end. */
export function exactCurve(parts: readonly LinearPart[], output: string): ExactCurve {
  if (parts.length === 0) throw new RangeError('exposure: nothing is given')
  // A dose that is NaN would be lost, and the curve be 0.
  for (const { dosing } of parts) dosing.forEach((one, k) => checkDosing(one, `course ${k + 1}: `))
  const solved = parts.map((part) => prepare(part, output))
  const stops = [...new Set(solved.flatMap(({ inputs }) => inputs.flatMap(({ time, duration }) => [time, time + duration])))]
    .sort((a, b) => a - b) // prettier-ignore
  const jumps = new Map<number, number>()
  for (const { inputs } of solved)
    for (const { time, rise } of inputs) if (rise > 0) jumps.set(near(time), (jumps.get(near(time)) ?? 0) + rise)

  /** Concentration and area since 0 at ascending times. */
  const run = (times: readonly number[]) => {
    const sink = new Float64Array(2 * times.length)
    for (const { model, dosing, substance, values } of solved)
      solve(model, timeline(model, dosing, substance, times, values), values, sink)
    return sink
  }
  return {
    from: 0,
    to: Infinity,
    at(times) {
      const sink = run(times)
      return Float64Array.from(times, (_, k) => sink[2 * k]!)
    },
    jump: (time) => jumps.get(near(time)) ?? 0,
    area(from, to) {
      if (!(from >= 0 && to >= from && to < Infinity))
        throw new RangeError(`interval ${from} to ${to} h: expected 0 ≤ from ≤ to`)
      const sink = run([from, to])
      return sink[3]! - sink[1]!
    },
    grid(from, to) {
      const cuts = [from, ...stops.filter((stop) => stop > from && stop < to), to]
      const times = [from]
      for (let k = 1; k < cuts.length; k++) {
        const [left, right] = [cuts[k - 1]!, cuts[k]!]
        for (let p = 1; p < SPREAD.length; p++) times.push(left + (right - left) * SPREAD[p]!)
        times.push(right)
      }
      return times.filter((time, k) => k === 0 || time > times[k - 1]!)
    },
    areaToInfinity() {
      const end = stops.at(-1) ?? 0
      let area = run([end])[1]!
      for (const { all, dosing, substance, values, place } of solved) {
        // A bolus at the very end counts after it, so it is added to the states here.
        const states = new Float64Array(all.size)
        solve(all, timeline(all, dosing, substance, [end], values), values, states)
        for (const { time, duration, amount, into } of inputsOf(all, dosing, values, place))
          if (duration === 0 && near(time) === near(end)) states[into]! += amount
        area += place.scale(values) * remainingArea(all, values, states, place.state)
      }
      return area
    },
    halfLife() {
      const rates = solved.map(({ all, inputs, values, place }) =>
        slowestRate(all, values, [...new Set(inputs.map(({ into }) => into))], place.state),
      )
      return Math.LN2 / Math.min(...rates)
    },
  }
}

/** Between two stops: 24 points, dense after the first, where most happens. */
const SPREAD = Array.from({ length: 24 }, (_, k) => Math.expm1((6 * k) / 24) / Math.expm1(6))

/** The same time for what differs by rounding. */
const near = (time: number): number => Math.round(time * 1e9)

interface Input {
  readonly time: number
  readonly duration: number
  readonly amount: number
  readonly into: number
  /** What it adds to the output at once. */
  readonly rise: number
}

function prepare({ model, dosing, substance, values }: LinearPart, name: string) {
  const place = model.outputs.find((output) => output.name === name)
  if (!place)
    throw new RangeError(`output ${name}: expected ${model.outputs.map((output) => output.name).join(', ')}`)
  const one = () => 1
  const withArea: Compiled = {
    ...model,
    size: model.size + 1,
    entries: [...model.entries, { row: model.size, column: place.state, sign: 1, rate: place.scale }],
    outputs: [place, { name: 'area', state: model.size, scale: one }],
  }
  const all: Compiled = {
    ...model,
    outputs: Array.from({ length: model.size }, (_, state) => ({ name: String(state), state, scale: one })),
  }
  return { model: withArea, all, dosing, substance, values, place, inputs: inputsOf(model, dosing, values, place) }
} // prettier-ignore

function inputsOf(
  model: Compiled,
  dosing: readonly Dosing[],
  values: Float64Array,
  place: Compiled['outputs'][number],
): readonly Input[] {
  return dosing.flatMap((course) => {
    if (course.steadyState) throw new RangeError('steady state: its area has no end; expected the doses written out')
    if (!(course.until < Infinity)) throw new RangeError(`until ${course.until}: expected a course that ends`)
    const parts = model.routes.get(course.route)
    if (!parts) throw new RangeError(`route ${course.route}: expected ${[...model.routes.keys()].join(', ')}`)
    return parts.flatMap((part) => {
      const { into, fraction } = part
      const amount = course.dose * fraction(values)
      const { lag, duration } = timing(part, course, values)
      const rise = duration === 0 && into === place.state ? amount * place.scale(values) : 0
      return [...doseTimes(course)].map((time) => ({
        time: time + lag,
        duration,
        amount,
        into,
        rise,
      }))
    })
  })
}
