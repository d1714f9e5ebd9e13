/** What may happen to people like this one: virtual patients drawn, solved exactly, and summed up in bands. */
import { kineticsWithEffects } from './composite.ts'
import { effectDraws, type EffectDraw } from './effects/draw.ts'
import { dissociation, relief } from './effects/effect.ts'
import { CEILING, checkPerson, checkRegimen, checkTimes, within } from './limits.ts'
import { assume, type Person } from './person.ts'
import { deviates, individual, typicalValues } from './population/individual.ts'
import { quantiles } from './population/quantile.ts'
import type { Regimen } from './regimen.ts'
import { peakTimes } from './solve/peak-times.ts'
import { shares } from './solve/superpose.ts'

/** Pointwise quantiles over the virtual patients, one number per output time. */
export interface Band {
  readonly p05: readonly number[]
  readonly p25: readonly number[]
  readonly median: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
}

/** One number's distribution over the virtual patients. */
export interface Spread {
  readonly p05: number
  readonly p25: number
  readonly median: number
  readonly p75: number
  readonly p95: number
}

export interface Forecast {
  readonly model: { readonly id: string; readonly version: string }
  /** Virtual patients drawn. */
  readonly n: number
  readonly seed: number
  /** h, on the clock of the regimen's `from` and `until` */
  readonly hours: readonly number[]
  /** total (racemic or S) ketamine in venous plasma, ng/mL */
  readonly ketamine: Band
  /** ng/mL */
  readonly norketamine: Band
  /** fraction of baseline pain removed, 0–1, in each virtual patient if he or she is one who responds */
  readonly relief: Band
  /** psychotropic effect, 0–10 */
  readonly dissociation: Band
  /** rise of systolic pressure, mm[Hg] */
  readonly pressure: Band
  readonly summary: {
    /** fraction of all virtual patients who are responders (the published chance is itself uncertain and is drawn) */
    readonly responders: number
    /** fraction of ALL virtual patients with ≥ 30 % and ≥ 50 % relief at the last output time */
    readonly relief30: number
    readonly relief50: number
    /** ng/mL, highest over the whole forecast */
    readonly peakKetamine: Spread
    /** 0–10, highest over the whole forecast */
    readonly peakDissociation: Spread
    /** mm[Hg], highest over the whole forecast */
    readonly peakPressure: Spread
  }
  /** What was not known and was assumed, in words ("weight unknown: 70 kg assumed"). */
  readonly assumed: readonly string[]
}

/** Options of a forecast that have a sensible default. */
export interface ForecastOptions {
  /** h between output times; default 1 */
  readonly step?: number
  /** h, first output time; default 0. Earlier doses still count, but nothing before it is reported, peaks included. */
  readonly since?: number
  /** h, last output time; default the end of the last course */
  readonly until?: number
}

/**
 * Simulates `n` virtual patients like this one. Patient i depends only on (seed, i), not on n.
 *
 * @param n whole number of virtual patients, 1 to 100 000
 * @param seed whole number, 0 to 2⁵³ − 1
 * @throws RangeError for a regimen that is not finite, negative, empty or endless, and for what is out of range elsewhere.
 */
