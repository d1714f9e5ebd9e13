/**
 * Three effects, each algebra on a concentration (ng/mL). Every published interval became a distribution; which one is stated
 * beside it, and whether people differ by it or only our knowledge does.
 */
import type { Source, Status } from '../model.ts'
import { from } from '../models/sources.ts'
import { coveringLogSD, logSD } from './compartments.ts'

/** A number that is uncertain, and how. */
export interface Uncertain {
  readonly symbol: string
  readonly meaning: string
  readonly unit: string
  readonly value: number
  /** `sd` is on the scale of the distribution: of the logarithm, of the logit, or of the number itself. */
  readonly spread:
    | { readonly form: 'log-normal' | 'logit-normal' | 'clamped-normal'; readonly sd: number }
    | { readonly form: 'uniform'; readonly low: number; readonly high: number }
    | { readonly form: 'none' }
  /** Whether `spread` is how people differ or how well the one value is known. */
  readonly kind: 'between-patient' | 'uncertainty'
  /** How well the value is known where `spread` is between patients: the standard error of their mean, derived. */
  readonly standardError?: number
  readonly status: Status
  readonly source: Source
  readonly note?: string
}

// prettier-ignore
export const effectParameters = {
  C50relief: { symbol: 'C50relief', meaning: 'S-ketamine at half of the greatest slow relief', unit: 'ng/mL', value: 10.5,
    spread: { form: 'log-normal', sd: logSD(4.37, 21.2) }, kind: 'uncertainty', status: 'published', source: from(['dahan2011'], 'abstract: 10.5, 95 % CI 4.37–21.2'),
    note: 'CRPS, S-ketamine by 100-h infusion: its use for oral dosing and other pains is assumed.' },
  Rmax: { symbol: 'Rmax', meaning: 'greatest relief in those who respond, as a fraction of baseline pain', unit: '1', value: 0.67,
    spread: { form: 'clamped-normal', sd: 0.17 }, kind: 'between-patient', standardError: 0.17 / Math.sqrt(24), status: 'published', source: from(['marchetti2015'], 'abstract: mean reduction 67 ± 17 % in effective cases'),
    note: 'The number is published; its use as Rmax is assumed. Standard error: 17 %/√24 effective cases. Draws outside 0–1 (2.6 %) are set to the bound.' },
  responds: { symbol: 'p', meaning: 'chance to respond', unit: '1', value: 0.33,
    spread: { form: 'logit-normal', sd: (logit(0.62) - logit(0.14)) / (2 * 1.96) }, kind: 'uncertainty', status: 'derived',
    source: from(['haines1999', 'enarson1999', 'kannan2002', 'marchetti2015'], 'pooled on the logit, 33 % (14–62)'),
    note: 'Uncontrolled cohorts of swallowed ketamine, placebo response not taken off; no placebo-controlled trial shows a benefit.' },
  C50mind: { symbol: 'C50mind', meaning: 'S-ketamine at half of the greatest psychotropic effect', unit: 'ng/mL', value: 93,
    spread: { form: 'log-normal', sd: coveringLogSD(93, [71, 157]) }, kind: 'uncertainty', status: 'derived',
    source: from(['simons2022effect', 'olofsen2022'], 'geometric mean of 71 and 121 (95 % CI 90–157); no interval of 71 is printed'),
    note: 'Spread: about 93 the central 95 % holds 71–157, so it is 55–157. Not a published interval.' },
  slopePressure: { symbol: 'slope', meaning: 'rise of systolic pressure per total ketamine', unit: 'mm[Hg]/(ng/mL)', value: 0.04,
    spread: { form: 'none' }, kind: 'uncertainty', status: 'derived', source: from([], 'largest mean rise of 7.4 mm[Hg] over 741 infusions of 0.5 mg/kg in 135 people with depression, at 185 ng/mL; no interval printed'),
    note: 'Another series has 3.3 mm[Hg] over 684 infusions (doi:10.1016/j.jad.2018.02.025), less than half; the two are not reconciled, and the higher is kept because it is the safer.' },
  olderPressure: { symbol: 'older', meaning: 'factor on the rise of pressure from age 50', unit: '1', value: 1.75,
    spread: { form: 'uniform', low: 1.5, high: 2 }, kind: 'uncertainty', status: 'assumed', source: from([], 'direction published in the same 135 people, size assumed') },
} as const satisfies Readonly<Record<string, Uncertain>>

/** Fraction of baseline pain removed in someone who responds: R = Rmax·C/(C + C50). */
export const relief = (site: number, Rmax: number, C50: number): number => (Rmax * site) / (site + C50)

/** Psychotropic effect, 0–10: E = 10·C/(C + C50). */
export const dissociation = (site: number, C50: number): number => (10 * site) / (site + C50)

function logit(p: number): number {
  return Math.log(p / (1 - p))
}
