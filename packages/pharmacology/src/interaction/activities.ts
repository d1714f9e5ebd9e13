/**
 * What each interacting drug does to the enzymes of `ketamine-physiological`: ONE activity each, the same for every route. Fitted
 * with f3A4 and fn3A4 by `first-pass-fit.ts`, which finds these digits again; docs/adr/0005 says how well they are known.
 */
import type { InteractionName } from '@anodyne/evidence'

export interface FittedActivity {
  readonly enzyme: 'CYP3A4' | 'CYP2B6'
  /** 1 = unchanged, 0 = none left. CYP3A4: in gut wall and liver alike. */
  readonly activity: number
  readonly status: 'derived' | 'assumed'
  readonly note?: string
}

export const fittedActivities: Readonly<Record<InteractionName, FittedActivity>> = {
  clarithromycin: { enzyme: 'CYP3A4', activity: 0.086, status: 'derived' },
  grapefruit: {
    enzyme: 'CYP3A4',
    activity: 0,
    status: 'derived',
    note: 'At its bound: a gut wall that lets 0.379 through can give × 2.64 at most, and the liver the rest.',
  },
  ticlopidine: {
    enzyme: 'CYP2B6',
    activity: 0.336,
    status: 'derived',
    note: 'Of all that is not CYP3A4. Were it 0, CYP2B6 would be 0.58 of the whole; the two cannot be told apart.',
  },
  itraconazole: {
    enzyme: 'CYP3A4',
    activity: 1,
    status: 'assumed',
    note: 'No increase of ketamine was seen. An inhibitor of CYP3A4 that changes nothing contradicts clarithromycin and grapefruit.',
  },
  'st-johns-wort': { enzyme: 'CYP3A4', activity: 2.6, status: 'derived' },
  rifampicin: {
    enzyme: 'CYP3A4',
    activity: 6.36,
    status: 'derived',
    note: 'Induction of CYP2B6, if any, is in this number.',
  },
}
