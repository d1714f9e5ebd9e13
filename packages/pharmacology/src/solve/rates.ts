/** A group of individuals as numbers: rate matrices, strengths of doses and scales of outputs, `[place·lanes + lane]`. */
import type { Compiled } from '../compile.ts'
import type { Evaluate } from '../expression.ts'
import type { Structure } from './structure.ts'
import type { Timeline } from './timeline.ts'

export interface Rates {
  /** Rate matrix, over the entries of the pattern; 1/h */
  readonly A: Float64Array
  /** mg (bolus) or mg/h of each component of the timeline */
  readonly strength: Float64Array
  readonly scale: Float64Array
  /** Lanes that hold an individual. */
  filled(): number
  /** Takes an individual's parameters, in the order of the model, into a lane. */
  load(lane: number, values: Float64Array): void
}

export function rates(model: Compiled, timeline: Timeline, shape: Structure, lanes: number): Rates {
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

  let filled = 0
  return {
    A,
    strength,
    scale,
    filled: () => filled,
    load(lane, values) {
      filled = Math.max(filled, lane + 1)
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
  }
}
