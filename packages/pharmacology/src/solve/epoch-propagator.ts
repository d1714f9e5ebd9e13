/** Groups of patients through epochs that begin at the same times for all of them, side by side on the fast way. */
import type { Compiled } from '../compile.ts'
import type { Substance } from '../substance.ts'
import { timing, type Dosing } from './course.ts'
import { epochTimelines, type EpochStart, type Loaded } from './epoch-timelines.ts'
import type { Method } from './maps.ts'
import { propagator } from './propagate.ts'

export interface EpochPropagate {
  /** Takes an individual's parameters in each epoch into a lane; they are kept until others are loaded. */
  load(lane: number, values: readonly Float64Array[]): void
  /** Solves every lane into `sink[(time·outputs + output)·lanes + lane]`; whatever was there is overwritten. */
  write(sink: Float64Array): void
}

/**
 * Whether one set of timelines serves everyone: no lag or duration differs, and no steady state begins at the very moment of a
 * change, where an output would read the old epoch and the new steady state.
 *
 * @param typical parameters of each epoch
 */
export function shareEpochs(
  model: Compiled,
  dosing: readonly Dosing[],
  substance: Substance,
  starts: readonly EpochStart[],
  typical: readonly Float64Array[],
): boolean {
  return dosing.every(
    (course) =>
      !(course.steadyState && starts.some(({ from }, e) => e > 0 && Math.abs(from - course.from) < 1e-9)) &&
      (model.routes.get(course.route) ?? []).every((part) => {
        const all = timing(part, course, substance)
        return (
          part.differs.length === 0 &&
          typical.every((values) => {
            const own = timing(part, course, values)
            return own.lag === all.lag && own.duration === all.duration
          })
        )
      }),
  )
}

/** @param starts ascending; the first holds from the beginning */
export function epochPropagator(
  model: Compiled,
  dosing: readonly Dosing[],
  substance: Substance,
  times: readonly number[],
  starts: readonly EpochStart[],
  lanes: number,
  method?: Method,
): EpochPropagate {
  const loaded: Loaded = { values: [], left: new Float64Array(model.size) }
  const width = model.outputs.length
  const stretches = epochTimelines(model, dosing, substance, times, starts, loaded).map((one) => ({
    ...one,
    propagate: propagator(one.model, one.timeline, lanes, method),
    room: new Float64Array(one.model === model ? 0 : (one.rows + 1) * one.model.outputs.length * lanes),
  }))
  const values = Array.from({ length: lanes }, () => starts.map(() => new Float64Array(model.model.parameters.length)))
  const left = Array.from({ length: lanes }, () => new Float64Array(model.size))
  const filled = new Uint8Array(lanes)

  return {
    load(lane, own) {
      filled[lane] = 1
      own.forEach((one, e) => values[lane]![e]!.set(one))
    },
    write(sink) {
      stretches.forEach(({ propagate, model: of, first, rows, room }, e) => {
        for (let lane = 0; lane < lanes; lane++) {
          if (filled[lane] === 0) continue
          loaded.values = values[lane]!
          loaded.left = left[lane]!
          propagate.load(lane, values[lane]![e]!)
        }
        if (of === model) {
          propagate.write(sink.subarray(first * width * lanes, (first + rows) * width * lanes))
          return
        }
        propagate.write(room)
        const wide = of.outputs.length
        for (let row = 0; row < rows; row++)
          sink.set(room.subarray(row * wide * lanes, (row * wide + width) * lanes), (first + row) * width * lanes)
        for (let o = width; o < wide; o++)
          for (let lane = 0; lane < lanes; lane++)
            left[lane]![of.outputs[o]!.state] = room[(rows * wide + o) * lanes + lane]!
      })
    },
  }
}
