/**
 * The way along a timeline: several individuals side by side, one affine map a step. Where the timeline repeats itself, a few
 * periods are walked and the rest follow from them (`extrapolation.ts`), or are copied once the state repeats itself bit by bit.
 */
import type { Compiled } from '../compile.ts'
import { extrapolation, type Extrapolation, type Period } from './extrapolation.ts'
import type { Maps, Method } from './maps.ts'
import type { Prepared } from './prepared.ts'
import type { Placed } from './rates.ts'
import type { Room } from './room.ts'
import { runs, type Run } from './runs.ts'
import { putOut, putOutAgain, scratch } from './scratch.ts'
import type { Timeline } from './timeline.ts'

/** Solves every lane into `sink[(time·outputs + output)·lanes + lane]`, adding to what is there or overwriting it. */
export type Walk = (sink: Float64Array, add: boolean) => void

interface Repeating {
  readonly run: Run
  readonly rest: Extrapolation | undefined
  /** Numbers its outputs are in one period. */
  readonly cells: number
  /** The first, and the last three in turn. */
  readonly periods: readonly [Period, Period, Period, Period]
}

/** Periods walked before the rest is first tried from them; doubled each time it cannot be. */
const FIRST_TRY = 5

export function walk(
  model: Compiled,
  timeline: Timeline,
  prepared: Prepared,
  { exponentials, added }: Maps,
  group: Placed,
  method: Method,
  room: Room,
): Walk {
  const { shape, lanes, products, modes, slow, observe } = prepared
  const { size, place } = shape
  const { step: stepOf, output: outputOf, boluses } = timeline.walk
  const width = model.outputs.length
  const into = timeline.components.map(({ part }) => place[part.into]! * lanes)
  const stepLength = timeline.steps.map(({ length }) => length)
  const forced = timeline.steps.map((step) => step.forced)
  const row = width * lanes

  const [start, other] = [room.take(size * lanes), room.take(size * lanes)]
  const single = room.take(row)
  const repeating: readonly Repeating[] = (method === 'general' ? [] : runs(timeline)).map((run) => {
    const rows = outputOf.subarray(run.from, run.from + run.period).filter((output) => output >= 0).length
    const period = (): Period => ({ x: room.take(size * lanes), y: room.take(rows * row) })
    return {
      run,
      rest: slow && extrapolation(model, timeline, shape, run, modes, slow, group, lanes, room),
      cells: rows * row,
      periods: [period(), period(), period(), period()] as const,
    }
  })

  return (sink, add) => {
    const mem = scratch()
    let to = 0
    let [x, y] = [start, other]
    for (const state of [x, y]) mem.fill(0, state, state + size * lanes)
    let next = 0
    for (let stop = 0; stop < stepOf.length;) {
      const found = repeating[next]
      if (found?.run.from === stop) {
        to = repeat(found, x, sink, to, add, mem)
        stop += found.run.period * found.run.repeats
        next++
        continue
      }
      if (advance(stop, x, y)) [x, y] = [y, x]
      if (outputOf[stop]! >= 0) {
        observe.run(x, group.scale, single)
        to = putOut(single, row, sink, to, add)
      }
      give(stop, x)
      stop++
    }
  }

  /** All periods of a run; x is the state before it, and then after it. Returns where the next outputs go. */
  function repeat(
    { run, rest, cells, periods }: Repeating,
    x: number,
    sink: Float64Array,
    from: number,
    add: boolean,
    mem: Float64Array,
  ): number {
    const states = size * lanes
    let to = from
    const [first] = periods
    let [, older, before, last] = periods
    let tryAt = FIRST_TRY
    mem.copyWithin(first.x, x, x + states)
    mem.copyWithin(last.x, x, x + states)
    for (let walked = 1; walked <= run.repeats; walked++) {
      ;[older, before, last] = [before, last, older]
      along(run, before.x, last, mem)
      to = putOut(last.y, cells, sink, to, add)
      if (walked === 1) mem.copyWithin(first.y, last.y, last.y + cells)
      const remaining = run.repeats - walked
      if (walked > FIRST_TRY && same(mem, before.x, last.x, states)) {
        putOutAgain(last.y, cells, remaining, sink, to, add)
        to += remaining * cells
        break
      }
      if (walked !== tryAt || remaining < FIRST_TRY) continue
      tryAt *= 2
      if (rest?.prepare(first, [older, before, last], walked, remaining)) {
        rest.run(last, remaining, sink, to, add)
        to += remaining * cells
        break
      }
    }
    mem.copyWithin(x, last.x, last.x + states)
    return to
  }

  /** One period from the state `from`. */
  function along({ from: first, period: stops }: Run, from: number, { x, y }: Period, mem: Float64Array): void {
    let [now, then] = [x, other]
    mem.copyWithin(now, from, from + size * lanes)
    let to = y
    for (let stop = first; stop < first + stops; stop++) {
      if (advance(stop, now, then)) [now, then] = [then, now]
      if (outputOf[stop]! >= 0) {
        observe.run(now, group.scale, to)
        to += row
      }
      give(stop, now)
    }
    if (now !== x) mem.copyWithin(x, now, now + size * lanes)
  }

  function give(stop: number, x: number): void {
    for (const bolus of boluses[stop]!)
      if (into[bolus]! >= 0) products.addTo.run(x + into[bolus]!, group.strength + bolus * lanes, 1)
  }

  /** y = e^(A·h)·x + added, over the entries that can differ from zero; whether there was a step to take. */
  function advance(stop: number, x: number, y: number): boolean {
    const step = stepOf[stop]!
    if (step < 0) return false
    const E = exponentials[stepLength[step]!]!
    if (forced[step]) products.affinePlus.run(E, x, added[step]!, y)
    else products.affine.run(E, x, y)
    return true
  }
}

function same(mem: Float64Array, a: number, b: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (mem[a + i] !== mem[b + i]) return false
  return true
}
