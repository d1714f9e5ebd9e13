/**
 * Forecast of 1,000 virtual patients × 28 days × 3 doses a day × hourly output, quantiles included, on one core; against the
 * plain way timed in the same run: fourth-order Runge–Kutta on the same equations, 1 min steps, for a few patients.
 */
import { report, say } from './results.ts'
import { days, median, milliseconds, patients, timeForecast } from './forecast-job.ts'

const { first, exact, best } = timeForecast()

const few = 4
integrate(1 / 60)
const plain = (median(Array.from({ length: 3 }, () => milliseconds(() => {
  for (let i = 0; i < few; i++) integrate(1 / 60)
}))) / few) * patients // prettier-ignore

const points = patients * (24 * days + 1)
say(`forecast  ${patients} patients × ${days} d × 3 doses/d × hourly output, effects, bands and peaks, one core`)
report(
  'forecast',
  { ms: best, median: exact, nsPerPatientPoint: (1e6 * best) / points },
  `  exact solution     ${exact.toFixed(0)} ms (median of 19; best ${best.toFixed(0)}, first run ${first.toFixed(0)} ms)`,
)
report(
  'forecastByRungeKutta',
  { ms: plain, nsPerPatientPoint: (1e6 * plain) / points },
  `  plain Runge–Kutta  ${plain.toFixed(0)} ms (1 min steps, ${few} patients × ${patients / few}, no bands)`,
)
say(`  ratio              ${(plain / exact).toFixed(1)}×`)

/** Nine states of the typical person, written out; returns something so that nothing is optimised away. */
function integrate(h: number): number {
  const x = new Float64Array(9)
  const [k1, k2, k3, k4, y] = [0, 0, 0, 0, 0].map(() => new Float64Array(9)) as [
    Float64Array, Float64Array, Float64Array, Float64Array, Float64Array,
  ] // prettier-ignore
  const rates = (input: number, s: Float64Array, d: Float64Array): void => {
    const S = (0.5 * s[2]!) / 133
    d[0] = -2.4 * s[0]!
    d[1] = input - 1.35 * s[1]!
    d[2] = 2.4 * s[0]! + 0.2295 * s[1]! - (275.4 / 133) * s[2]! + (23.2 / 187) * s[3]! + (157 / 98.8) * s[4]!
    d[3] = (23.2 / 133) * s[2]! - (23.2 / 187) * s[3]!
    d[4] = (157 / 133) * s[2]! - (157 / 98.8) * s[4]!
    d[5] = (95.2 / 133) * s[2]! + 1.0533 * s[1]! - (100.5 / 98.64) * s[5]! + (42.78 / 160) * s[6]!
    d[6] = (42.78 / 98.64) * s[5]! - (42.78 / 160) * s[6]!
    d[7] = 0.00265 * (S - s[7]!)
    d[8] = 5.01 * (S - s[8]!)
  }
  const steps = Math.round((24 * days) / h)
  let sum = 0
  for (let n = 0; n < steps; n++) {
    const input = (n * h) % 8 < 0.32 ? 25 / 0.32 : 0
    rates(input, x, k1)
    for (let i = 0; i < 9; i++) y[i] = x[i]! + (h / 2) * k1[i]!
    rates(input, y, k2)
    for (let i = 0; i < 9; i++) y[i] = x[i]! + (h / 2) * k2[i]!
    rates(input, y, k3)
    for (let i = 0; i < 9; i++) y[i] = x[i]! + h * k3[i]!
    rates(input, y, k4)
    for (let i = 0; i < 9; i++) x[i]! += (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!)
    if (n % 60 === 0) sum += x[2]!
  }
  return sum
}
