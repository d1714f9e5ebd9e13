/**
 * Problem A through the generic engine, one core: sampling, solution and every concentration written, model and timeline prepared
 * anew each time. The error is the larger of two: the typical patient against published digits, and every patient against the
 * general way (dense matrix exponential, every step walked).
 */
import { compile, LANES, simulate, type Simulated } from '@anodyne/pharmacology'
import { median, milliseconds } from './forecast-job.ts'
import { dosing, hourly, problemA, reference } from './problem-a.ts'
import { report, say } from './results.ts'

const model = compile(problemA)
const outputs = model.outputs.length

say('population  Problem A: 12 states, 50 mg every 8 h, three concentrations every hour, one core')
measure('populationA', 1000, 672, 60)
measure('populationA10000', 10_000, 672, 8)
measure('populationA90days', 1000, 2160, 20)
measure('individualA', 1, 672, 200)

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
