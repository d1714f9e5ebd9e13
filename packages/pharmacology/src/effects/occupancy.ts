/**
 * Occupancy of NMDA receptors by competitive binding of what is unbound, at equilibrium:
 *
 *     occupancy = Σ Cu/Ki / (1 + Σ Cu/Ki)        Cu = fu·C/M, µmol/L
 *
 * S- and R-ketamine count; norketamine is left out unless asked for (a sensitivity). Algebra on concentrations, no delay.
 */
import { from } from '../models/sources.ts'
import { MOLAR_MASS, type Substance } from '../substance.ts'
import type { Uncertain } from './effect.ts'

/** Total concentrations in plasma, ng/mL. */
export interface Enantiomers {
  readonly S: number
  readonly R: number
  /** Norketamine; left out = 0. */
  readonly SN?: number
  readonly RN?: number
}

const ebert = from([], 'Ebert 1997, Eur J Pharmacol 333:99: displacement of [³H]MK-801, rat; no interval seen')
const schmidt = from([], 'Schmidt & Holzgrabe 2024, PMID 37979888')
const constant = { spread: { form: 'none' }, kind: 'uncertainty', status: 'published' } as const
/** Standard deviation of the logit of fu over 0.65, 0.56 (bound 43–45 %) and 0.53 (bound 47 %). */
const BETWEEN = between(0.65, 0.56, 0.53)

// prettier-ignore
export const occupancyParameters = {
  KiS: { ...constant, symbol: 'KiS', meaning: 'dissociation constant of S-ketamine', unit: 'umol/L', value: 0.3, source: ebert },
  KiR: { ...constant, symbol: 'KiR', meaning: 'dissociation constant of R-ketamine', unit: 'umol/L', value: 1.4, source: ebert },
  KiSN: { ...constant, symbol: 'KiSN', meaning: 'dissociation constant of S-norketamine', unit: 'umol/L', value: 1.7, source: ebert },
  KiRN: { ...constant, symbol: 'KiRN', meaning: 'dissociation constant of R-norketamine', unit: 'umol/L', value: 13, source: ebert },
  KiRacemate: { ...constant, symbol: 'KiRacemate', meaning: 'dissociation constant of the racemate in another assay', unit: 'umol/L', value: 0.119,
    source: from([], 'Sałat 2015, 0.119 ± 0.01, read in a secondary source'), note: 'A quarter of what the enantiomers’ constants amount to. Used only to show that assays disagree.' },
  fuS: { symbol: 'fuS', meaning: 'unbound S-ketamine in plasma', unit: '1', value: 0.65, spread: { form: 'logit-normal', sd: BETWEEN }, kind: 'uncertainty',
    status: 'published', source: schmidt, note: 'Spread between sources: bound 43–45 % (US esketamine label), up to 47 % (Dayton 1983, doi:10.1007/BF00607095).' },
  fuR: { symbol: 'fuR', meaning: 'unbound R-ketamine in plasma', unit: '1', value: 0.71, spread: { form: 'logit-normal', sd: BETWEEN }, kind: 'uncertainty',
    status: 'published', source: schmidt, note: 'Spread as for S-ketamine; Dayton 1983 found no difference between enantiomers on α1-acid glycoprotein.' },
  fuN: { ...constant, symbol: 'fuN', meaning: 'unbound norketamine in plasma', unit: '1', value: 0.5, status: 'assumed', source: from(['ashraf2018'], 'assumed there, fixed') },
} as const satisfies Readonly<Record<string, Uncertain>>

/** What occupancy takes for granted, in words for whoever reads it. */
export const occupancyAssumptions: readonly string[] = [
  'binding constants are those of rat brain ([³H]MK-801); human constants were not found',
  'unbound ketamine in brain equals unbound ketamine in plasma, at once',
  'competition with glycine and glutamate, and trapping in the open channel, are ignored',
  'after the racemate half of the ketamine in plasma is S-ketamine',
  'norketamine is left out: its constants are published, its part in pain is contested',
]

const { KiS, KiR, KiSN, KiRN, KiRacemate, fuS, fuR, fuN } = occupancyParameters

/** Unbound fractions. */
export interface Unbound {
  readonly S: number
  readonly R: number
}
const UNBOUND: Unbound = { S: fuS.value, R: fuR.value }

/** µmol/L of base from ng/mL. */
export const micromolar = (concentration: number, molarMass: number): number => concentration / molarMass

/** Fraction of receptors occupied, 0–1. Concentrations are total, ng/mL; a negative or missing one gives NaN. */
export function occupancy({ S, R, SN = 0, RN = 0 }: Enantiomers, unbound: Unbound = UNBOUND): number {
  if (!(S >= 0 && R >= 0 && SN >= 0 && RN >= 0)) return NaN
  const ketamine = (fu: number, C: number, Ki: number) => (fu * micromolar(C, MOLAR_MASS.base)) / Ki
  const norketamine = (C: number, Ki: number) => (fuN.value * micromolar(C, MOLAR_MASS.norketamine)) / Ki
  return bound(
    ketamine(unbound.S, S, KiS.value) +
      ketamine(unbound.R, R, KiR.value) +
      norketamine(SN, KiSN.value) +
      norketamine(RN, KiRN.value),
  )
}

/** S- and R-ketamine of total plasma ketamine, ng/mL. Half and half after the racemate is assumed. */
export function enantiomers(ketamine: number, substance: Substance): Enantiomers {
  return substance === 'esketamine' ? { S: ketamine, R: 0 } : { S: ketamine / 2, R: ketamine / 2 }
}

/** Occupancy by total plasma ketamine (ng/mL) of one substance; rises with it. */
export const ketamineOccupancy = (ketamine: number, substance: Substance): number =>
  occupancy(enantiomers(ketamine, substance))

/**
 * The same by every published constant: the enantiomers' (Ebert), with norketamine (total, ng/mL) as well, and the racemate's in
 * another assay. How far they lie apart is not noise: the assays disagree four-fold.
 */
export function occupancyBySource(ketamine: number, norketamine: number) {
  const { S, R } = enantiomers(ketamine, 'racemic-ketamine')
  const unbound = fuS.value * micromolar(S, MOLAR_MASS.base) + fuR.value * micromolar(R, MOLAR_MASS.base)
  return {
    ebert1997: occupancy({ S, R }),
    ebert1997WithNorketamine: occupancy({ S, R, SN: norketamine / 2, RN: norketamine / 2 }),
    salat2015: bound(unbound / KiRacemate.value),
  }
}

const bound = (ratio: number): number => ratio / (1 + ratio)

function between(...fractions: readonly number[]): number {
  const logits = fractions.map((f) => Math.log(f / (1 - f)))
  const mean = logits.reduce((sum, x) => sum + x, 0) / logits.length
  return Math.sqrt(logits.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logits.length - 1))
}
