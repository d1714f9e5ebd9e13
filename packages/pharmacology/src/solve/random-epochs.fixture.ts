/** For tests: small linear models whose parameters change in time, under random regimens, and the adaptive solver as their judge. */
import { compile, type Compiled } from '../compile.ts'
import type { Flow, Parameter } from '../model.ts'
import { uniforms } from '../population/random.ts'
import { integrate } from '../solver/integrate.ts'
import type { Given } from '../solver/system.ts'
import type { Epoch } from './epochs.ts'
import { solve } from './propagate.ts'
import { timeline, type Dosing } from './timeline.ts'

export interface EpochCase {
  readonly model: Compiled
  readonly dosing: readonly Dosing[]
  readonly times: readonly number[]
  readonly epochs: readonly Epoch[]
}

const source = { dois: [], where: 'drawn at random' }

export function randomEpochs(seed: number): EpochCase {
  const pool = new Float64Array(600)
  uniforms(seed, 0, 7, pool)
  let used = 0
  const uniform = () => pool[used++]!
  const between = (low: number, high: number) => low * (high / low) ** uniform()
  const pick = <T>(of: readonly T[]): T => of[Math.floor(uniform() * of.length)]!
  const parameters: Parameter[] = []
  const parameter = (value: number): string => {
    const symbol = `p${parameters.length}`
    parameters.push({ symbol, meaning: symbol, unit: '1', value, status: 'assumed', source })
    return symbol
  }
  const size = 2 + Math.floor(5 * uniform())
  const name = (i: number) => `S${i}`
  const flows: Flow[] = []
  for (let i = 0; i < size; i++) {
    flows.push({ from: name(i), rate: parameter(between(0.1, 5)) })
    if (i > 0) flows.push({ from: name(i - 1), to: name(i), rate: parameter(between(0.05, 5)) })
    if (i > 0 && uniform() < 0.4) flows.push({ from: name(i), to: name(i - 1), rate: parameter(between(0.05, 2)) })
  }
  // A site that follows the first state and gives nothing back.
  const linked = uniform() < 0.5
  const links = linked ? [{ of: name(0), into: name(size), rate: parameter(between(0.05, 2)) }] : []
  if (linked) flows.push({ from: name(size), rate: parameter(between(0.1, 2)) })
  const count = linked ? size + 1 : size
  const [lag, duration, fraction] = [parameter(between(0.1, 9)), parameter(between(0.2, 9)), parameter(0.7)]
  const model = compile({
    id: `epochs-${seed}`, version: '0', title: 'drawn at random', population: 'none',
    parameters, covariances: [], flows, links,
    states: Array.from({ length: count }, (_, i) => ({ name: name(i), meaning: name(i), unit: 'mg' })),
    routes: {
      bolus: [{ into: name(0), fraction }],
      slow: [{ into: name(0), fraction: '0.5', lag }, { into: name(1), fraction, lag, duration }],
      given: [{ into: name(Math.floor(uniform() * size)), fraction: '1', duration: 'given' }],
    },
    outputs: Array.from({ length: count }, (_, i) => ({ name: name(i), state: name(i), scale: '1', unit: 'mg' })),
  }) // prettier-ignore

  const dosing = Array.from({ length: 1 + Math.floor(3 * uniform()) }, (): Dosing => {
    const steady = uniform() < 0.4
    const from = steady ? 0 : pick([0, 1.7, 6])
    const infusion = pick([undefined, 0.5, 3, 13])
    return {
      route: pick(['bolus', 'slow', 'given']),
      dose: between(1, 100),
      every: pick([3, 4, 6, 7.3, 12]),
      from,
      until: from + pick([2, 20, 45]),
      ...(infusion === undefined ? {} : { infusion }),
      ...(steady ? { steadyState: true as const } : {}),
    }
  })
  const starts = [0, ...pick([[], [8], [5.5, 24], [3, 6.1, 30, 31]])]
  const epochs = starts.map((from, k): Epoch => {
    const values = model.typical('racemic-ketamine').map((value) => (k > 0 && uniform() < 0.5 ? value * between(0.3, 3) : value))
    return { from, values, ...(k > 0 && uniform() < 0.2 ? { reset: true as const } : {}) }
  }) // prettier-ignore
  const times = [0.3, 1.7, 2, 5.5, 6, 7.5, 8, 9.1, 12, 20, 24.4, 31, 36, 50, 60]
  return { model, dosing, times, epochs }
}

