/**
 * A group's exact propagators: for each distinct stretch of the timeline the affine map of the state,
 *
 *     x(t + h) = e^(A·h)·x(t) + Ψ(h)·u,    Ψ(h) = ∫₀ʰ e^(A·s)·B ds
 *
 * Both stand in one exponential, since inputs are places of the matrix like states (`structure.ts`).
 */
import { laneProduct } from './lane-product.ts'
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
  const multiply = laneProduct(pattern, lanes)
  const plan = method === 'general' ? lengths.map((_, length) => ({ length, of: undefined })) : sums(lengths)
  const dense = matrixExponential(size)
  const [one, result] = [new Float64Array(size * size), new Float64Array(size * size)]
  const rate = new Float64Array(lanes)
  const next = new Float64Array(size * lanes)

  return {
    exponentials,
    added,
    fill() {
      for (const { length, of } of plan) {
        const into = exponentials[length]!
        if (of) multiply(exponentials[of[0]]!, exponentials[of[1]]!, into)
        else if (method === 'general' || !positive(A, lengths[length]!, into)) eachAlone(lengths[length]!, into)
      }
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

interface Planned {
  readonly length: number
  /** The two lengths it is the sum of, where there are such. */
  readonly of: readonly [number, number] | undefined
}

/** Relative; the exponential of a sum is one product, if the sum is one to rounding. */
const SUM = 2 ** -50
/** Beyond this many lengths the search for sums costs more than it saves. */
const MANY = 64

/** Lengths from the shortest on, each as the sum of two shorter ones if it is one: a dose's piece and what follows it make a step. */
function sums(lengths: readonly number[]): readonly Planned[] {
  const order = lengths.map((_, k) => k).sort((a, b) => lengths[a]! - lengths[b]!)
  return order.map((length, end) => {
    const whole = lengths[length]!
    if (end <= MANY)
      for (const a of order.slice(0, end))
        for (const b of order.slice(0, end))
          if (Math.abs(lengths[a]! + lengths[b]! - whole) <= SUM * whole) return { length, of: [a, b] as const }
    return { length, of: undefined }
  })
}
