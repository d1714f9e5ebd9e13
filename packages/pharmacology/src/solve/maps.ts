/**
 * A group's exact propagators: for each distinct stretch of the timeline the affine map of the state,
 *
 *     x(t + h) = e^(A·h)·x(t) + Ψ(h)·u,    Ψ(h) = ∫₀ʰ e^(A·s)·B ds
 *
 * Both stand in one exponential, since inputs are places of the matrix like states (`structure.ts`).
 */
import { matrixExponential } from './matrix-exponential.ts'
import { positiveExponential } from './positive-exponential.ts'
import type { Rates } from './rates.ts'
import type { Structure } from './structure.ts'
import type { Timeline } from './timeline.ts'

/** by-structure: what the model's form allows. general: dense matrix exponential, every step walked; the judge of the other. */
export type Method = 'by-structure' | 'general'

export interface Maps {
  /** e^(A·h) of each distinct length over the entries of the pattern, `[entry·lanes + lane]`. */
  readonly exponentials: readonly Float64Array[]
  /** What the inputs add over each distinct step, `[place·lanes + lane]`. */
  readonly added: readonly Float64Array[]
  /** Works them out for the rates as loaded. @throws RangeError if a rate is not finite. */
  fill(): void
}

export function affineMaps(
  timeline: Timeline,
  shape: Structure,
  { A, strength }: Rates,
  lanes: number,
  method: Method,
): Maps {
  const { size, inputs, inputPlace, pattern, position } = shape
  const { components, lengths, steps } = timeline
  const { nonZero, rowStart, column } = pattern
  const exponentials = lengths.map(() => new Float64Array(nonZero * lanes))
  const added = steps.map(() => new Float64Array(size * lanes))
  const input = components.map(({ part }) => inputPlace[part.into]!)
  const positive = positiveExponential(shape, lanes)
  const dense = matrixExponential(size)
  const [one, result] = [new Float64Array(size * size), new Float64Array(size * size)]
  const rate = new Float64Array(lanes)
  const next = new Float64Array(size * lanes)

  return {
    exponentials,
    added,
    fill() {
      exponentials.forEach((into, k) => {
        if (method === 'general' || !positive(A, lengths[k]!, into)) eachAlone(lengths[k]!, into)
      })
      steps.forEach(({ forced }, s) => forced && force(s))
    },
  }

  /** Individual by individual, for any matrix. */
  function eachAlone(h: number, into: Float64Array): void {
    for (let lane = 0; lane < lanes; lane++) {
      for (let i = 0; i < position.length; i++) one[i] = position[i]! < 0 ? 0 : A[position[i]! * lanes + lane]!
      dense(one, h, result)
      for (let i = 0; i < position.length; i++) if (position[i]! >= 0) into[position[i]! * lanes + lane] = result[i]!
    }
  }

  /** f ← e^(A·h)·f + Ψ(h)·u over the pieces of a step. */
  function force(s: number): void {
    const f = added[s]!.fill(0)
    for (const { length, running } of steps[s]!.pieces) {
      const E = exponentials[length]!
      next.fill(0)
      for (let i = inputs; i < size; i++)
        for (let q = rowStart[i]!; q < rowStart[i + 1]!; q++)
          for (let lane = 0; lane < lanes; lane++)
            next[i * lanes + lane]! += E[q * lanes + lane]! * f[column[q]! * lanes + lane]!
      for (const { component, count } of running) {
        if (input[component]! < 0) continue
        for (let lane = 0; lane < lanes; lane++) rate[lane] = count * strength[component * lanes + lane]!
        for (let i = inputs; i < size; i++) {
          const q = position[i * size + input[component]!]!
          if (q < 0) continue
          for (let lane = 0; lane < lanes; lane++) next[i * lanes + lane]! += rate[lane]! * E[q * lanes + lane]!
        }
      }
      f.set(next)
    }
  }
}
