/**
 * For tests: an adaptive Runge–Kutta integration that shares no code with the engine, to judge it by. Dormand & Prince 1980, 5(4),
 * doi:10.1016/0771-050X(80)90013-3; the step is steered by the difference between the two orders.
 */
export type Rates = (t: number, x: readonly number[]) => readonly number[]

const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1]
const STAGES = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
]
const BETWEEN_ORDERS = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40]

const TOLERANCE = 1e-12

/**
 * The states at `times`, from `start` at time 0.
 * @param jumps times at which the rates jump (an input starts or stops); no step crosses one.
 */
export function integrate(
  rates: Rates,
  start: readonly number[],
  times: readonly number[],
  jumps: readonly number[],
): readonly (readonly number[])[] {
  const stops = [...new Set([...times, ...jumps])].filter((t) => t > 0).sort((a, b) => a - b)
  const at = new Map<number, readonly number[]>()
  let [x, from] = [start, 0]
  for (const to of stops) {
    x = piece(rates, x, from, to)
    at.set(to, x)
    from = to
  }
  return times.map((time) => at.get(time)!)
}

function piece(rates: Rates, start: readonly number[], from: number, to: number): readonly number[] {
  const within = (t: number) => Math.min(Math.max(t, from + 1e-12), to - 1e-12)
  let [t, x, h] = [from, start, Math.min(1e-3, to - from)]
  while (to - t > 1e-12) {
    h = Math.min(h, to - t)
    const slopes: (readonly number[])[] = []
    const moved = (weights: readonly number[]) =>
      x.map((value, i) => value + h * weights.reduce((sum, weight, s) => sum + weight * slopes[s]![i]!, 0))
    for (let s = 0; s < 7; s++) slopes.push(rates(within(t + NODES[s]! * h), moved(STAGES[s]!)))
    const next = moved(STAGES[6]!)
    const error = next.reduce((worst, value, i) => {
      const difference = h * BETWEEN_ORDERS.reduce((sum, weight, s) => sum + weight * slopes[s]![i]!, 0)
      return Math.max(worst, Math.abs(difference) / (1e-9 + Math.abs(value)))
    }, 0)
    if (error <= TOLERANCE) [t, x] = [t + h, next]
    h *= Math.min(4, Math.max(0.2, 0.9 * (TOLERANCE / (error + 1e-300)) ** 0.2))
  }
  return x
}

/** `amount` at a constant rate over `duration` from `start`. */
export const box = (start: number, duration: number, amount: number) => (t: number) =>
  t > start && t < start + duration ? amount / duration : 0
