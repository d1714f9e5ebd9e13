/**
 * The way along a timeline: several individuals side by side, one affine map a step. Where the timeline repeats itself, a few
 * periods are walked and the rest follow from them (`extrapolation.ts`), or are copied once the state repeats itself bit by bit.
 */
import type { Compiled } from '../compile.ts'
import { extrapolation, type Extrapolation, type Period } from './extrapolation.ts'
import type { Maps, Method } from './maps.ts'
import { LARGEST_BLOCK, modes } from './modes.ts'
import type { Rates } from './rates.ts'
import { runs, type Run } from './runs.ts'
import type { Structure } from './structure.ts'
import type { Timeline } from './timeline.ts'

/** Solves every lane into `sink[(time·outputs + output)·lanes + lane]`, adding to what is there or overwriting it. */
export type Walk = (sink: Float64Array, add: boolean) => void

interface Repeating {
  readonly run: Run
  readonly rest: Extrapolation | undefined
  /** The first, and the last three in turn. */
  readonly periods: readonly [Period, Period, Period, Period]
}

/** Periods walked before the rest is first tried from them; doubled each time it cannot be. */
const FIRST_TRY = 5

export function walk(
  model: Compiled,
  timeline: Timeline,
  shape: Structure,
  { exponentials, added }: Maps,
  group: Rates,
  lanes: number,
  method: Method,
): Walk {
  const { size, inputs, place, blocks, pattern } = shape
  const { step: stepOf, output: outputOf, boluses } = timeline.walk
  const width = model.outputs.length
  const into = timeline.components.map(({ part }) => place[part.into]! * lanes)
  const observed = model.outputs.map(({ state }) => place[state]! * lanes)
  const stepLength = timeline.steps.map(({ length }) => length)
  const forced = timeline.steps.map((step) => step.forced)
  const row = width * lanes
  const { rowStart, column } = pattern
  /** Where the states begin in each row of the pattern, after the inputs. */
  const first = Int32Array.from({ length: size }, (_, i) => {
    let q = rowStart[i]!
    while (column[q]! < inputs) q++
    return q
  })

  const closedForm = blocks.every((from, b) => (blocks[b + 1] ?? from) - from <= LARGEST_BLOCK)
  const individual = modes(shape)
  const repeating: readonly Repeating[] = (method === 'general' ? [] : runs(timeline)).map((run) => ({
    run,
    rest: closedForm ? extrapolation(model, timeline, shape, run, individual, group, lanes) : undefined,
    periods: [period(run), period(run), period(run), period(run)] as const,
  }))
  const [start, other] = [new Float64Array(size * lanes), new Float64Array(size * lanes)]
  const single = new Float64Array(row)

  return (sink, add) => {
    let to = 0
    let [x, y]: [Float64Array, Float64Array] = [start.fill(0), other]
    let next = 0
    for (let stop = 0; stop < stepOf.length;) {
      const found = repeating[next]
      if (found?.run.from === stop) {
        to = repeat(found, x, sink, to, add)
        stop += found.run.period * found.run.repeats
        next++
        continue
      }
      if (advance(stop, x, y)) [x, y] = [y, x]
      if (outputOf[stop]! >= 0) {
        write(x, single, 0)
        to = put(single, sink, to, add)
      }
      give(stop, x)
      stop++
    }
  }

  function period({ from, period: stops }: Run): Period {
    const rows = outputOf.subarray(from, from + stops).filter((output) => output >= 0).length
    return { x: new Float64Array(size * lanes), y: new Float64Array(rows * row) }
  }

  /** All periods of a run; x is the state before it, and then after it. Returns where the next outputs go. */
  function repeat(
    { run, rest, periods }: Repeating,
    x: Float64Array,
    sink: Float64Array,
    from: number,
    add: boolean,
  ): number {
    let to = from
    const [first] = periods
    let [, older, before, last] = periods
    let tryAt = FIRST_TRY
    first.x.set(x)
    last.x.set(x)
    for (let walked = 1; walked <= run.repeats; walked++) {
      ;[older, before, last] = [before, last, older]
      along(run, before.x, last)
      to = put(last.y, sink, to, add)
      if (walked === 1) first.y.set(last.y)
      const remaining = run.repeats - walked
      if (walked > FIRST_TRY && same(before.x, last.x)) {
        for (let i = 0; i < remaining; i++) to = put(last.y, sink, to, add)
        break
      }
      if (walked !== tryAt || remaining < FIRST_TRY) continue
      tryAt *= 2
      if (rest?.prepare(first, [older, before, last], walked, remaining)) {
        rest.run(last, remaining, sink, to, add)
        to += remaining * last.y.length
        break
      }
    }
    x.set(last.x)
    return to
  }

  /** One period from the state `from`. */
  function along({ from: first, period: stops }: Run, from: Float64Array, { x, y }: Period): void {
    let [now, then]: [Float64Array, Float64Array] = [x, other]
    now.set(from)
    let row = 0
    for (let stop = first; stop < first + stops; stop++) {
      if (advance(stop, now, then)) [now, then] = [then, now]
      if (outputOf[stop]! >= 0) row = write(now, y, row)
      give(stop, now)
    }
    if (now !== x) x.set(now)
  }

  function give(stop: number, x: Float64Array): void {
    for (const bolus of boluses[stop]!) {
      const at = into[bolus]!
      if (at >= 0) for (let lane = 0; lane < lanes; lane++) x[at + lane]! += group.strength[bolus * lanes + lane]!
    }
  }

  /** The outputs of a state; where the next ones go. */
  function write(x: Float64Array, y: Float64Array, from: number): number {
    let to = from
    for (let o = 0; o < width; o++, to += lanes) {
      const at = observed[o]!
      for (let lane = 0; lane < lanes; lane++) y[to + lane] = group.scale[o * lanes + lane]! * x[at + lane]!
    }
    return to
  }

  /** y = e^(A·h)·x + added, over the entries that can differ from zero; whether there was a step to take. */
  function advance(stop: number, x: Float64Array, y: Float64Array): boolean {
    const step = stepOf[stop]!
    if (step < 0) return false
    affine(exponentials[stepLength[step]!]!, x, forced[step] ? added[step]! : undefined, y)
    return true
  }

  function affine(E: Float64Array, x: Float64Array, plus: Float64Array | undefined, y: Float64Array): void {
    for (let i = inputs, at = inputs * lanes; i < size; i++, at += lanes) {
      let q = first[i]!
      const end = rowStart[i + 1]!
      let p = q * lanes
      // One to three columns to begin with, then three at a time: fewer passes over y.
      const head = (end - q) % 3
      const b = column[q]! * lanes
      if (head === 1) {
        for (let lane = 0; lane < lanes; lane++) y[at + lane] = E[p + lane]! * x[b + lane]!
        q += 1
      } else if (head === 2) {
        const c = column[q + 1]! * lanes
        const r = p + lanes
        for (let lane = 0; lane < lanes; lane++)
          y[at + lane] = E[p + lane]! * x[b + lane]! + E[r + lane]! * x[c + lane]!
        q += 2
      } else {
        const c = column[q + 1]! * lanes
        const d = column[q + 2]! * lanes
        const r = p + lanes
        const s = r + lanes
        for (let lane = 0; lane < lanes; lane++)
          y[at + lane] = E[p + lane]! * x[b + lane]! + E[r + lane]! * x[c + lane]! + E[s + lane]! * x[d + lane]!
        q += 3
      }
      for (; q < end; q += 3) {
        p = q * lanes
        const f = column[q]! * lanes
        const c = column[q + 1]! * lanes
        const d = column[q + 2]! * lanes
        const r = p + lanes
        const s = r + lanes
        for (let lane = 0; lane < lanes; lane++)
          y[at + lane]! += E[p + lane]! * x[f + lane]! + E[r + lane]! * x[c + lane]! + E[s + lane]! * x[d + lane]!
      }
      if (plus) for (let lane = 0; lane < lanes; lane++) y[at + lane]! += plus[at + lane]!
    }
  }
}

/** Writes or adds numbers at `to`; where the next ones go. */
function put(values: Float64Array, sink: Float64Array, to: number, add: boolean): number {
  if (add) for (let i = 0; i < values.length; i++) sink[to + i]! += values[i]!
  else sink.set(values, to)
  return to + values.length
}

function same(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
