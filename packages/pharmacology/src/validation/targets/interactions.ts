/**
 * With another drug over without it; cross-over, but whether Noppers' were the same people was not seen. Doses of 0.2 and 0.3 mg/kg
 * at 70 kg. A tolerance that takes no change for the change that was seen says nothing, so none does.
 */
import { between, ours, percent, person, single, type Measure, type Target, type Tolerance } from '../target.ts'

const swallowed = (dose: number): Target['regimen'] => [single('esketamine', 'oral', dose)]
const low = swallowed(14)
const high = swallowed(21)
const AUC: Measure = { kind: 'AUCinf', analyte: 'ketamine' }
const Cmax: Measure = { kind: 'Cmax', analyte: 'ketamine', to: 12 }
const NKtoK: Measure = { kind: 'NK:K' }
const ratio = { unit: '1', reading: 'publication', person: person(24), tolerance: percent(20) } as const
/** What a factor was calibrated to, it must meet. */
const calibrated = {
  closer: { 'ketamine-composite': ours(percent(5)), 'ketamine-physiological': ours(percent(5)) },
} as const
/** NK:K was printed as a fall in percent; ten points of it either way. */
const tenPoints: Tolerance = { kind: 'difference', most: 0.1, basis: 'engineering' }
/** Only the direction was printed. */
const fell: Tolerance = { kind: 'lower', basis: 'printed' }

const clarithromycin = { ...ratio, study: 'clarithromycin', taking: 'clarithromycin', regimen: low } as const
const ticlopidine = { ...ratio, study: 'ticlopidine', taking: 'ticlopidine', regimen: low } as const
const itraconazole = { ...ratio, study: 'ticlopidine', taking: 'itraconazole', regimen: low } as const
const grapefruit = { ...ratio, study: 'grapefruit', taking: 'grapefruit', regimen: low } as const
const wort = { ...ratio, study: 'stJohnsWort', taking: 'st-johns-wort', regimen: high } as const
const rifampicin = { ...ratio, study: 'rifampicin', taking: 'rifampicin' } as const
/** 20 or 40 mg/70 kg/h for 2 h, sampled during and 3 h after. */
const noppers = {
  ...ratio, study: 'noppers', taking: 'rifampicin', regimen: [single('esketamine', 'iv', 40, { infusion: 2 })],
} as const // prettier-ignore

// prettier-ignore
export const interactionTargets: readonly Target[] = [
  { ...clarithromycin, name: 'Clarithromycin PO S, K AUC', observed: 2.6, printed: '× 2.6, n = 10', measure: AUC, ...calibrated },
  { ...clarithromycin, name: 'Clarithromycin PO S, K Cmax', observed: 3.6, printed: '× 3.6, n = 10', measure: Cmax, tolerance: ours(percent(20)) },
  { ...clarithromycin, name: 'Clarithromycin PO S, NK:K', observed: 0.46, printed: '−54 %, n = 10', measure: NKtoK, tolerance: tenPoints },
  { ...grapefruit, name: 'Grapefruit PO S, K AUC', observed: 3.0, printed: '× 3.0 (2.4–3.6), n = 12', measure: AUC, tolerance: between(2.4, 3.6), ...calibrated },
  { ...grapefruit, name: 'Grapefruit PO S, K Cmax', observed: 2.1, printed: '× 2.1 (1.8–2.6), n = 12', measure: Cmax, tolerance: between(1.8, 2.6) },
  { ...grapefruit, name: 'Grapefruit PO S, NK:K', observed: 0.43, printed: '−57 %, n = 12', measure: NKtoK, tolerance: tenPoints },
  { ...grapefruit, name: 'Grapefruit PO S, K half-life', observed: 1.24, printed: '+24 %, n = 12', measure: { kind: 'half-life', analyte: 'ketamine' }, tolerance: ours(percent(15)) },
  { ...ticlopidine, name: 'Ticlopidine PO S, K AUC', observed: 2.4, printed: '× 2.4, n = 11', measure: AUC, ...calibrated },
  { ...ticlopidine, name: 'Ticlopidine PO S, NK:K', observed: 1, printed: 'fell, p < 0.001, size not printed', measure: NKtoK, tolerance: fell },
  { ...itraconazole, name: 'Itraconazole PO S, K AUC', observed: 1, printed: 'not increased, n = 11', measure: AUC, ...calibrated },
  { ...itraconazole, name: 'Itraconazole PO S, NK:K', observed: 1, printed: 'fell, p = 0.006, size not printed', measure: NKtoK, tolerance: fell },
  { ...wort, name: 'St John’s wort PO S, K AUC', observed: 0.42, printed: '−58 %, n = 12', measure: AUC, ...calibrated },
  { ...wort, name: 'St John’s wort PO S, K Cmax', observed: 0.34, printed: '−66 %, n = 12', measure: Cmax, tolerance: ours(percent(20)) },
  { ...wort, name: 'St John’s wort PO S, NK AUC', observed: 0.82, printed: '−18 %, n = 12', measure: { kind: 'AUCinf', analyte: 'norketamine' }, tolerance: ours(percent(20)) },
  { ...wort, name: 'St John’s wort PO S, NK Cmax', observed: 0.77, printed: '−23 %, n = 12', measure: { kind: 'Cmax', analyte: 'norketamine', to: 12 }, tolerance: ours(percent(20)) },
  { ...rifampicin, name: 'Rifampicin PO S, K AUC', regimen: high, observed: 0.14, printed: '−86 %, n = 11', measure: AUC, ...calibrated },
  { ...rifampicin, name: 'Rifampicin IV S, K AUC', regimen: [single('esketamine', 'iv', 7)], observed: 0.86, printed: '−14 %, n = 11', measure: AUC, tolerance: ours(percent(10)), ...calibrated },
  { ...noppers, name: 'Rifampicin IV S infusion (Noppers), K AUC0–5', observed: 0.9, printed: '−10 %, n = 20', measure: { kind: 'AUC', analyte: 'ketamine', to: 5 }, tolerance: ours(percent(9)) },
  { ...noppers, name: 'Rifampicin IV S infusion (Noppers), NK AUC0–5', observed: 0.5, printed: '−50 %, n = 20', measure: { kind: 'AUC', analyte: 'norketamine', to: 5 }, tolerance: ours(percent(20)) },
  { ...ticlopidine, name: 'Ticlopidine nasal S, K AUC', study: 'label', regimen: [single('esketamine', 'intranasal', 56)], observed: 1.29, printed: '+29 %', measure: AUC },
]
