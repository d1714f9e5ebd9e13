/**
 * The oral dose that would give the same area under the curve as a dose into a vein, by the composite model. It is several times
 * what any clinical source gives, and is shown to be disbelieved, not used.
 *
 *     oral / parenteral = (1/CL + w/CLn) / (Fpo/CL + w·(Fpo + (1 − Fpo)·phi)/CLn)
 *
 * where a ng of norketamine counts as much as w ng of ketamine. Weight cancels: both clearances grow with it alike.
 */
import { kinetics } from '../composite.ts'
import type { Substance } from '../substance.ts'

export interface EqualExposure {
  /** What norketamine counts for: 0 nothing (the default of the effects), 0.2–0.33 the range of sensitivity, 1 as much as ketamine. */
  readonly norketamineWeight: number
  /** Oral over intravenous dose in the typical person. */
  readonly factor: number
  /** The same for the people with the largest and the smallest bioavailability of the middle 90 %. */
  readonly people90: readonly [number, number]
}

export const NORKETAMINE_WEIGHTS = [0, 0.2, 0.33, 1] as const

/** The spread of bioavailability in the model, and in published means: 8 % (Fanta 2015) to 24 % (Chong 2009, median). */
export const PUBLISHED_BIOAVAILABILITY = [0.08, 0.24] as const

export function equalExposure(substance: Substance): readonly EqualExposure[] {
  const { parameters } = kinetics.model
  const typical = kinetics.typical(substance)
  const index = (symbol: string): number => parameters.findIndex((parameter) => parameter.symbol === symbol)
  const [CL, CLn, F, phi] = ['CL', 'CLn', 'Fpo', 'phi'].map((symbol) => typical[index(symbol)]!) as [
    number,
    number,
    number,
    number,
  ]
  const spread = NORMAL_95 * Math.sqrt(parameters[index('Fpo')]!.variance!.value)
  const among = (sign: 1 | -1): number => 1 / (1 + ((1 - F) / F) * Math.exp(-sign * spread))
  return NORKETAMINE_WEIGHTS.map((w) => {
    const factor = (f: number): number => (1 / CL + w / CLn) / (f / CL + (w * (f + (1 - f) * phi)) / CLn)
    return { norketamineWeight: w, factor: factor(F), people90: [factor(among(1)), factor(among(-1))] }
  })
}

/** 95 % of a standard normal lies below it. */
const NORMAL_95 = 1.6448536269514722
