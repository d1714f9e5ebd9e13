/**
 * The Rosenbrock method RODAS of order 4(3): six stages, L-stable and stiffly accurate, with a continuous extension of order 3.
 * Each stage is one linear system with the same matrix, so a stiff step needs no iteration that could fail to converge.
 * Hairer & Wanner, Solving Ordinary Differential Equations II, 2nd ed., §IV.7 and §VI.4, doi:10.1007/978-3-642-05221-7.
 *
 *     (I/(γ·h) − J)·uᵢ = f(t + αᵢ·h, x + Σ aᵢⱼ·uⱼ) + Σ cᵢⱼ/h·uⱼ + h·γᵢ·∂f/∂t,    x(t + h) = x + Σ a₅ⱼ·uⱼ + u₅ + u₆,  error u₆
 */
import { factor, substitute } from './lu.ts'
import type { Measure, Rates, Stepper } from './stepper.ts'
import type { SolverStatistics, OdeSystem } from './system.ts'

const GAMMA = 0.25
const ALPHA = [0, 0.386, 0.21, 0.63, 1, 1]
const GAMMAS = [0.25, -0.1043, 0.1035, -0.0362, 0, 0]
const A = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
]
const C = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
]
const DENSE = [
  [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662],
  [-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872],
]

/** @param scales what is allowed in a step, for the increments of a Jacobian by differences: below it a state does not matter. */
export function rodas(
  system: OdeSystem,
  rates: Rates,
  measure: Measure,
  scales: Float64Array,
  statistics: SolverStatistics,
): Stepper {
  const n = system.size
  const u = Array.from({ length: 6 }, () => new Float64Array(n))
  const [J, matrix, pivots] = [new Float64Array(n * n), new Float64Array(n * n), new Int32Array(n)]
  const [next, f, slope, at] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  let [known, size, length] = [NaN, 0, 0]

  return {
    power: 4,
    next,
    restart: () => void (known = NaN),
    attempt(t, x, h) {
      if (known !== t) linearize(t, x, h)
      length = h
      for (let i = 0; i < n * n; i++) matrix[i] = -J[i]!
      for (let i = 0; i < n; i++) matrix[i * n + i]! += 1 / (GAMMA * h)
      statistics.factorizations++
      if (!factor(matrix, pivots, n)) return NaN
      for (let s = 0; s < 6; s++) {
        const stage = u[s]!
        if (s === 0) stage.set(f)
        else {
          for (let i = 0; i < n; i++) {
            let sum = x[i]!
            for (let j = 0; j < s; j++) sum += A[s]![j]! * u[j]![i]!
            at[i] = sum
          }
          rates(t + ALPHA[s]! * h, at, stage)
        }
        for (let i = 0; i < n; i++) {
          let sum = h * GAMMAS[s]! * slope[i]!
          for (let j = 0; j < s; j++) sum += (C[s]![j]! / h) * u[j]![i]!
          stage[i]! += sum
        }
        substitute(matrix, pivots, n, stage)
      }
      for (let i = 0; i < n; i++) next[i] = at[i]! + u[5]![i]!
      return measure(u[5]!, x, next)
    },
    inside(theta, x, out) {
      for (let i = 0; i < n; i++) {
        let [second, third] = [0, 0]
        for (let s = 0; s < 5; s++) {
          second += DENSE[0]![s]! * u[s]![i]!
          third += DENSE[1]![s]! * u[s]![i]!
        }
        out[i] = x[i]! * (1 - theta) + theta * (next[i]! + (1 - theta) * (second + theta * third))
      }
    },
    stiffness: () => length * size,
  }

  /** f, ∂f/∂x and ∂f/∂t at (t, x); a refused step keeps them. */
  function linearize(t: number, x: Float64Array, h: number): void {
    known = t
    statistics.jacobians++
    rates(t, x, f)
    // A quarter of the step at most, so that the difference stays inside the piece.
    const delta = Math.min(h / 4, Math.sqrt(Number.EPSILON) * Math.max(Math.abs(t), h))
    rates(t + delta, x, slope)
    for (let i = 0; i < n; i++) slope[i] = (slope[i]! - f[i]!) / delta
    J.fill(NaN)
    if (system.jacobian) system.jacobian(t, x, J)
    else differences(t, x)
    size = 0
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j < n; j++) sum += Math.abs(J[i * n + j]!)
      size = Math.max(size, sum)
    }
  }

  function differences(t: number, x: Float64Array): void {
    at.set(x)
    for (let j = 0; j < n; j++) {
      const here = x[j]!
      at[j] = here + Math.sqrt(Number.EPSILON) * Math.max(Math.abs(here), scales[j]!)
      rates(t, at, next)
      for (let i = 0; i < n; i++) J[i * n + j] = (next[i]! - f[i]!) / (at[j]! - here)
      at[j] = here
    }
  }
}
