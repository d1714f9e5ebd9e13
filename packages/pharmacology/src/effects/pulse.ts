/**
 * Rise of pulse rate: a slope on total ketamine, from the same 741 infusions as the rise of pressure. Small at swallowed doses; no
 * interval is printed, so none is drawn, and how people differ in it is not known.
 */
import { from } from '../models/sources.ts'
import type { Uncertain } from './effect.ts'

// prettier-ignore
export const pulseParameters = {
  slopePulse: { symbol: 'slopePulse', meaning: 'rise of pulse rate per total ketamine', unit: '/min/(ng/mL)', value: 1.9 / 185, spread: { form: 'none' }, kind: 'uncertainty', status: 'derived',
    source: from([], 'largest mean rise of 1.9 beats/min over 741 infusions of 0.5 mg/kg in 135 people with depression, at 185 ng/mL; no interval printed'),
    note: 'Swallowed ketamine: no significant change seen (Benítez-Rosario 2011, PMID 21398087). At anaesthetic levels up to +43.5 % (Anesthesiology 103:258, S-ketamine to 1959 ng/mL), +15–30 % (Idvall 1979, doi:10.1093/bja/51.12.1167).' },
} as const satisfies Readonly<Record<string, Uncertain>>

/** Rise of pulse rate, beats/min, at total ketamine (ng/mL). */
export const pulse = (ketamine: number): number => pulseParameters.slopePulse.value * ketamine
