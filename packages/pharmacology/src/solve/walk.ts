/**
 * The hot loop: several individuals side by side walk the timeline, one affine map a step. Numbers of the same kind lie next to
 * each other, individual by individual (`[place·lanes + lane]`), so the innermost loop is long, even and without indirection.
 */
import type { Compiled } from '../compile.ts'
import type { Maps } from './maps.ts'
import type { Pattern } from './pattern.ts'
import type { Timeline } from './timeline.ts'

export interface Walk {
  /** Puts an individual's maps into a lane. */
  load(lane: number, individual: Maps): void
  /** ADDS the outputs: `sink[(time·outputs + output)·lanes + lane]`. */
  run(sink: Float64Array): void
}

export function walk(model: Compiled, timeline: Timeline, pattern: Pattern, lanes: number): Walk {
  const { size: n, outputs } = model
  const { components, lengths, steps } = timeline
  const { nonZero } = pattern
  const width = outputs.length
  const maps = new Float64Array(lengths.length * nonZero * lanes)
  const added = new Float64Array(steps.length * n * lanes)
  const strength = new Float64Array(components.length * lanes)
  const scale = new Float64Array(width * lanes)
  const states = [new Float64Array(n * lanes), new Float64Array(n * lanes)] as const
  const stepLength = Int32Array.from(steps, ({ length }) => length)
  const into = Int32Array.from(components, ({ part }) => part.into)
  const outputState = Int32Array.from(outputs, ({ state }) => state)

  return {
    load(lane, individual) {
      spread(individual.maps, maps, lane)
      spread(individual.added, added, lane)
      spread(individual.strength, strength, lane)
      spread(individual.scale, scale, lane)
    },
    run(sink) {
      const { step: stepOf, output: outputOf, boluses } = timeline.walk
      let [x, y] = states
      x.fill(0)
      for (let stop = 0; stop < stepOf.length; stop++) {
        const step = stepOf[stop]!
        if (step >= 0) {
          advance(pattern, maps, stepLength[step]! * nonZero * lanes, x, added, step * n * lanes, y, lanes)
          const swap = x
          x = y
          y = swap
        }
        if (outputOf[stop]! >= 0) write(x, sink, outputOf[stop]! * width * lanes)
        for (const bolus of boluses[stop]!)
          for (let lane = 0; lane < lanes; lane++) x[into[bolus]! * lanes + lane]! += strength[bolus * lanes + lane]!
      }
    },
  }

  function write(x: Float64Array, sink: Float64Array, from: number): void {
    for (let o = 0; o < width; o++) {
      const [at, to] = [outputState[o]! * lanes, from + o * lanes]
      for (let lane = 0; lane < lanes; lane++) sink[to + lane]! += scale[o * lanes + lane]! * x[at + lane]!
    }
  }

  function spread(one: Float64Array, all: Float64Array, lane: number): void {
    for (let i = 0, to = lane; i < one.length; i++, to += lanes) all[to] = one[i]!
  }
}

/** y = e^(A·h)·x + added, over the entries that can differ from zero. */
function advance(
  { rowStart, column }: Pattern,
  maps: Float64Array,
  mapFrom: number,
  x: Float64Array,
  added: Float64Array,
  addedFrom: number,
  y: Float64Array,
  lanes: number,
): void {
  let p = mapFrom
  for (let i = 0, at = 0, from = addedFrom; at < y.length; i++, at += lanes, from += lanes) {
    let q = rowStart[i]!
    const end = rowStart[i + 1]!
    for (let lane = 0; lane < lanes; lane++) y[at + lane] = added[from + lane]!
    // Three columns at a time cut the traffic on y.
    for (; q + 2 < end; q += 3, p += 3 * lanes) {
      const b = column[q]! * lanes
      const c = column[q + 1]! * lanes
      const d = column[q + 2]! * lanes
      const r = p + lanes
      const s = r + lanes
      for (let lane = 0; lane < lanes; lane++)
        y[at + lane]! +=
          maps[p + lane]! * x[b + lane]! + maps[r + lane]! * x[c + lane]! + maps[s + lane]! * x[d + lane]!
    }
    for (; q < end; q++, p += lanes) {
      const c = column[q]! * lanes
      for (let lane = 0; lane < lanes; lane++) y[at + lane]! += maps[p + lane]! * x[c + lane]!
    }
  }
}
