/** From one moment to the next with one individual's parameters, inputs running at constant rates. */
import type { Compiled } from '../compile.ts'
import { SAME } from './course.ts'
import { flowAction } from './flow-action.ts'
import { flowExponential } from './flow-exponential.ts'

export interface Way {
  /** Of each output. */
  readonly scale: readonly number[]
  /** x ← e^(A·h)·x + ∫₀ʰ e^(A·s)·rate ds */
  advance(h: number, x: Float64Array, rate: Float64Array): void
}

/** Lengths whose matrix is kept at once, so that irregular times need no more memory than this. */
const MOST = 4096

/**
 * @param into states that inputs run into, in the order of their rates
 * @param states of the model, in the order in which x holds them; the others are left out
 * @returns for an individual's parameters, in the order of the model, the way with them
 */
export function individualWay(
  model: Compiled,
  into: readonly number[],
  states: readonly number[],
): (values: Float64Array) => Way {
  const [n, inputs] = [states.length, into.length]
  const size = inputs + n
  const place = Int32Array.from({ length: model.size }, (_, state) => states.indexOf(state))
  const flows = model.entries.filter(({ row, column }) => place[row]! >= 0 && place[column]! >= 0)
  /** Inputs stand before the states, as in `structure.ts`. Rates of flows, and then 1 for what each input feeds. */
  const places = [
    ...flows.map(({ row, column }) => ({ row: inputs + place[row]!, column: inputs + place[column]! })),
    ...into.flatMap((state, input) => (place[state]! >= 0 ? [{ row: inputs + place[state]!, column: input }] : [])),
  ]
  const action = flowAction(size, places)
  const exponential = flowExponential(size, inputs)
  const A = new Float64Array(size * size)
  const [y, next] = [new Float64Array(size), new Float64Array(n)]
  let loaded: Float64Array | undefined
  /** Times that a length is gone without its matrix: until that has cost as much as the matrix would have. */
  const worth = (terms: number): number => {
    const matrix = 15 * places.length * size + (Math.log2(1 + 2 * terms) * size ** 3) / 3
    return matrix / ((terms + 7 * Math.sqrt(terms) + size) * (3 * size + 2 * places.length))
  }

  return (values) => {
    const rates = Float64Array.from(places, (_, k) => (k < flows.length ? flows[k]!.sign * flows[k]!.rate(values) : 1))
    for (const one of rates) if (!Number.isFinite(one)) throw new RangeError('a rate is not finite')
    const load = (): void => {
      if (loaded !== rates) action.load((loaded = rates))
    }
    load()
    const loss = action.loss()
    const known = new Map<number, Float64Array>()
    const uses = new Map<number, number>()

    /** e^(A·h) where it is known or will come again; otherwise nothing. */
    const map = (h: number): Float64Array | undefined => {
      const key = Math.round(h / SAME)
      const before = known.get(key)
      if (before) return before
      const times = (uses.get(key) ?? 0) + 1
      uses.set(key, times)
      if (times <= worth(loss * h)) return undefined
      A.fill(0)
      places.forEach(({ row, column }, k) => (A[row * size + column]! += rates[k]!))
      const E = new Float64Array(size * size)
      exponential(A, h, E)
      if (known.size >= MOST) known.clear()
      known.set(key, E)
      return E
    }

    return {
      scale: model.outputs.map((output) => output.scale(values)),
      advance(h, x, rate) {
        const E = map(h)
        if (!E) {
          y.set(rate)
          y.set(x, inputs)
          load()
          action.apply(h, y)
          x.set(y.subarray(inputs))
          return
        }
        for (let i = 0; i < n; i++) {
          const row = (inputs + i) * size
          let sum = 0
          for (let q = 0; q < inputs; q++) sum += E[row + q]! * rate[q]!
          for (let j = 0; j < n; j++) sum += E[row + inputs + j]! * x[j]!
          next[i] = sum
        }
        x.set(next)
      },
    }
  }
}
