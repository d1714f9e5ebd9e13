/**
 * What was observed, written so that any model can be asked for the same: who, what was given, what was measured, and how close a
 * prediction must come. Observations are data; predictions are never written down, they are computed.
 */
import type { LibraryCourse, LibraryPerson } from '../domain.ts'
import type { InteractionName } from '../interactions.ts'
import type { StudyId } from './studies.ts'

export type Analyte = 'ketamine' | 'norketamine' | 'hydroxynorketamine'

/** What is measured. Times are h on the clock of the regimen, concentrations ng/mL, areas ng·h/mL. */
export type Measure =
  | { readonly kind: 'concentration'; readonly analyte: Analyte; readonly at: number }
  | { readonly kind: 'Cmax' | 'Tmax'; readonly analyte: Analyte; readonly from?: number; readonly to: number }
  | { readonly kind: 'AUC'; readonly analyte: Analyte; readonly to: number }
  | { readonly kind: 'AUCinf' | 'AUCinf-per-mg' | 'half-life'; readonly analyte: Analyte }
  /** Norketamine over ketamine, by area to infinity; after one dose what it is over a dose interval at steady state. */
  | { readonly kind: 'NK:K' }
  /** Area of ketamine to infinity over that of the same dose into a vein. */
  | { readonly kind: 'F' }
  /** Dose over the area of ketamine to infinity, after a dose into a vein, L/h. */
  | { readonly kind: 'CL' }

/**
 * Who chose a tolerance. printed: the study's own interval or range. review: the review of the evidence. engineering: this project,
 * in part after predictions were seen, so that a pass says less.
 */
export type Basis = 'printed' | 'review' | 'engineering'

/** How close is close enough, and by whose choice. */
export type Tolerance = Closeness & { readonly basis: Basis }

/** How close is close enough, predicted against observed. Written so that NaN is never close enough. */
export type Closeness =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'fold'; readonly fold: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly what: string }
  /** On the difference, for what is itself a ratio. */
  | { readonly kind: 'difference'; readonly most: number }
  /** The observed value lies within the middle 90 % of virtual patients. */
  | { readonly kind: 'virtual-patients' }
  /** Only a direction was printed. */
  | { readonly kind: 'lower' }

/** Where the observed value was read. model: what the authors' model, or another implementation of it, predicts. */
export type Reading = 'publication' | 'transcription' | 'figure' | 'model'

export interface Target {
  /** Study, dose and measure in words; unique, and the name of the row. */
  readonly name: string
  readonly study: StudyId
  readonly observed: number
  /** As printed: SD, range, number of people, how it was derived. */
  readonly printed: string
  readonly reading: Reading
  readonly unit: string
  /** What reproduces it. */
  readonly regimen: readonly LibraryCourse[]
  readonly person: LibraryPerson
  readonly measure: Measure
  /** The measure is then the ratio with : without this drug. */
  readonly taking?: InteractionName
  readonly tolerance: Tolerance
  /** Closer for some models, by id: those whose own paper it is, or that were calibrated to it. */
  readonly closer?: Readonly<Record<string, Tolerance>>
}

export const percent = (value: number): Tolerance => ({ kind: 'percent', percent: value, basis: 'review' })
export const twofold: Tolerance = { kind: 'fold', fold: 2, basis: 'review' }
export const virtualPatients: Tolerance = { kind: 'virtual-patients', basis: 'review' }
export const between = (low: number, high: number, what = 'observed range'): Tolerance => ({
  kind: 'range',
  low,
  high,
  what,
  basis: 'printed',
})
export const within1SD = (mean: number, sd: number): Tolerance => ({
  ...between(mean - sd, mean + sd, '1 SD'),
  basis: 'review',
})
/** 95 % confidence interval of the mean of n people: mean ± t·SD/√n, with Student's t of n − 1 degrees of freedom. */
export const within95CI = (mean: number, sd: number, n: number, t: number): Tolerance =>
  between(mean - (t * sd) / Math.sqrt(n), mean + (t * sd) / Math.sqrt(n), '95 % CI of mean')
/** Neither the study nor the review of the evidence gives this tolerance: it is this project's. */
export const ours = (tolerance: Tolerance): Tolerance => ({ ...tolerance, basis: 'engineering' })

/** One dose at 0 (or `from`), mg of free base. */
export const single = (
  substance: LibraryCourse['substance'],
  route: string,
  dose: number,
  { from = 0, infusion }: { readonly from?: number; readonly infusion?: number } = {},
): LibraryCourse => ({
  substance,
  route,
  dose,
  every: 9999,
  from,
  until: from + 1,
  ...(infusion === undefined ? {} : { infusion }),
})

/** For whom a study's typical person stands: 70 kg unless the study says otherwise, and no interacting drug. */
export const person = (
  age: number,
  population: NonNullable<LibraryPerson['population']> = 'healthy',
): LibraryPerson => ({
  weight: 70,
  age,
  population,
  interactions: [],
})
