/**
 * The explicit Runge–Kutta pair of order 5(4) whose last stage is the first of the next step, with a continuous extension of
 * order 4. Dormand & Prince 1980, doi:10.1016/0771-050X(80)90013-3; the extension: Shampine 1986, doi:10.2307/2008219, in the
 * form of Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I, 2nd ed., §II.6, doi:10.1007/978-3-540-78862-1;
 * the measure of stiffness: Hairer & Wanner, Solving Ordinary Differential Equations II, §IV.2.
 */
import type { Measure, Rates, Stepper } from './stepper.ts'

const C = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1]
const A = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
]
/** Order 5 minus order 4. */
const E = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40]
const DENSE = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
]

export function dormandPrince(n: number, rates: Rates, measure: Measure): Stepper {
  const k = Array.from({ length: 7 }, () => new Float64Array(n))
  const [next, error, sixth] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  let fresh = false
  /** End and length of the step last tried: its last stage serves the step that begins there. */
  let [end, length, stiff] = [NaN, NaN, 0]

  return {
    power: 5,
    next,
    restart: () => void (fresh = false),
    attempt(t, x, h) {
      if (fresh && t === end) k[0]!.set(k[6]!)
      else if (!fresh) rates(t, x, k[0]!)
      for (let s = 1; s < 7; s++) {
        for (let i = 0; i < n; i++) {
          let sum = 0
          for (let j = 0; j < s; j++) sum += A[s]![j]! * k[j]![i]!
          next[i] = x[i]! + h * sum
        }
        if (s === 5) sixth.set(next)
        rates(t + C[s]! * h, next, k[s]!)
      }
      for (let i = 0; i < n; i++) {
        let sum = 0
        for (let s = 0; s < 7; s++) sum += E[s]! * k[s]![i]!
        error[i] = h * sum
      }
      fresh = true
      end = t + h
      length = h
      stiff = ratio()
      return measure(error, x, next)
    },
    inside(theta, x, out) {
      const back = 1 - theta
      for (let i = 0; i < n; i++) {
        const rise = next[i]! - x[i]!
        const start = length * k[0]![i]! - rise
        let bend = 0
        for (let s = 0; s < 7; s++) bend += DENSE[s]! * k[s]![i]!
        out[i] =
          x[i]! + theta * (rise + back * (start + theta * (rise - length * k[6]![i]! - start + back * length * bend)))
      }
    },
    stiffness: () => stiff,
  }

  function ratio(): number {
    let [top, bottom] = [0, 0]
    for (let i = 0; i < n; i++) {
      top += (k[6]![i]! - k[5]![i]!) ** 2
      bottom += (next[i]! - sixth[i]!) ** 2
    }
    return bottom > 0 ? length * Math.sqrt(top / bottom) : 0
  }
}
