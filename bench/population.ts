/**
 * Problem A through the generic engine, one core: sampling, solution and every concentration written, model and timeline prepared
 * anew each time. The error is the larger of two: the typical patient against published digits, and every patient against the
 * general way (dense matrix exponential, every step walked). Beside it, in the same run, the adaptive solver.
 */
import {
  compile,
  givenBy,
  integrate,
  LANES,
  linearSystem,
  propagator,
  simulate,
  timeline,
  type Simulated,
} from '@anodyne/pharmacology'
import { median, milliseconds } from './forecast-job.ts'
import { dosing, hourly, problemA, reference } from './problem-a.ts'
import { report, say } from './results.ts'

const model = compile(problemA)
const outputs = model.outputs.length
const room = new Float64Array(Math.ceil(1000 / LANES) * LANES * 672 * outputs)

say('population  Problem A: 12 states, 50 mg every 8 h, three concentrations every hour, one core')
measure('populationA', 1000, 672, 60)
adaptive('populationAByAdaptiveSolver', 672)
parts()
measure('populationA10000', 10_000, 672, 8)
measure('populationA90days', 1000, 2160, 20)
measure('individualAFromScratch', 1, 672, 200)
individual('individualA', 672, 5000)

function measure(name: string, n: number, hours: number, runs: number): void {
  const times = hourly(hours)
  const into = new Float64Array(Math.ceil(n / LANES) * LANES * hours * outputs)
  const run = (method: 'by-structure' | 'general' = 'by-structure') =>
    simulate(model, dosing(hours), times, { n, seed: 1, method, ...(method === 'general' ? {} : { into }) })
  run()
  const all = Array.from({ length: runs }, () => milliseconds(() => run()))
  const ms = Math.min(...all)
  const nsPerPatientPoint = (1e6 * ms) / (n * hours)
  const maxRelativeError = n > 1000 ? undefined : Math.max(typicalError(), difference(run(), run('general'), n, hours))
  report(
    name,
    { ms, median: median(all), nsPerPatientPoint, ...(maxRelativeError === undefined ? {} : { maxRelativeError }) },
    `  ${name.padEnd(18)} ${ms.toFixed(2)} ms (best of ${runs}; median ${median(all).toFixed(2)}), ` +
      `${nsPerPatientPoint.toFixed(1)} ns per patient and hour` +
      (maxRelativeError === undefined ? '' : `, error ${maxRelativeError.toExponential(1)}`),
  )
}

/** One patient after the other on a timeline prepared once, as when a posterior is sampled. */
function individual(name: string, hours: number, runs: number): void {
  const one = propagator(model, timeline(model, dosing(hours), 'racemic-ketamine', hourly(hours)), 1)
  const values = model.typical('racemic-ketamine')
  const sink = new Float64Array(hours * outputs)
  const run = () => {
    one.load(0, values)
    one.write(sink)
  }
  const all = Array.from({ length: runs }, () => milliseconds(run))
  const ms = Math.min(...all)
  const maxRelativeError = Math.max(
    ...reference.flatMap(([t, ...row]) => row.map((value, o) => Math.abs(sink[(t - 1) * outputs + o]! / value - 1))),
  )
  const nsPerPatientPoint = (1e6 * ms) / hours
  report(
    name,
    { ms, median: median(all), nsPerPatientPoint, maxRelativeError },
    `  ${name.padEnd(18)} ${(1000 * ms).toFixed(0)} µs (best of ${runs}; median ${(1000 * median(all)).toFixed(0)}), ` +
      `${nsPerPatientPoint.toFixed(1)} ns an hour, error ${maxRelativeError.toExponential(1)}`,
  )
}

/** A few patients, scaled to 1,000: the same equations by adaptive steps, errors of 1e-8 allowed in each. */
function adaptive(name: string, hours: number): void {
  const few = 3
  const values = model.typical('racemic-ketamine')
  const { size } = model
  const given = givenBy(model, dosing(hours), 'racemic-ketamine', values)
  const times = hourly(hours)
  const run = () => integrate(linearSystem(model, values), new Float64Array(size), 0, times, given)
  run()
  const ms = Math.min(...Array.from({ length: few }, () => milliseconds(run))) * 1000
  const states = run().states
  const maxRelativeError = Math.max(
    ...reference.flatMap(([t, ...row]) =>
      row.map((value, o) => {
        const { state, scale } = model.outputs[o]!
        return Math.abs((states[(t - 1) * size + state]! * scale(values)) / value - 1)
      }),
    ),
  )
  report(
    name,
    { ms, nsPerPatientPoint: (1e6 * ms) / (1000 * hours), maxRelativeError },
    `  ${'adaptive solver'.padEnd(18)} ${ms.toFixed(0)} ms (${few} patients, the best × 1000), error ${maxRelativeError.toExponential(1)}`,
  )
}

