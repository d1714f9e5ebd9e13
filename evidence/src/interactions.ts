/**
 * Drugs and foods whose effect on SWALLOWED S-ketamine was measured in people (cross-over studies from Turku), and the
 * multipliers that make the composite model reproduce them. Most of the effect is first-pass, so it sits on Fpo; a change of
 * swallowed exposure must therefore not be read across to intravenous dosing, and only partly to sublingual dosing.
 *
 * Anything not listed has no human ketamine data: it is judged by enzyme class elsewhere, never as "no interaction".
 */
export type InteractionName =
  'clarithromycin' | 'grapefruit' | 'ticlopidine' | 'itraconazole' | 'st-johns-wort' | 'rifampicin'

/** A ratio with : without the interacting drug, as published. */
export interface ObservedRatio {
  readonly value: number
  /** As printed, where the source gives one. */
  readonly range?: readonly [number, number]
}

export interface Interaction {
  readonly name: string
  readonly kind: 'inhibitor' | 'inducer' | 'none'
  /** What it acts on, as its own study reads it. */
  readonly mechanism: string
  /** Factors on the composite's parameters (dimensionless), calibrated to `observed` and so not independent of it. */
  readonly multipliers: { readonly Fpo: number; readonly CL: number; readonly CLn: number; readonly status: 'derived' }
  readonly observed: {
    /** AUC of swallowed S-ketamine, ratio. `null`: not increased, no ratio printed. */
    readonly oralAUC: ObservedRatio | null
    readonly oralCmax?: ObservedRatio
    /** AUC after an intravenous dose, ratio. */
    readonly intravenousAUC?: ObservedRatio
    /** Norketamine-to-ketamine AUC ratio, relative change (−0.54 = 54 % lower). */
    readonly metaboliteRatioChange?: number
    /** Norketamine AUC, ratio. */
    readonly norketamineAUC?: ObservedRatio
  }
  readonly population: string
  readonly source: { readonly doi: string; readonly where: string }
  /** Further studies that an `observed` value comes from. */
  readonly alsoFrom?: string
}

export const interactions: Readonly<Record<InteractionName, Interaction>> = {
  clarithromycin: {
    name: 'clarithromycin',
    kind: 'inhibitor',
    mechanism: 'CYP3A inhibition',
    multipliers: { Fpo: 2.6, CL: 1, CLn: 1, status: 'derived' },
    observed: { oralAUC: { value: 2.6 }, oralCmax: { value: 3.6 }, metaboliteRatioChange: -0.54 },
    population: 'cross-over, n = 10, S-ketamine 0.2 mg/kg swallowed, after 4 days',
    source: { doi: '10.1016/j.ejpain.2009.10.003', where: 'abstract' },
  },
  grapefruit: {
    name: 'grapefruit juice (regular)',
    kind: 'inhibitor',
    mechanism: 'CYP3A4 inhibition, gut wall',
    multipliers: { Fpo: 3.0, CL: 1, CLn: 1, status: 'derived' },
    observed: {
      oralAUC: { value: 3.0, range: [2.4, 3.6] },
      oralCmax: { value: 2.1, range: [1.8, 2.6] },
      metaboliteRatioChange: -0.57,
    },
    population: 'cross-over, n = 12, S-ketamine 0.2 mg/kg swallowed, 200 mL three times a day for 5 days',
    source: { doi: '10.1007/s00228-012-1214-9', where: 'abstract' },
  },
  ticlopidine: {
    name: 'ticlopidine',
    kind: 'inhibitor',
    mechanism: 'CYP2B6 inhibition',
    multipliers: { Fpo: 1.87, CL: 0.78, CLn: 1, status: 'derived' },
    observed: { oralAUC: { value: 2.4 } },
    population: 'cross-over, n = 11, S-ketamine 0.2 mg/kg swallowed, 250 mg twice a day for 6 days',
    source: { doi: '10.1038/clpt.2011.140', where: 'abstract' },
  },
  itraconazole: {
    name: 'itraconazole',
    kind: 'none',
    mechanism: 'CYP3A4 inhibition; no increase of ketamine seen',
    multipliers: { Fpo: 1, CL: 1, CLn: 1, status: 'derived' },
    observed: { oralAUC: null },
    population: 'cross-over, n = 11, S-ketamine 0.2 mg/kg swallowed, 200 mg once a day for 6 days',
    source: { doi: '10.1038/clpt.2011.140', where: 'abstract' },
  },
  'st-johns-wort': {
    name: "St John's wort",
    kind: 'inducer',
    mechanism: 'CYP3A4 induction',
    multipliers: { Fpo: 0.42, CL: 1, CLn: 1.15, status: 'derived' },
    observed: { oralAUC: { value: 0.42 }, oralCmax: { value: 0.34 }, norketamineAUC: { value: 0.82 } },
    population: 'cross-over, n = 12, S-ketamine 0.3 mg/kg swallowed, after 14 days',
    source: { doi: '10.1111/j.1472-8206.2011.00954.x', where: 'abstract' },
  },
  rifampicin: {
    name: 'rifampicin',
    kind: 'inducer',
    mechanism: 'CYP3A4 and perhaps CYP2B6 induction',
    multipliers: { Fpo: 0.163, CL: 1.16, CLn: 3.0, status: 'derived' },
    observed: {
      oralAUC: { value: 0.14 },
      intravenousAUC: { value: 0.86 },
      norketamineAUC: { value: 0.5 },
    },
    population: 'cross-over, n = 11, S-ketamine 0.3 mg/kg swallowed (0.1 mg/kg intravenous), 600 mg a day for 6 days',
    source: { doi: '10.1111/j.1742-7843.2012.00908.x', where: 'abstract' },
    alsoFrom:
      'Norketamine AUC and CLn × 3: Noppers 2011, S-ketamine infusion over 2 h in 20 men after 5 days of rifampicin; area from 0 to 5 h, elimination of S-norketamine 200 % higher by the paper’s own model',
  },
}