/** All states at the times, by the adaptive solver; what came before time 0 by a run-in of the plain engine. */
export function judged({ model, dosing, times, epochs }: EpochCase): Float64Array {
  const first = epochs[0]!.values
  const begin = new Float64Array(model.size)
  const given: (Given & { readonly dose: number })[] = []
  for (const course of dosing) {
    const parts = model.routes.get(course.route)!
    const before = course.steadyState ? Math.ceil(600 / course.every) : 0
    if (course.steadyState) {
      const { steadyState: _, ...plain } = course
      const end = before * course.every
      const far = { ...plain, from: 0, until: end - course.every / 2 }
      solve(model, timeline(model, [far], 'racemic-ketamine', [end]), first, begin)
    }
    for (let k = -before; course.from + k * course.every < course.until - 1e-10; k++) {
      const dose = course.from + k * course.every
      const values = epochs.findLast(({ from }) => from <= dose + 1e-10)?.values ?? first
      for (const { into, fraction, lagOf, durationOf } of parts) {
        const lasts = durationOf === 'given' ? (course.infusion ?? 0) : durationOf(values)
        const [from, until] = [dose + lagOf(values), dose + lagOf(values) + lasts]
        if (until < 0 || (k < 0 && until <= 1e-10 && lasts > 0)) continue
        const at = Math.max(from, 0)
        const amount = course.dose * fraction(values)
        given.push({ at, into, amount: lasts > 0 ? (amount * (until - at)) / lasts : amount, duration: until - at, dose: Math.max(dose, 0) })
      }
    }
  } // prettier-ignore

  const sink = new Float64Array(times.length * model.size)
  let x: ArrayLike<number> = begin
  epochs.forEach(({ from, values, reset }, e) => {
    const to = epochs[e + 1]?.from ?? Infinity
    const wanted = times.filter((time) => (time > from || e === 0) && time <= to)
    const stops = to <= times.at(-1)! ? [...wanted, to] : wanted
    const since = epochs.slice(0, e + 1).findLast((one) => one.reset)?.from ?? 0
    const rates = model.entries.map((entry) => entry.sign * entry.rate(values))
    const system = {
      size: model.size,
      rates(_: number, y: Float64Array, out: Float64Array) {
        out.fill(0)
        model.entries.forEach(({ row, column }, k) => (out[row]! += rates[k]! * y[column]!))
      },
    }
    // What still runs into this epoch is cut at its beginning.
    const here = given
      .filter(({ at, duration = 0, dose }) => at + duration >= from - 1e-10 && dose >= since - 1e-10 && (duration > 0 ? at < to - 1e-10 && at + duration > from + 1e-10 : at < to - 1e-10 && at >= from - 1e-10))
      .map(({ at, into, amount, duration = 0 }) => {
        const start = Math.max(at, from)
        return { at: start, into, duration: at + duration - start, amount: duration > 0 ? (amount * (at + duration - start)) / duration : amount }
      }) // prettier-ignore
    const { states } = integrate(system, reset ? new Float64Array(model.size) : x, from, stops, here, { relative: 1e-11, absolute: 1e-14, maxSteps: 1e6 }) // prettier-ignore
    stops.forEach((time, k) => {
      const at = states.subarray(k * model.size, (k + 1) * model.size)
      const place = times.indexOf(time)
      if (place >= 0 && (k < wanted.length || !wanted.includes(time))) sink.set(at, place * model.size)
      x = at
    })
  })
  return sink
}
