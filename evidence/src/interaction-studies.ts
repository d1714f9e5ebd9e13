/**
 * The interaction studies themselves: what was given to whom, and every ratio (with : without the other drug) that their abstracts
 * print. A model is compared with these rows one by one; `interactions.ts` says what the default model makes of them.
 */
import type { InteractionName, ObservedRatio } from './interactions.ts'

export type InteractionMeasure =
  | 'ketamine-auc'
  | 'ketamine-cmax'
  | 'ketamine-half-life'
  | 'norketamine-auc'
  | 'norketamine-cmax'
  /** Norketamine AUC over ketamine AUC. */
  | 'norketamine-to-ketamine'

export interface InteractionStudy {
  /** First author and year. */
  readonly name: string
  readonly perpetrator: InteractionName
  readonly n: number | null
  /** Days of the other drug until the day of S-ketamine. */
  readonly pretreatmentDays: number
  /** S-ketamine; mg at 70 kg where the paper gives mg/kg. */
  readonly given: {
    readonly route: 'oral' | 'iv' | 'intranasal'
    /** `null`: not printed. A ratio does not depend on it, but for the part of a nasal dose that is swallowed. */
    readonly dose: number | null
    /** h */
    readonly infusion?: number
  }
  /** h; areas run to here and not to infinity. */
  readonly sampledTo?: number
  readonly ratios: Readonly<Partial<Record<InteractionMeasure, ObservedRatio>>>
  /** Changes that were printed without a size. */
  readonly unsized?: readonly string[]
  /** Without DOI: a product label. */
  readonly source: { readonly doi: string | null; readonly where: string }
}

const abstract = 'abstract'

export const interactionStudies: readonly InteractionStudy[] = [
  {
    name: 'Hagelberg 2010',
    perpetrator: 'clarithromycin',
    n: 10,
    pretreatmentDays: 4,
    given: { route: 'oral', dose: 0.2 * 70 },
    ratios: {
      'ketamine-auc': { value: 2.6 },
      'ketamine-cmax': { value: 3.6 },
      'norketamine-to-ketamine': { value: 1 - 0.54 },
    },
    source: { doi: '10.1016/j.ejpain.2009.10.003', where: abstract },
  },
  {
    name: 'Peltoniemi 2012, grapefruit',
    perpetrator: 'grapefruit',
    n: 12,
    pretreatmentDays: 5,
    given: { route: 'oral', dose: 0.2 * 70 },
    ratios: {
      'ketamine-auc': { value: 3, range: [2.4, 3.6] },
      'ketamine-cmax': { value: 2.1, range: [1.8, 2.6] },
      'ketamine-half-life': { value: 1.24 },
      'norketamine-to-ketamine': { value: 1 - 0.57 },
    },
    source: { doi: '10.1007/s00228-012-1214-9', where: abstract },
  },
  {
    name: 'Peltoniemi 2011, ticlopidine',
    perpetrator: 'ticlopidine',
    n: 11,
    pretreatmentDays: 6,
    given: { route: 'oral', dose: 0.2 * 70 },
    ratios: { 'ketamine-auc': { value: 2.4 } },
    unsized: ['norketamine : ketamine lower (p < 0.001)'],
    source: { doi: '10.1038/clpt.2011.140', where: abstract },
  },
  {
    name: 'esketamine label, ticlopidine',
    perpetrator: 'ticlopidine',
    n: null,
    pretreatmentDays: 9,
    given: { route: 'intranasal', dose: null },
    ratios: { 'ketamine-auc': { value: 1.29 } },
    unsized: ['ketamine Cmax not affected', 'ketamine half-life not affected'],
    source: { doi: null, where: 'product label of esketamine nasal spray, drug interactions (NCT03298906)' },
  },
  {
    name: 'Peltoniemi 2011, itraconazole',
    perpetrator: 'itraconazole',
    n: 11,
    pretreatmentDays: 6,
    given: { route: 'oral', dose: 0.2 * 70 },
    ratios: {},
    unsized: ['ketamine AUC not increased', 'norketamine : ketamine lower (p = 0.006)'],
    source: { doi: '10.1038/clpt.2011.140', where: abstract },
  },
  {
    name: 'Peltoniemi 2012, St John’s wort',
    perpetrator: 'st-johns-wort',
    n: 12,
    pretreatmentDays: 14,
    given: { route: 'oral', dose: 0.3 * 70 },
    ratios: {
      'ketamine-auc': { value: 1 - 0.58 },
      'ketamine-cmax': { value: 1 - 0.66 },
      'norketamine-auc': { value: 1 - 0.18 },
      'norketamine-cmax': { value: 1 - 0.23 },
    },
    source: { doi: '10.1111/j.1472-8206.2011.00954.x', where: abstract },
  },
  {
    name: 'Peltoniemi 2012, rifampicin, swallowed',
    perpetrator: 'rifampicin',
    n: 11,
    pretreatmentDays: 6,
    given: { route: 'oral', dose: 0.3 * 70 },
    ratios: { 'ketamine-auc': { value: 1 - 0.86 } },
    source: { doi: '10.1111/j.1742-7843.2012.00908.x', where: abstract },
  },
  {
    name: 'Peltoniemi 2012, rifampicin, intravenous',
    perpetrator: 'rifampicin',
    n: 11,
    pretreatmentDays: 6,
    given: { route: 'iv', dose: 0.1 * 70 },
    ratios: { 'ketamine-auc': { value: 1 - 0.14 } },
    source: { doi: '10.1111/j.1742-7843.2012.00908.x', where: abstract },
  },
  {
    // 20 or 40 mg/70 kg/h for 2 h, sampled "during and 3 h after": areas from 0 to 5 h.
    name: 'Noppers 2011',
    perpetrator: 'rifampicin',
    n: 20,
    pretreatmentDays: 5,
    given: { route: 'iv', dose: 40, infusion: 2 },
    sampledTo: 5,
    ratios: { 'ketamine-auc': { value: 1 - 0.1 }, 'norketamine-auc': { value: 1 - 0.5 } },
    source: { doi: null, where: 'abstract (Anesthesiology 2011; DOI not verified)' },
  },
]