export function forecast(
  regimen: Regimen,
  person: Person,
  n: number,
  seed: number,
  options: ForecastOptions = {},
): Forecast {
  checkRegimen(regimen)
  checkPerson(person)
  if (!Number.isSafeInteger(n)) throw new RangeError(`n ${n}: expected a whole number of virtual patients`)
  within('n', n, 1, CEILING.patients, `1 to ${CEILING.patients} virtual patients`)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed ${seed}: expected a whole number from 0`)
  const hours = outputTimes(regimen, options)
  within('n × output times', n * hours.length, 1, CEILING.cells, `at most ${CEILING.cells}; choose a longer step`)

  const { covariates, older, assumed } = assume(person, regimen)
  const model = kineticsWithEffects
  const { times, row } = merge(hours, peakTimes(regimen, hours[0]!, hours.at(-1)!))
  const parts = shares(model, regimen, times, LANES).map(({ substance, propagate }) => ({
    propagate,
    typical: typicalValues(model, substance, covariates),
  }))

  const values = new Float64Array(model.model.parameters.length)
  const solved = new Float64Array(times.length * WIDTH * LANES)
  const column = () => new Float64Array(hours.length * n)
  const columns: Columns = [column(), column(), column(), column(), column()]
  const peaks = { ketamine: new Float64Array(n), dissociation: new Float64Array(n), pressure: new Float64Array(n) }
  const tally = { responders: 0, relief30: 0, relief50: 0 }

  for (let first = 0; first < n; first += LANES) {
    const draws: EffectDraw[] = []
    for (let lane = 0; lane < LANES && first + lane < n; lane++) {
      const eta = deviates(model, seed, first + lane)
      for (const { propagate, typical } of parts) {
        individual(model, typical, eta, values)
        propagate.load(lane, values)
      }
      draws.push(effectDraws(seed, first + lane, older))
    }
    solved.fill(0)
    for (const { propagate } of parts) propagate.run(solved)
    record(solved, row, draws, columns, peaks, tally, n, first)
  }

  const bands = columns.map((column) => band(column, n))
  return {
    model: { id: model.model.id, version: model.model.version },
    n,
    seed,
    hours,
    ketamine: bands[0]!,
    norketamine: bands[1]!,
    relief: bands[2]!,
    dissociation: bands[3]!,
    pressure: bands[4]!,
    summary: {
      responders: tally.responders / n,
      relief30: tally.relief30 / n,
      relief50: tally.relief50 / n,
      peakKetamine: spread(peaks.ketamine),
      peakDissociation: spread(peaks.dissociation),
      peakPressure: spread(peaks.pressure),
    },
    assumed,
  }
}

/** Virtual patients solved side by side. */
const LANES = 16
/** Outputs of the model with effects, in its order: ketamine, norketamine, relief site, mind site. */
const WIDTH = 4
/** ketamine, norketamine, relief, dissociation, pressure: n values per output time, time after time */
type Columns = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
interface Peaks {
  readonly ketamine: Float64Array
  readonly dissociation: Float64Array
  readonly pressure: Float64Array
}

function outputTimes(regimen: Regimen, { step = 1, since = 0, until }: ForecastOptions): readonly number[] {
  const end = until ?? Math.max(...regimen.map((course) => course.until))
  within('until', end, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
  within('since', since, 0, end, `h, 0 to the last output time (${end})`)
  within('step', step, 1 / 60, CEILING.hours, `h between output times, 1/60 to ${CEILING.hours}`)
  within('output times', (end - since) / step, 0, CEILING.times, `at most ${CEILING.times}`)
  const hours = Array.from({ length: Math.floor((end - since) / step + 1e-9) + 1 }, (_, k) => since + k * step)
  if (hours.at(-1)! < end - 1e-9) hours.push(end)
  checkTimes(hours)
  return hours
}

/** Output times and peak times in one ascending list; `row` is the output's place, or −1 for a time only searched for peaks. */
function merge(hours: readonly number[], extra: readonly number[]): { times: readonly number[]; row: Int32Array } {
  const all = [...hours.map((time, row) => ({ time, row })), ...extra.map((time) => ({ time, row: -1 }))]
  all.sort((a, b) => a.time - b.time || b.row - a.row)
  return { times: all.map(({ time }) => time), row: Int32Array.from(all, (entry) => entry.row) }
}

/** Writes a group of patients, the first of them number `first`, into columns, peaks and tally. */
function record(
  solved: Float64Array,
  row: Int32Array,
  draws: readonly EffectDraw[],
  columns: Columns,
  peaks: Peaks,
  tally: { responders: number; relief30: number; relief50: number },
  n: number,
  first: number,
): void {
  const [ketamine, norketamine, pain, mind, pressure] = columns
  const lanes = draws.length
  const lane = (of: (draw: EffectDraw) => number) => Float64Array.from(draws, of)
  const Rmax = lane((draw) => draw.Rmax)
  const C50relief = lane((draw) => draw.C50relief)
  const C50mind = lane((draw) => draw.C50mind)
  const slope = lane((draw) => draw.slopePressure)
  const highest = { ketamine: new Float64Array(lanes), mind: new Float64Array(lanes), last: new Float64Array(lanes) }
  for (let k = 0; k < row.length; k++) {
    const from = k * WIDTH * LANES
    // Written so that NaN wins.
    for (let l = 0; l < lanes; l++) {
      if (!(solved[from + l]! <= highest.ketamine[l]!)) highest.ketamine[l] = solved[from + l]!
      if (!(solved[from + 3 * LANES + l]! <= highest.mind[l]!)) highest.mind[l] = solved[from + 3 * LANES + l]!
    }
    if (row[k]! < 0) continue
    const cell = row[k]! * n + first
    for (let l = 0; l < lanes; l++) ketamine[cell + l] = solved[from + l]!
    for (let l = 0; l < lanes; l++) norketamine[cell + l] = solved[from + LANES + l]!
    for (let l = 0; l < lanes; l++) pain[cell + l] = relief(solved[from + 2 * LANES + l]!, Rmax[l]!, C50relief[l]!)
    for (let l = 0; l < lanes; l++) mind[cell + l] = dissociation(solved[from + 3 * LANES + l]!, C50mind[l]!)
    for (let l = 0; l < lanes; l++) pressure[cell + l] = slope[l]! * solved[from + l]!
    for (let l = 0; l < lanes; l++) highest.last[l] = pain[cell + l]!
  }
  draws.forEach(({ responds, C50mind, slopePressure }, lane) => {
    peaks.ketamine[first + lane] = highest.ketamine[lane]!
    peaks.dissociation[first + lane] = dissociation(highest.mind[lane]!, C50mind)
    peaks.pressure[first + lane] = slopePressure * highest.ketamine[lane]!
    if (!responds) return
    tally.responders++
    if (highest.last[lane]! >= 0.3) tally.relief30++
    if (highest.last[lane]! >= 0.5) tally.relief50++
  })
}

/** @param column n values per output time, time after time. */
function band(column: Float64Array, n: number): Band {
  const result = {
    p05: [] as number[],
    p25: [] as number[],
    median: [] as number[],
    p75: [] as number[],
    p95: [] as number[],
  }
  for (let from = 0; from < column.length; from += n) {
    const at = spread(column.subarray(from, from + n))
    result.p05.push(at.p05)
    result.p25.push(at.p25)
    result.median.push(at.median)
    result.p75.push(at.p75)
    result.p95.push(at.p95)
  }
  return result
}

function spread(sample: Float64Array): Spread {
  const [p05, p25, median, p75, p95] = quantiles(sample)
  return { p05, p25, median, p75, p95 }
}
