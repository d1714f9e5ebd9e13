/** CONTRACT (types first; the body belongs to this package's author). */
import type { InteractionName } from './interactions.ts'
import type { Regimen } from './regimen.ts'

/** What the engine needs to know of a person. What is left out is assumed, and the forecast says so. */
export interface Person {
  /** kg */
  readonly weight?: number
  /** years */
  readonly age?: number
  readonly interactions: readonly InteractionName[]
}

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
  /** h from the first dose */
  readonly hours: readonly number[]
  /** total (racemic or S) ketamine in venous plasma, ng/mL */
  readonly ketamine: Band
  /** ng/mL */
  readonly norketamine: Band
  /** fraction of baseline pain removed, 0–1, in the virtual patients who respond */
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
  /** h, last output time; default the end of the last course */
  readonly until?: number
}

/**
 * Simulates `n` virtual patients like this one. Patient i depends only on (seed, i).
 * @throws RangeError for a regimen that is not finite, negative, empty or endless.
 */
export declare function forecast(
  regimen: Regimen,
  person: Person,
  n: number,
  seed: number,
  options?: ForecastOptions,
): Forecast
