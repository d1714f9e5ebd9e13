/**
 * The adaptive solver for systems that are not linear, and the judge of the exact engine: steps as long as the tolerances allow,
 * a restart wherever something is given or jumps, answers at any time by the methods' continuous extensions.
 */
import { dormandPrince } from './dormand-prince.ts'
import { pieces, SAME } from './pieces.ts'
import { rodas } from './rodas.ts'
import type { Stepper } from './stepper.ts'
import {
  SolverError,
  type Given,
  type SolverOptions,
  type SolverStatistics,
  type OdeSystem,
  type Trajectory,
} from './system.ts'

/** Steps that must look stiff (not stiff) before the method is changed; so many in a row that do not begin the count anew. */
const [BECOMES_STIFF, BECOMES_EASY, PATIENCE] = [15, 30, 6]
/** Near this h·|λ| the explicit pair is at the edge of its stability region (3.3), below the other it is far inside. */
const [EDGE, INSIDE] = [3, 1]

/**
 * Solves x' = f(t, x) from `from` and returns the states at `times`. What is given at a wanted time counts after it.
 *
 * @param start states at `from`
 * @param times ascending, none before `from`
 * @throws SolverError with the time it came to, when the equations give NaN or the tolerances cannot be met. RangeError for
 *   options, doses or times that make no sense.
 */
export function integrate(
  system: OdeSystem,
  start: ArrayLike<number>,
  from: number,
  times: readonly number[],
  given: readonly Given[] = [],
  options: SolverOptions = {},
): Trajectory {
  const n = system.size
  const { method = 'auto', maxSteps = 100_000, longestStep = Infinity, restarts = [] } = options
  const { relative, absolute } = tolerances(options, n)
  check(system, start, from, times, maxSteps, longestStep, restarts)

  const statistics: SolverStatistics = {
    steps: 0, rejected: 0, evaluations: 0, jacobians: 0, factorizations: 0, stiffSteps: 0, switches: 0,
  } // prettier-ignore
  const input = new Float64Array(n)
  let last = Infinity
  const rates = (t: number, x: Float64Array, out: Float64Array): void => {
    statistics.evaluations++
    // A state that `rates` forgets is NaN, not what was there before.
    out.fill(NaN)
    // At the end of a piece the equations still are those of the piece.
    system.rates(Math.min(t, last), x, out)
    for (let i = 0; i < n; i++) out[i]! += input[i]!
  }
  const measure = (error: Float64Array, before: Float64Array, after: Float64Array): number => {
    let worst = 0
    for (let i = 0; i < n; i++) {
      const allowed = absolute[i]! + relative * Math.max(Math.abs(before[i]!), Math.abs(after[i]!))
      const one = Math.abs(error[i]!) / allowed
      if (!(one < Infinity && Math.abs(after[i]!) < Infinity)) return NaN
      if (one > worst) worst = one
    }
    return worst
  }
  const explicit = dormandPrince(n, rates, measure)
  const stiff = rodas(
    system,
    rates,
    measure,
    absolute.map((a) => a / relative),
    statistics,
  )

  const x = Float64Array.from(start)
  const states = new Float64Array(times.length * n)
  const [scratch, velocity] = [new Float64Array(n), new Float64Array(n)]
  let stepper: Stepper = method === 'rodas' ? stiff : explicit
  let [wanted, signs, contrary] = [0, 0, 0]
  const end = times.at(-1) ?? from

  for (const piece of pieces(from, end, given, restarts, n)) {
    while (wanted < times.length && times[wanted]! <= piece.from + SAME) states.set(x, n * wanted++)
    for (const { into, amount } of piece.boluses) x[into]! += amount
    input.fill(0)
    for (const { into, amount, duration } of piece.running) input[into]! += amount / duration!
    if (piece.to > piece.from) advance(piece.from, piece.to)
  }
  return { states, statistics }

  function advance(begin: number, to: number): void {
    last = Math.max(begin, to - 4 * Number.EPSILON * Math.max(Math.abs(begin), Math.abs(to)))
    stepper.restart()
    let t = begin
    let h = firstStep(t, to)
    let [refused, broken] = [false, false]
    while (t < to) {
      if (statistics.steps + statistics.rejected >= maxSteps)
        refuse('too-many-steps', t, `more than ${maxSteps} steps for relative ${relative}`)
      const left = to - t
      h = Math.min(h, longestStep)
      if (refused && !(h > 16 * Number.EPSILON * Math.abs(t)))
        if (broken) refuse('not-finite', t, 'the equations give NaN or infinity after it')
        else refuse('step-too-small', t, `a step of ${h} does not meet relative ${relative}`)
      // The last two steps of a piece share what is left rather than leave a sliver.
      const step = h > 0.99 * left ? left : Math.min(h, left / 2)
      const error = stepper.attempt(t, x, step)
      if (!(error <= 1)) {
        statistics.rejected++
        refused = true
        broken = Number.isNaN(error)
        h = step * (broken ? 0.1 : Math.max(0.1, 0.9 * error ** (-1 / stepper.power)))
        continue
      }
      const arrived = step === left ? to : t + step
      for (; wanted < times.length && times[wanted]! <= arrived; wanted++) {
        if (times[wanted] === arrived) scratch.set(stepper.next)
        else stepper.inside((times[wanted]! - t) / step, x, scratch)
        states.set(scratch, n * wanted)
      }
      x.set(stepper.next)
      t = arrived
      statistics.steps++
      if (stepper === stiff) statistics.stiffSteps++
      const growth = Math.min(refused ? 1 : 5, Math.max(0.2, 0.9 * Math.max(error, 1e-10) ** (-1 / stepper.power)))
      // A step cut short by the end of a piece does not shorten the next.
      h = step < h ? Math.max(h, step * growth) : step * growth
      refused = broken = false
      if (method === 'auto') choose()
    }
  }

  /** Changes the method after enough steps in a row that the other would do better. */
  function choose(): void {
    const seen = stepper.stiffness()
    if (stepper === explicit ? seen > EDGE : seen < INSIDE) [signs, contrary] = [signs + 1, 0]
    else if (++contrary >= PATIENCE) signs = 0
    if (signs < (stepper === explicit ? BECOMES_STIFF : BECOMES_EASY)) return
    stepper = stepper === explicit ? stiff : explicit
    stepper.restart()
    statistics.switches++
    signs = 0
  }

  /** Hairer, Nørsett & Wanner, §II.4: from the sizes of the states, their rates and a trial step of Euler's. */
  function firstStep(t: number, to: number): number {
    rates(t, x, velocity)
    if (velocity.some((value) => !Number.isFinite(value)))
      refuse('not-finite', t, `the rates are ${[...velocity].join(', ')}`)
    const [d0, d1] = [measure(x, x, x), measure(velocity, x, x)]
    const h0 = Math.min(to - t, d0 < 1e-5 || d1 < 1e-5 ? 1e-6 * (to - t) : (0.01 * d0) / d1)
    for (let i = 0; i < n; i++) scratch[i] = x[i]! + h0 * velocity[i]!
    const curved = new Float64Array(n)
    rates(t + h0, scratch, curved)
    for (let i = 0; i < n; i++) curved[i] = (curved[i]! - velocity[i]!) / h0
    const steepest = Math.max(d1, measure(curved, x, x))
    const h1 = steepest > 1e-15 ? (0.01 / steepest) ** (1 / stepper.power) : Math.max(1e-6 * (to - t), h0 * 1e-3)
    const h = Math.min(100 * h0, h1, to - t)
    return Math.min(to - t, Math.max(h > 0 ? h : 1e-6 * (to - t), 1e3 * Number.EPSILON * Math.abs(t)))
  }

  function refuse(code: 'not-finite' | 'step-too-small' | 'too-many-steps', t: number, because: string): never {
    throw new SolverError(code, t, statistics, because)
  }
}

