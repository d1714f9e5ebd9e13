/** A group of individuals as numbers: rate matrices, strengths of doses and scales of outputs, `[place·lanes + lane]`. */
import type { Compiled } from '../compile.ts'
import type { Evaluate } from '../expression.ts'
import type { Room } from './room.ts'
import { scratch } from './scratch.ts'
import type { Structure } from './structure.ts'
import type { Timeline } from './timeline.ts'

/** Where they stand in the scratch array while a group is solved. */
export interface Placed {
  /** Rate matrix, over the entries of the pattern; 1/h */
  readonly A: number
  /** mg (bolus) or mg/h of each component of the timeline */
  readonly strength: number
  readonly scale: number
}

export interface Rates extends Placed {
  /** Takes an individual's parameters, in the order of the model, into a lane. The first lane begins a new group. */
  load(lane: number, values: Float64Array): void
  /** Puts the group in its place; lanes without an individual repeat the first one. */
  place(): void
}

export function rates(model: Compiled, timeline: Timeline, shape: Structure, lanes: number, room: Room): Rates {
  const { size, place, inputPlace, pattern, position } = shape
  const { components } = timeline
  const A = new Float64Array(pattern.nonZero * lanes)
  const strength = new Float64Array(components.length * lanes)
  const scale = new Float64Array(model.outputs.length * lanes)
  for (const [state, input] of inputPlace.entries())
    if (input >= 0)
      A.fill(1, position[place[state]! * size + input]! * lanes, (position[place[state]! * size + input]! + 1) * lanes)

  // A flow is one expression in two entries: each expression is worked out once.
  const distinct = new Map<Evaluate, { readonly at: number; readonly sign: number }[]>()
  for (const { row, column, sign, rate } of model.entries) {
    if (place[row]! < 0 || place[column]! < 0) continue
    const uses = distinct.get(rate) ?? []
    uses.push({ at: position[place[row]! * size + place[column]!]! * lanes, sign })
    distinct.set(rate, uses)
  }
  const evaluate = [...distinct.keys()]
  const uses = [...distinct.values()]
  const touched = Int32Array.from(new Set(uses.flat().map(({ at }) => at)))

  const placed: Placed = {
    A: room.take(A.length),
    strength: room.take(strength.length),
    scale: room.take(scale.length),
  }

  let filled = 0
  return {
    ...placed,
    load(lane, values) {
      filled = lane === 0 ? 1 : Math.max(filled, lane + 1)
      for (const at of touched) A[at + lane] = 0
      for (let e = 0; e < evaluate.length; e++) {
        const rate = evaluate[e]!(values)
        for (const { at, sign } of uses[e]!) A[at + lane]! += sign * rate
      }
      for (let c = 0; c < components.length; c++) {
        const { part, dose, duration } = components[c]!
        strength[c * lanes + lane] = (dose * part.fraction(values)) / (duration > 0 ? duration : 1)
      }
      for (let o = 0; o < model.outputs.length; o++) scale[o * lanes + lane] = model.outputs[o]!.scale(values)
    },
    place() {
      const mem = scratch()
      for (const [numbers, at] of [
        [A, placed.A],
        [strength, placed.strength],
        [scale, placed.scale],
      ] as const) {
        // prettier-ignore
        if (filled < lanes)
          for (let first = 0; first < numbers.length; first += lanes)
            numbers.fill(numbers[first]!, first + filled, first + lanes)
        mem.set(numbers, at)
      }
    },
  }
}
