/**
 * Acute antinociception, 0–1, from S-ketamine at the site of the psychotropic effect: E = C/(C + C50). The sources disagree three-fold
 * on C50, so both are carried and neither is averaged away. Norketamine has no weight; what a weight would do is a band apart.
 */
import { from } from '../models/sources.ts'
import { MOLAR_MASS } from '../substance.ts'
import { logSD, logSDOfThree } from './compartments.ts'
import type { Uncertain } from './effect.ts'

/** ng/mL of S-ketamine from nmol/mL. */
export const fromNanomolar = (nmolPerML: number): number => nmolPerML * MOLAR_MASS.base

// prettier-ignore
export const antinociceptionParameters = {
  olofsen2022: { symbol: 'C50pressure', meaning: 'S-ketamine at half of the greatest antinociception, pressure pain, infusion', unit: 'ng/mL', value: fromNanomolar(0.51),
    spread: { form: 'log-normal', sd: logSD(0.38, 0.66) }, kind: 'uncertainty', status: 'published', source: from(['olofsen2022'], 'abstract: 0.51 nmol/mL, 95 % CI 0.38–0.66'),
    note: 'The same value as for external perception.' },
  simons2022: { symbol: 'C50film', meaning: 'S-ketamine at half of the greatest antinociception, three assays, film in the mouth', unit: 'ng/mL', value: fromNanomolar(Math.sqrt(1.2 * 1.7)),
    spread: { form: 'log-normal', sd: logSDOfThree(1.2, 1.7) }, kind: 'uncertainty', status: 'derived', source: from(['simons2022effect'], 'abstract: 1.2–1.7 nmol/mL over three assays; geometric mean; no interval printed'),
    note: 'Spread: lowest and highest of three read as draws from one log-normal; how well each was known was not seen. No clear dose–response relation was found.' },
} as const satisfies Readonly<Record<string, Uncertain>>

export type AntinociceptionSource = keyof typeof antinociceptionParameters

/** Fraction of the greatest antinociception, 0–1. */
export const antinociception = (site: number, C50: number): number => site / (site + C50)

/** Slopes of a linear additive model in 12 men, S-ketamine infused: pain in cm of a 10 cm scale per ng/mL at the site. */
export const painSlopes = {
  ketamine: -3.8 / 100,
  norketamine: 1.5 / 50,
  status: 'derived',
  source: from(
    [],
    'Olofsen 2012, Anesthesiology 117:353, abstract: −3.8 cm at 100 ng/mL, +1.5 cm at 50 ng/mL of norketamine',
  ),
} as const

/** Change of pain, cm of 10: what the linear model adds up to. Outside 0–100 ng/mL of ketamine it is extrapolated. */
export const painChange = (ketamine: number, norketamine: number): number =>
  painSlopes.ketamine * ketamine + painSlopes.norketamine * norketamine

/**
 * Weight of S-norketamine relative to S-ketamine (per ng/mL): 0 by default (no contribution: Sigtermans 2009, Simons 2022). Lowest: it
 * opposes, −0.030/0.038 (Olofsen 2012). Highest: an agonist of a third of the potency (assumed in Fanta 2015; 0.2–0.33).
 */
export const norketamineWeight = {
  value: 0,
  low: painSlopes.norketamine / painSlopes.ketamine,
  high: 0.33,
  status: 'assumed',
  source: from(['simons2022effect', 'olofsen2022', 'fanta2015'], 'none; small antagonist; one third assumed'),
} as const

/** Effect at the lowest, the default and the highest weight. */
export interface OverWeights {
  readonly low: number
  readonly value: number
  readonly high: number
}

/**
 * Antinociception over the range of weights, C = max(0, S-ketamine + weight·S-norketamine). An opposing weight was seen in infusions,
 * where norketamine is a half of ketamine; swallowed ketamine leaves ten times as much, and there `low` is mostly 0: read it as
 * "not excluded", not as a prediction.
 *
 * @param ketamine at the effect site, S, ng/mL; @param norketamine S, ng/mL
 */
export function antinociceptionOverWeights(ketamine: number, norketamine: number, C50: number): OverWeights {
  const at = (weight: number) => antinociception(Math.max(0, ketamine + weight * norketamine), C50)
  const { low, value, high } = norketamineWeight
  return { low: at(low), value: at(value), high: at(high) }
}