/**
 * What each part takes, from solutions that end sooner: after 1 h there is only the matrix exponential, after 5 doses only steps
 * that are walked, after 10 the slow exponentials have been found and proven.
 */
function parts(): void {
  const n = 1008
  // People as they are drawn, by golden sections instead of chance: CL, V1, ka, F with their spreads.
  const people = Array.from({ length: n }, (_, i) => {
    const values = model.typical('racemic-ketamine')
    for (const [k, sd] of [0.3, 0.3, 0.5, 0.3].entries()) {
      const [u, v] = [(i + 0.5) / n, ((i + 1) * Math.SQRT2 * (k + 1)) % 1]
      values[k]! *= Math.exp(sd * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v))
    }
    return values
  })
  const solve = (hours: number): number => {
    const sink = new Float64Array(LANES * hours * outputs)
    const group = propagator(model, timeline(model, dosing(hours), 'racemic-ketamine', hourly(hours)), LANES)
    const all = new Float64Array(hours === 672 ? n * hours * outputs : 0)
    const run = () => {
      for (let first = 0; first < n; first += LANES) {
        for (let lane = 0; lane < LANES; lane++) group.load(lane, people[first + lane]!)
        group.write(hours === 672 ? all.subarray((first / LANES) * sink.length) : sink)
      }
    }
    return best(run)
  }
  const load = (): number => {
    const group = propagator(model, timeline(model, dosing(1), 'racemic-ketamine', [1]), LANES)
    return best(() => {
      for (let i = 0; i < n; i++) group.load(i % LANES, people[i]!)
    })
  }
  const prepared = best(() => propagator(model, timeline(model, dosing(672), 'racemic-ketamine', hourly(672)), LANES))
  const whole = best(() => simulate(model, dosing(672), hourly(672), { n: 1000, seed: 1, into: room }))
  const target = new Float64Array(n * 672 * outputs)
  const source = new Float64Array(LANES * 8 * outputs).fill(1)
  const writing = best(() => {
    for (let at = 0; at < target.length; at += source.length) target.set(source, at)
  })
  const [rates, hour, five, ten, month] = [load(), solve(1), solve(40), solve(80), solve(672)] as const
  const found = {
    prepare: prepared,
    drawAndCheck: whole - month - prepared,
    rates,
    exponentials: hour - rates,
    walk: five - hour,
    slowExponentials: ten - five,
    otherPeriods: month - ten,
    ofWhichWriting: writing,
  }
  for (const [name, ms] of Object.entries(found))
    report(`populationA.${name}`, { ms }, `    ${name.padEnd(18)} ${ms.toFixed(2)} ms`)
}

function best(run: () => unknown): number {
  for (let i = 0; i < 10; i++) run()
  return Math.min(...Array.from({ length: 40 }, () => milliseconds(run)))
}

function typicalError(): number {
  const still = compile({
    ...problemA,
    // So little spread that the one patient is the typical one.
    parameters: problemA.parameters.map(({ variance, ...parameter }) =>
      variance ? { ...parameter, variance: { ...variance, value: 1e-40 } } : parameter,
    ),
  })
  const one = simulate(still, dosing(672), hourly(672), { n: 1, seed: 1 })
  return Math.max(
    ...reference.flatMap(([t, ...row]) =>
      row.map((value, o) => Math.abs(one.values[one.place(0, t - 1, o)]! / value - 1)),
    ),
  )
}

function difference(a: Simulated, b: Simulated, n: number, hours: number): number {
  let worst = 0
  for (let i = 0; i < n; i++)
    for (let k = 0; k < hours; k++)
      for (let o = 0; o < outputs; o++) {
        const error = Math.abs(a.values[a.place(i, k, o)]! / b.values[b.place(i, k, o)]! - 1)
        if (!(error <= worst)) worst = error
      }
  return worst
}
