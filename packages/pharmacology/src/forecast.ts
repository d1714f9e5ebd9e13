/**
 * What may happen to one new patient like this one: virtual patients drawn, each in a world of its own, solved exactly, and summed up in
 * bands. A band therefore holds both that people differ and that typical values are not well known (docs/adr/0006).
 */
import { kineticsWithEffects } from './composite.ts'
import { effectDraws } from './effects/draw.ts'
import type { Band, Spread } from './forecast/bands.ts'
import { overWorlds, worlds } from './forecast/knowledge.ts'
import { OUTPUTS, overPeople, PEOPLE, peopleAlone, type EffectBands } from './forecast/people.ts'
import { CEILING, checkPerson, checkRegimen, checkTimes, within } from './limits.ts'
import { assume, type Person } from './person.ts'
import { deviates, individual, typicalValues } from './population/individual.ts'
import { LANES } from './population/groups.ts'
import type { Regimen } from './regimen.ts'
import { peakTimes } from './solve/peak-times.ts'
import type { Propagate } from './solve/propagate.ts'
import { shares } from './solve/superpose.ts'
import { drawUncertain } from './uncertainty/draw.ts'

export type { Band, Spread } from './forecast/bands.ts'
export type { EffectBands } from './forecast/people.ts'

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
    /** 0–1, highest over the whole forecast, over people; left out where racemate and S-ketamine are mixed, and in old records */
    readonly peakOccupancy?: Spread
    /** 0–1 of the greatest, highest over the whole forecast, over people, by two sources that disagree */
    readonly peakAntinociception?: { readonly olofsen2022: Spread; readonly simons2022: Spread }
    /** /min, highest over the whole forecast, over people */
    readonly peakPulse?: Spread
    /**
     * The typical person, as the values that are not well known are drawn: relief at the last output time if he or she responds, the
     * chance to respond, and peaks.
     */
    readonly knowledge?: Readonly<
      Record<'responders' | 'relief' | 'peakKetamine' | 'peakDissociation' | 'peakPressure', Spread>
    >
  }
  /** What was not known and was assumed, in words ("weight unknown: 70 kg assumed"). */
  readonly assumed: readonly string[]
}

/**
 * A forecast with its two spreads apart. The bands of `Forecast` are predictive: people and every uncertain value, of kinetics and of
 * effects, drawn together, what one new patient may meet. Here `people` differ while every uncertain value is at its estimate, and
 * `knowledge` is the typical person while the uncertain values are drawn. Neither alone says how far one patient may lie from the
 * middle. Not kept with a signed plan.
 */
export interface FullForecast extends Forecast {
  readonly people: EffectBands
  readonly knowledge: EffectBands
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
 * Simulates `n` virtual patients like this one, and the typical person in worlds where the uncertain values are others. Patient i depends
 * only on (seed, i), not on n; the worlds on the seed.
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
  options?: ForecastOptions,
): FullForecast
/** The same without `people` and `knowledge`, for whoever needs many. */
export function forecast(
  regimen: Regimen,
  person: Person,
  n: number,
  seed: number,
  options: ForecastOptions & { readonly apart: false },
): Forecast
export function forecast(
  regimen: Regimen,
  person: Person,
  n: number,
  seed: number,
  { apart = true, ...options }: ForecastOptions & { readonly apart?: boolean } = {},
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
    substance,
    propagate,
    typical: typicalValues(model, substance, covariates),
  }))
  const about = { row, older, substance: parts.length === 1 ? parts[0]!.substance : undefined }
  const values = new Float64Array(model.model.parameters.length)
  const own = (eta: Float64Array, world?: number) => (typical: Float64Array) => {
    individual(model, world === undefined ? typical : drawUncertain(model, seed, world, typical), eta, values)
    return values
  }

  const draws = Array.from({ length: n }, (_, i) => effectDraws(seed, i, older))
  const etas = Array.from({ length: whole(n) }, (_, i) => deviates(model, seed, i))
  // Patient i lives in world i.
  const size = times.length * OUTPUTS
  const solved = solve(parts, size, etas.map((eta, i) => own(eta, i))) // prettier-ignore
  const { bands, peaks, relieved } = overPeople({ ...about, values: solved }, draws)

  const responders = draws.filter(({ responds }) => responds)
  const atLeast = (least: number) => draws.filter(({ responds }, i) => responds && relieved[i]! >= least).length
  const answer: Forecast = {
    model: { id: model.model.id, version: model.model.version },
    n,
    seed,
    hours,
    ...bands,
    summary: {
      responders: responders.length / n,
      relief30: atLeast(0.3) / n,
      relief50: atLeast(0.5) / n,
      peakKetamine: peaks.ketamine,
      peakDissociation: peaks.dissociation,
      peakPressure: peaks.pressure,
      peakPulse: peaks.pulse,
      ...(peaks.occupancy && { peakOccupancy: peaks.occupancy }),
    },
    assumed,
  }
  if (!apart) return answer

  const few = Math.min(n, PEOPLE)
  const certain = etas.slice(0, whole(few)).map((eta) => eta.map((one, k) => (isUncertainty[k] ? 0 : one)))
  const people = solve(parts, size, certain.map((eta) => own(eta))) // prettier-ignore
  const alone = peopleAlone({ ...about, values: people }, draws.slice(0, few))

  const all = worlds(model, seed, older)
  const typicalPersons = solve(
    parts,
    size,
    all.map(({ kinetics }) => kinetics),
  )
  const knowledge = overWorlds({ ...about, values: typicalPersons }, all)
  const full: FullForecast = {
    ...answer,
    summary: { ...answer.summary, peakAntinociception: alone.peakAntinociception, knowledge: knowledge.summary },
    people: alone.people,
    knowledge: knowledge.bands,
  }
  return full
}

/** Of the deviates, those that are not people's. */
const isUncertainty = kineticsWithEffects.drawn.map(
  (index) => kineticsWithEffects.model.parameters[index]!.variance!.kind === 'uncertainty',
)

/** Whole groups always, so that nobody's numbers depend on who shares a group with whom. */
const whole = (n: number): number => Math.ceil(n / LANES) * LANES

/**
 * The outputs of each: `solved[((group·times + time)·outputs + output)·LANES + lane]`.
 * @param size numbers per person: output times × outputs; @param each from a substance's typical values to someone's own; may use its array again
 */
function solve(
  parts: readonly { readonly propagate: Propagate; readonly typical: Float64Array }[],
  size: number,
  each: readonly ((typical: Float64Array) => Float64Array)[],
): Float64Array {
  const solved = roomFor(each.length * size)
  for (let first = 0; first < each.length; first += LANES) {
    for (const { propagate, typical } of parts)
      for (let lane = 0; lane < LANES; lane++) propagate.load(lane, each[first + lane]!(typical))
    const own = solved.subarray(first * size, (first + LANES) * size)
    parts.forEach(({ propagate }, part) => (part === 0 ? propagate.write(own) : propagate.run(own)))
  }
  return solved
}

/** Used again from one solution to the next: only bands are kept of it. What would be large is made anew. */
let room = new Float64Array(0)
const LARGEST_KEPT = 2 ** 22

function roomFor(numbers: number): Float64Array {
  if (numbers > LARGEST_KEPT) return new Float64Array(numbers)
  if (room.length < numbers) room = new Float64Array(numbers)
  return room.subarray(0, numbers)
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
