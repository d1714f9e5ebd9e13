/**
 * Steady state without a run-in: doses that have always been given every τ leave the body, just before the next, at
 *
 *     x = (I − e^(A·τ))⁻¹ · ∫₀^τ e^(A·(τ−s))·u(s) ds
 *
 * with u one period of what enters: lags longer than the interval and inputs that overlap themselves are folded into it.
 */
import type { Compiled } from '../compile.ts'
import { factor, substitute } from '../solver/lu.ts'
import { SAME } from './course.ts'
import { matrixExponential } from './matrix-exponential.ts'
import { reachable } from './pattern.ts'

/** What enters a state each time: `amount` after `lag` (h), at once or over `duration` (h). */
export interface Entering {
  readonly into: number
  readonly amount: number
  readonly lag: number
  readonly duration: number
}

/** A pivot this much smaller than its diagonal is none: nothing leaves, but for rounding. */
const NONE = 1e-12

/** States that what enters can reach and that can reach an output; the others need not settle. */
export function settling(model: Pick<Compiled, 'size' | 'entries' | 'outputs'>, into: readonly number[]): number[] {
  const { rowStart, column } = reachable(model)
  const flows = (from: number, to: number): boolean => column.subarray(rowStart[to], rowStart[to + 1]).includes(from)
  return Array.from({ length: model.size }, (_, state) => state).filter(
    (state) => into.some((from) => flows(from, state)) && model.outputs.some((output) => flows(state, output.state)),
  )
}

/**
 * All of the model's states just before a dose; 0 in those that reach no output. The array is used again for the next.
 *
 * @param values the individual's parameters, in the order of the model
 * @param every h between doses
 * @throws RangeError naming a state that never settles, since nothing leaves it, and for flows below 0.
 */
export type SteadyState = (values: Float64Array, entering: readonly Entering[], every: number) => Float64Array

/** Prepares the workspace for doses that enter these states, to be used again for every individual. */
export function steadyState(model: Compiled, into: readonly number[]): SteadyState {
  const states = settling(model, into)
  const n = states.length
  const place = Int32Array.from({ length: model.size }, (_, state) => states.indexOf(state))
  const flows = model.entries.filter(({ row, column }) => place[row]! >= 0 && place[column]! >= 0)
  const A = new Float64Array(n * n)
  // One place more holds the constant 1, from which inputs flow.
  const wide = n + 1
  const [matrix, E] = [new Float64Array(wide * wide), new Float64Array(wide * wide)]
  const exponential = matrixExponential(wide)
  const [x, next, rest] = [new Float64Array(n), new Float64Array(n), new Float64Array(n * n)]
  const pivots = new Int32Array(n)
  const all = new Float64Array(model.size)

  return (values, entering, every) => {
    if (!(every > 0 && every < Infinity)) throw new RangeError(`steady state: every ${every}: expected h above 0`)
    A.fill(0)
    for (const { row, column, sign, rate } of flows) A[place[row]! * n + place[column]!]! += sign * rate(values)
    checkSettles(model, A, states)
    matrix.fill(0)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix[i * wide + j] = A[i * n + j]!
    x.fill(0)
    const inputs = entering.filter(({ into }) => place[into]! >= 0).map((one) => folded(one, every))
    const cuts = [0, every, ...inputs.flatMap((input) => [input.at, input.until, input.until - every])]
      .filter((cut) => cut >= 0 && cut <= every)
      .sort((a, b) => a - b)
      .filter((cut, k, sorted) => k === 0 || cut - sorted[k - 1]! > SAME)
    for (let k = 0; k + 1 < cuts.length; k++) {
      const [from, to] = [cuts[k]!, cuts[k + 1]!]
      const middle = (from + to) / 2
      for (let i = 0; i < n; i++) matrix[i * wide + n] = 0
      for (const { into, amount, duration, always, at, until } of inputs) {
        const i = place[into]!
        if (duration === 0) {
          if (Math.abs(at - from) <= SAME) x[i]! += amount
          continue
        }
        const once = (middle > at && middle < until) || (middle > at - every && middle < until - every)
        matrix[i * wide + n]! += (amount / duration) * (always + (once ? 1 : 0))
      }
      exponential(matrix, to - from, E)
      for (let i = 0; i < n; i++) {
        let sum = E[i * wide + n]!
        for (let j = 0; j < n; j++) sum += E[i * wide + j]! * x[j]!
        next[i] = sum
      }
      x.set(next)
    }

    for (let i = 0; i < n; i++) matrix[i * wide + n] = 0
    exponential(matrix, every, E)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) rest[i * n + j] = (i === j ? 1 : 0) - E[i * wide + j]!
    if (!factor(rest, pivots, n)) throw new RangeError('steady state: not reached in working precision')
    substitute(rest, pivots, n, x)
    states.forEach((state, i) => (all[state] = x[i]!))
    return all
  }
}

/** An input within one period: it begins at `at`, `always` of it run at any time, and one more until `until`. */
function folded(one: Entering, every: number) {
  const { lag, duration } = one
  const turns = Math.floor(lag / every + SAME)
  const always = Math.floor(duration / every + SAME)
  const at = Math.max(0, lag - turns * every)
  return { ...one, at, always, until: at + Math.max(0, duration - always * every) }
}

/** −A must be a non-singular M-matrix: elimination without exchanges then meets pivots above 0 only, whatever the order. */
function checkSettles(model: Compiled, A: Float64Array, states: readonly number[]): void {
  const n = states.length
  const name = (i: number): string => model.model.states[states[i]!]?.name ?? `state ${states[i]}`
  const M = A.map((value) => -value)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (i !== j && !(A[i * n + j]! >= 0))
        throw new RangeError(
          `steady state: the flow from ${name(j)} to ${name(i)} is ${A[i * n + j]}: expected 0 or more`,
        )
  for (let k = 0; k < n; k++) {
    const pivot = M[k * n + k]!
    if (!(pivot > NONE * Math.abs(A[k * n + k]!)))
      throw new RangeError(`steady state: ${name(k)}, and what exchanges with it, never empties: it never settles`)
    for (let i = k + 1; i < n; i++) {
      const ratio = M[i * n + k]! / pivot
      if (ratio !== 0) for (let j = k; j < n; j++) M[i * n + j]! -= ratio * M[k * n + j]!
    }
  }
}
