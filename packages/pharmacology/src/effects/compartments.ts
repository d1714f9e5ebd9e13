/**
 * The composite model with two effect compartments, which are linear too and so are solved exactly with the rest:
 *
 *     Erelief' = ln2/thalfRelief·(share·K1/V1 − Erelief)         Emind' = ln2/thalfMind·(share·K1/V1 − Emind)
 *
 * both in mg/L of S-ketamine. Norketamine has no weight: its sign is contested (0 in two studies, opposite in two).
 */
import type { Model } from '../model.ts'
import { from } from '../models/sources.ts'
import { ketamineComposite } from '../models/ketamine-composite.ts'

/** SD of the logarithm that makes (low, high) the central 95 % of a log-normal. */
export const logSD = (low: number, high: number): number => Math.log(high / low) / (2 * 1.96)

/** SD of the logarithm at which the central 95 % about `middle` reaches both ends of a range: beyond the nearer one. */
export const coveringLogSD = (middle: number, [low, high]: readonly [number, number]): number =>
  Math.max(Math.log(high / middle), Math.log(middle / low)) / 1.96

/** SD of the logarithm of what three values, of which lowest and highest are known, were taken from: 3/√π SDs apart on average. */
export const logSDOfThree = (lowest: number, highest: number): number =>
  (Math.log(highest / lowest) * Math.sqrt(Math.PI)) / 3

const dahan = from(['dahan2011'], 'abstract: 10.9 d, 95 % CI 5.3–20.5')
const olofsen = from(['olofsen2022'], 'abstract: 8.3 min, 95 % CI 5.1–13.0')

export const ketamineWithEffects: Model = {
  ...ketamineComposite,
  // prettier-ignore
  parameters: [
    ...ketamineComposite.parameters,
    { symbol: 'share', meaning: 'S-ketamine as part of total plasma ketamine', unit: '1', value: { 'racemic-ketamine': 0.5, esketamine: 1 }, status: 'assumed',
      source: from([], 'half of the racemate: stereoselective first pass ignored') },
    { symbol: 'thalfRelief', meaning: 'half-life of onset and offset of slow pain relief', unit: 'h', value: 10.9 * 24, status: 'published', source: dahan,
      variance: { value: logSD(5.3, 20.5) ** 2, scale: 'log', kind: 'uncertainty', status: 'derived', source: dahan } },
    { symbol: 'thalfMind', meaning: 'half-life of equilibration between plasma and psychotropic effect', unit: 'h', value: 8.3 / 60, status: 'published', source: olofsen,
      variance: { value: logSD(5.1, 13.0) ** 2, scale: 'log', kind: 'uncertainty', status: 'derived', source: olofsen } },
  ],
  states: [
    ...ketamineComposite.states,
    { name: 'Erelief', meaning: 'S-ketamine at the site of slow relief', unit: 'mg/L' },
    { name: 'Emind', meaning: 'S-ketamine at the site of psychotropic effect', unit: 'mg/L' },
  ],
  flows: [
    ...ketamineComposite.flows,
    { from: 'Erelief', rate: `${Math.LN2}/thalfRelief` },
    { from: 'Emind', rate: `${Math.LN2}/thalfMind` },
  ],
  links: [
    { of: 'K1', into: 'Erelief', rate: `${Math.LN2}/thalfRelief*share/V1` },
    { of: 'K1', into: 'Emind', rate: `${Math.LN2}/thalfMind*share/V1` },
  ],
  outputs: [
    ...ketamineComposite.outputs,
    { name: 'relief-site', state: 'Erelief', scale: '1000', unit: 'ng/mL' },
    { name: 'mind-site', state: 'Emind', scale: '1000', unit: 'ng/mL' },
  ],
}
