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
  const group = times.length * WIDTH * LANES
  const solved = new Float64Array(Math.ceil(n / LANES) * group)
  const draws: EffectDraw[] = []
  for (let first = 0; first < n; first += LANES) {
    for (let lane = 0; lane < LANES && first + lane < n; lane++) {
      const eta = deviates(model, seed, first + lane)
      for (const { propagate, typical } of parts) {
        individual(model, typical, eta, values)
        propagate.load(lane, values)
      }
      draws.push(effectDraws(seed, first + lane, older))
    }
    const own = solved.subarray((first / LANES) * group, (first / LANES + 1) * group)
    parts.forEach(({ propagate }, part) => (part === 0 ? propagate.write(own) : propagate.run(own)))
  }

  const { bands, peaks, relieved } = summarise(solved, row, draws)
  const responders = draws.filter(({ responds }) => responds)
  const atLeast = (least: number) => draws.filter(({ responds }, i) => responds && relieved[i]! >= least).length
  return {
    model: { id: model.model.id, version: model.model.version },
    n,
    seed,
    hours,
    ...bands,
    summary: {
      responders: responders.length / n,
      relief30: atLeast(0.3) / n,
      relief50: atLeast(0.5) / n,
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
interface Summary {
  readonly bands: Pick<Forecast, 'ketamine' | 'norketamine' | 'relief' | 'dissociation' | 'pressure'>
  readonly peaks: Readonly<Record<'ketamine' | 'dissociation' | 'pressure', Float64Array>>
  /** Relief of each patient at the last output time. */
  readonly relieved: Float64Array
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

/**
 * Time after time: the patients' numbers side by side, from them the effects, the highest so far, and the bands.
 * @param solved groups of `LANES` patients, each a forecast of its own; @param row −1 for a time only searched for peaks
 */
function summarise(solved: Float64Array, row: Int32Array, draws: readonly EffectDraw[]): Summary {
  const n = draws.length
  const each = (of: (draw: EffectDraw) => number) => Float64Array.from(draws, of)
  const [Rmax, C50relief, C50mind] = [each((d) => d.Rmax), each((d) => d.C50relief), each((d) => d.C50mind)]
  const slope = each((draw) => draw.slopePressure)
  const make = () => new Float64Array(n)
  const [pressure, relieved, highestKetamine, highestMind] = [make(), make(), make(), make()]
  const side = new Float64Array(ROWS * WIDTH * n)
  const view = (k: number) => side.subarray(k * n, (k + 1) * n)
  const rows = Array.from({ length: ROWS }, (_, k) => [0, 1, 2, 3].map((o) => view(k * WIDTH + o)))
  const bands = { ketamine: band(), norketamine: band(), relief: band(), dissociation: band(), pressure: band() }

  for (let k = 0; k < row.length; k++) {
    if (k % ROWS === 0) sideBySide(solved, k, row.length, n, side)
    const [ketamine, norketamine, pain, mind] = rows[k % ROWS] as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ]
    // Written so that NaN wins.
    for (let i = 0; i < n; i++) if (!(ketamine[i]! <= highestKetamine[i]!)) highestKetamine[i] = ketamine[i]!
    for (let i = 0; i < n; i++) if (!(mind[i]! <= highestMind[i]!)) highestMind[i] = mind[i]!
    if (row[k]! < 0) continue
    for (let i = 0; i < n; i++) pain[i] = relief(pain[i]!, Rmax[i]!, C50relief[i]!)
    for (let i = 0; i < n; i++) mind[i] = dissociation(mind[i]!, C50mind[i]!)
    for (let i = 0; i < n; i++) pressure[i] = slope[i]! * ketamine[i]!
    relieved.set(pain)
    extend(bands.ketamine, ketamine)
    extend(bands.norketamine, norketamine)
    extend(bands.relief, pain)
    extend(bands.dissociation, mind)
    extend(bands.pressure, pressure)
  }
  const peaks = {
    ketamine: highestKetamine,
    dissociation: highestMind.map((site, i) => dissociation(site, C50mind[i]!)),
    pressure: highestKetamine.map((concentration, i) => slope[i]! * concentration),
  }
  return { bands, peaks, relieved }
}

/** Times taken from the groups at once: each group is read in pieces long enough to be read fast. */
const ROWS = 8

/** Every output at `ROWS` times from `k` on, patients side by side: `side[(row·outputs + output)·n + patient]`. */
function sideBySide(solved: Float64Array, k: number, times: number, n: number, side: Float64Array): void {
  const end = Math.min(ROWS, times - k) * WIDTH
  for (let first = 0; first < n; first += LANES) {
    const width = Math.min(LANES, n - first)
    let from = (first * times + k * LANES) * WIDTH
    for (let one = 0, to = first; one < end; one++, to += n, from += LANES)
      for (let lane = 0; lane < width; lane++) side[to + lane] = solved[from + lane]!
  }
}

type Growing = Readonly<Record<keyof Band, number[]>>
const band = (): Growing => ({ p05: [], p25: [], median: [], p75: [], p95: [] })

/** @param sample may be reordered */
function extend(band: Growing, sample: Float64Array): void {
  const [p05, p25, median, p75, p95] = quantiles(sample)
  band.p05.push(p05)
  band.p25.push(p25)
  band.median.push(median)
  band.p75.push(p75)
  band.p95.push(p95)
}

function spread(sample: Float64Array): Spread {
  const [p05, p25, median, p75, p95] = quantiles(sample)
  return { p05, p25, median, p75, p95 }
}