function tolerances({ relative = 1e-8, absolute = 1e-10 }: SolverOptions, n: number) {
  if (!(relative >= 1e-13 && relative <= 0.1))
    throw new RangeError(`relative tolerance ${relative}: expected 1e-13 to 0.1`)
  const each = typeof absolute === 'number' ? new Float64Array(n).fill(absolute) : Float64Array.from(absolute)
  if (each.length !== n)
    throw new RangeError(`absolute tolerances: ${each.length}, expected one for each of ${n} states`)
  for (const one of each)
    if (!(one > 0 && one < Infinity)) throw new RangeError(`absolute tolerance ${one}: expected above 0`)
  return { relative, absolute: each }
}

function check(
  { size }: OdeSystem,
  start: ArrayLike<number>,
  from: number,
  times: readonly number[],
  maxSteps: number,
  longestStep: number,
  restarts: readonly number[],
): void {
  if (start.length !== size) throw new RangeError(`start: ${start.length} states, expected ${size}`)
  for (let i = 0; i < size; i++)
    if (!Number.isFinite(start[i]!)) throw new RangeError(`start of state ${i} ${start[i]}: expected a finite number`)
  if (!Number.isFinite(from)) throw new RangeError(`from ${from}: expected a finite time`)
  times.forEach((time, index) => {
    const before = index === 0 ? from : times[index - 1]!
    if (!(time >= before && time < Infinity)) throw new RangeError(`time ${time}: expected ${before} or later`)
  })
  for (const restart of restarts)
    if (!Number.isFinite(restart)) throw new RangeError(`restart ${restart}: expected a finite time`)
  if (!(longestStep > 0)) throw new RangeError(`longestStep ${longestStep}: expected above 0`)
  if (!(maxSteps >= 1)) throw new RangeError(`maxSteps ${maxSteps}: expected 1 or more`)
}
