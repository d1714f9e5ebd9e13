/**
 * The exact solution of x' = A·x + u with piecewise constant u, along a timeline:
 *
 *     x(t + h) = e^(A·h)·x(t) + Ψ(h)·u,    Ψ(h) = ∫₀ʰ e^(A·s) ds
 *
 * Both come from one exponential of the matrix widened by a column for each input: exp[[A, B], [0, 0]]·h = [[e^(A·h), Ψ·B], [0, I]].
 * Doses superpose, so nothing is approximated: the only errors are those of rounding.
 */
import type { Compiled } from '../compile.ts'
import { matrixExponential, type MatrixExponential } from './matrix-exponential.ts'
import { reachable, type Pattern } from './pattern.ts'
import type { Timeline } from './timeline.ts'

/**
 * Solves for one individual and ADDS the outputs to `sink`, `sink[time·outputs + output]`.
 * @param values the individual's parameters, in the order of the model.
 */
export type Propagate = (values: Float64Array, sink: Float64Array) => void

/** Prepares the workspace for one model and timeline; call the result once per individual. */
export function propagator(model: Compiled, timeline: Timeline): Propagate {
  const { size: n, entries, outputs } = model
  const { components, lengths, steps, walk } = timeline
  const pattern = reachable(model)
  const { nonZero, rowStart, column } = pattern
  const inputStates = [...new Set(components.filter(({ duration }) => duration > 0).map(({ part }) => part.into))]
  const wide = n + inputStates.length
  const plan = needs(timeline)

  const A = new Float64Array(n * n)
  const wideA = new Float64Array(wide * wide)
  const E = new Float64Array(n * n)
  const wideE = new Float64Array(wide * wide)
  const exponential = matrixExponential(n)
  const wideExponential: MatrixExponential = matrixExponential(wide)
  /** e^(A·h) of each distinct length, its possible entries only. */
  const maps = new Float64Array(lengths.length * nonZero)
  /** Ψ(h)·B of each distinct length. */
  const forcing = new Float64Array(lengths.length * n * inputStates.length)
  /** What the inputs add over each distinct step. */
  const added = new Float64Array(steps.length * n)
  const strength = new Float64Array(components.length)
  const scale = new Float64Array(outputs.length)
  const [state, other] = [new Float64Array(n), new Float64Array(n)]
  const zero = new Float64Array(n)
  const input = components.map(({ part }) => inputStates.indexOf(part.into))
  const into = Int32Array.from(components, ({ part }) => part.into)
  const outputState = Int32Array.from(outputs, ({ state }) => state)
  const stepLength = Int32Array.from(steps, ({ length }) => length)
  const width = outputs.length

  return (values, sink) => {
    fillRates(values)
    for (let k = 0; k < lengths.length; k++) fillLength(k)
    for (let s = 0; s < steps.length; s++) if (steps[s]!.forced) fillStep(s)
    for (let o = 0; o < width; o++) scale[o] = outputs[o]!.scale(values)
    walkThrough(sink)
  }

  /** The hot loop: everything in typed arrays, the two states swapped, nothing allocated. */
  function walkThrough(sink: Float64Array): void {
    const { step: stepOf, output: outputOf, boluses } = walk
    let [x, y] = [state, other]
    x.fill(0)
    for (let stop = 0; stop < stepOf.length; stop++) {
      const step = stepOf[stop]!
      if (step >= 0) {
        apply(pattern, maps, stepLength[step]! * nonZero, x, added, step * n, y)
        const swap = x
        x = y
        y = swap
      }
      const output = outputOf[stop]! * width
      if (output >= 0) for (let o = 0; o < width; o++) sink[output + o]! += scale[o]! * x[outputState[o]!]!
      for (const bolus of boluses[stop]!) x[into[bolus]!]! += strength[bolus]!
    }
  }

  function fillRates(values: Float64Array): void {
    A.fill(0)
    for (const { row, column: from, sign, rate } of entries) A[row * n + from]! += sign * rate(values)
    wideA.fill(0)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) wideA[i * wide + j] = A[i * n + j]!
    inputStates.forEach((state, j) => (wideA[state * wide + n + j] = 1))
    for (let c = 0; c < components.length; c++) {
      const { part, dose, duration } = components[c]!
      strength[c] = (dose * part.fraction(values)) / (duration > 0 ? duration : 1)
    }
  }

  /** e^(A·h), and Ψ(h)·B where an input runs for that long. */
  function fillLength(k: number): void {
    const need = plan[k]!
    const row = need === 'forced' ? wide : n
    const result = need === 'forced' ? wideE : E
    if (need === 'forced') wideExponential(wideA, lengths[k]!, wideE, 0)
    else exponential(A, lengths[k]!, E, 0)
    for (let i = 0, p = k * nonZero; i < n; i++)
      for (let q = rowStart[i]!; q < rowStart[i + 1]!; q++) maps[p++] = result[i * row + column[q]!]!
    if (need !== 'forced') return
    for (let j = 0; j < inputStates.length; j++)
      for (let i = 0; i < n; i++) forcing[(k * inputStates.length + j) * n + i] = wideE[i * wide + n + j]!
  }

  /** f ← e^(A·h)·f + Ψ(h)·u over the pieces of a step. */
  function fillStep(s: number): void {
    let [f, next] = [new Float64Array(n), new Float64Array(n)]
    for (const { length, running } of steps[s]!.pieces) {
      apply(pattern, maps, length * nonZero, f, zero, 0, next)
      for (const { component, count } of running) {
        const rate = count * strength[component]!
        const from = (length * inputStates.length + input[component]!) * n
        for (let i = 0; i < n; i++) next[i]! += rate * forcing[from + i]!
      }
      ;[f, next] = [next, f]
    }
    added.set(f, s * n)
  }
}

/** to = map·x + added, over the entries that can differ from zero. */
function apply(
  { rowStart, column }: Pattern,
  map: Float64Array,
  mapFrom: number,
  x: Float64Array,
  added: Float64Array,
  addedFrom: number,
  to: Float64Array,
): void {
  let p = 0
  for (let i = 0; i < to.length; i++) {
    let sum = added[addedFrom + i]!
    for (const end = rowStart[i + 1]!; p < end; p++) sum += map[mapFrom + p]! * x[column[p]!]!
    to[i] = sum
  }
}

/** For each distinct length: is it walked while an input runs, or only without one? */
function needs({ lengths, steps }: Timeline): readonly ('forced' | 'free')[] {
  const forced = new Set(
    steps.flatMap(({ pieces }) => pieces.flatMap(({ length, running }) => (running.length > 0 ? [length] : []))),
  )
  return lengths.map((_, index) => (forced.has(index) ? 'forced' : 'free'))
}
