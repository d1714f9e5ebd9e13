/**
 * One individual's exact propagators: for each distinct stretch of the timeline the affine map of the state,
 *
 *     x(t + h) = e^(A·h)·x(t) + Ψ(h)·u,    Ψ(h) = ∫₀ʰ e^(A·s) ds
 *
 * Both come from one exponential of the matrix widened by a column for each input: exp[[A, B], [0, 0]]·h = [[e^(A·h), Ψ·B], [0, I]].
 */
import type { Compiled } from '../compile.ts'
import { matrixExponential } from './matrix-exponential.ts'
import type { Pattern } from './pattern.ts'
import type { Timeline } from './timeline.ts'

export interface Maps {
  /** e^(A·h) of each distinct length, its possible entries only (`pattern`), length after length. */
  readonly maps: Float64Array
  /** What the inputs add over each distinct step, step after step. */
  readonly added: Float64Array
  /** mg (bolus) or mg/h of each component. */
  readonly strength: Float64Array
  /** Factor of each output. */
  readonly scale: Float64Array
  /** Works them out for an individual's parameters, in the order of the model. */
  set(values: Float64Array): void
}

export function affineMaps(model: Compiled, timeline: Timeline, { nonZero, rowStart, column }: Pattern): Maps {
  const { size: n, entries, outputs } = model
  const { components, lengths, steps } = timeline
  const inputStates = [...new Set(components.filter(({ duration }) => duration > 0).map(({ part }) => part.into))]
  const input = components.map(({ part }) => inputStates.indexOf(part.into))
  const inputs = inputStates.length
  const wide = n + inputs
  const forcedLengths = new Set(
    steps.flatMap(({ pieces }) => pieces.flatMap(({ length, running }) => (running.length > 0 ? [length] : []))),
  )

  const A = new Float64Array(n * n)
  const wideA = new Float64Array(wide * wide)
  const E = new Float64Array(n * n)
  const wideE = new Float64Array(wide * wide)
  const exponential = matrixExponential(n)
  const wideExponential = matrixExponential(wide)
  const forcing = new Float64Array(lengths.length * n * inputs)
  const [f, next] = [new Float64Array(n), new Float64Array(n)]

  const maps = new Float64Array(lengths.length * nonZero)
  const added = new Float64Array(steps.length * n)
  const strength = new Float64Array(components.length)
  const scale = new Float64Array(outputs.length)
  return { maps, added, strength, scale, set }

  function set(values: Float64Array): void {
    fillRates(values)
    for (let k = 0; k < lengths.length; k++) fillLength(k)
    for (let s = 0; s < steps.length; s++) if (steps[s]!.forced) fillStep(s)
    for (let o = 0; o < outputs.length; o++) scale[o] = outputs[o]!.scale(values)
  }

  function fillRates(values: Float64Array): void {
    A.fill(0)
    for (const { row, column: from, sign, rate } of entries) A[row * n + from]! += sign * rate(values)
    wideA.fill(0)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) wideA[i * wide + j] = A[i * n + j]!
    for (let j = 0; j < inputs; j++) wideA[inputStates[j]! * wide + n + j] = 1
    for (let c = 0; c < components.length; c++) {
      const { part, dose, duration } = components[c]!
      strength[c] = (dose * part.fraction(values)) / (duration > 0 ? duration : 1)
    }
  }

  /** e^(A·h), and Ψ(h)·B where an input runs for that long. */
  function fillLength(k: number): void {
    const forced = forcedLengths.has(k)
    const [row, result] = forced ? [wide, wideE] : [n, E]
    if (forced) wideExponential(wideA, lengths[k]!, wideE)
    else exponential(A, lengths[k]!, E)
    for (let i = 0, p = k * nonZero; i < n; i++)
      for (let q = rowStart[i]!; q < rowStart[i + 1]!; q++) maps[p++] = result[i * row + column[q]!]!
    if (!forced) return
    for (let j = 0; j < inputs; j++)
      for (let i = 0; i < n; i++) forcing[(k * inputs + j) * n + i] = wideE[i * wide + n + j]!
  }

  /** f ← e^(A·h)·f + Ψ(h)·u over the pieces of a step. */
  function fillStep(s: number): void {
    f.fill(0)
    for (const { length, running } of steps[s]!.pieces) {
      for (let i = 0, p = length * nonZero; i < n; i++) {
        let sum = 0
        for (let q = rowStart[i]!; q < rowStart[i + 1]!; q++) sum += maps[p++]! * f[column[q]!]!
        next[i] = sum
      }
      for (const { component, count } of running) {
        const rate = count * strength[component]!
        const from = (length * inputs + input[component]!) * n
        for (let i = 0; i < n; i++) next[i]! += rate * forcing[from + i]!
      }
      f.set(next)
    }
    added.set(f, s * n)
  }
}
