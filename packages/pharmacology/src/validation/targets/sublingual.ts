/** Held under the tongue or in the cheek for about ten minutes, then swallowed: lozenge, wafer, tablet, film. */
import {
  between,
  ours,
  percent,
  person,
  single,
  twofold,
  virtualPatients,
  within1SD,
  type Analyte,
  type Target,
  type Tolerance,
} from '../target.ts'

const chong = {
  study: 'chong', reading: 'publication', regimen: [single('racemic-ketamine', 'sublingual', 25)], person: person(50, 'chronic-pain'),
} as const // prettier-ignore
const rolan = {
  study: 'rolan', reading: 'publication', regimen: [single('racemic-ketamine', 'sublingual', 25)], person: person(25),
} as const // prettier-ignore
const film = (dose: number) =>
  ({
    study: 'simons',
    reading: 'transcription',
    regimen: [single('esketamine', 'sublingual', dose)],
    person: person(24),
  }) as const

/** Of its own paper: analyte, Cmax, Tmax min, AUC0–6 ng·min/mL. */
const table2 = [
  [50, 'K', 'ketamine', 96, 18.8, 8363],
  [50, 'NK', 'norketamine', 276, 61, 38497],
  [50, 'HNK', 'hydroxynorketamine', 101, 81, 24087],
  [100, 'K', 'ketamine', 144, 19.1, 13347],
  [100, 'NK', 'norketamine', 426, 78, 67959],
  [100, 'HNK', 'hydroxynorketamine', 189, 109, 44972],
] as const

const own = (tolerance: Tolerance) => ({ 'simons-2022': tolerance })
const simons: readonly Target[] = table2.flatMap(([dose, short, name, Cmax, Tmax, AUC]) => {
  const analyte: Analyte = name
  const shared = film(dose)
  // The review has tolerances for 50 mg, of hydroxynorketamine only for the paper's own model.
  const regression = (tolerance: Tolerance) => (dose === 50 ? tolerance : ours(tolerance))
  const review = (tolerance: Tolerance) => (dose === 50 && short !== 'HNK' ? tolerance : ours(tolerance))
  return [
    { ...shared, name: `Simons film S ${dose} mg, ${short} Cmax`, observed: Cmax, printed: `${Cmax}, arterial, n = 19–20`, unit: 'ng/mL',
      measure: { kind: 'Cmax', analyte, to: 6 }, tolerance: review(short === 'K' ? ours(percent(25)) : twofold), closer: own(regression(percent(15))) },
    { ...shared, name: `Simons film S ${dose} mg, ${short} Tmax`, observed: Tmax / 60, printed: `${Tmax} min, arterial, n = 19–20`, unit: 'h',
      measure: { kind: 'Tmax', analyte, to: 6 }, tolerance: ours(twofold), closer: own(ours(percent(dose === 50 ? 10 : 30))) },
    { ...shared, name: `Simons film S ${dose} mg, ${short} AUC0–6`, observed: AUC / 60, printed: `${AUC} ng·min/mL, n = 19–20`, unit: 'ng·h/mL',
      measure: { kind: 'AUC', analyte, to: 6 }, tolerance: review(percent(25)), closer: own(regression(percent(15))) },
  ] satisfies Target[]
}) // prettier-ignore

// prettier-ignore
export const sublingual: readonly Target[] = [
  { ...chong, name: 'Chong SL 25 mg, K Cmax', observed: 28.6, printed: '28.6 ± 6.6, n = 6', unit: 'ng/mL', measure: { kind: 'Cmax', analyte: 'ketamine', to: 4 }, tolerance: virtualPatients },
  { ...chong, name: 'Chong SL 25 mg, K Tmax', observed: 0.76, printed: '0.76 ± 0.51 h, n = 6', unit: 'h', measure: { kind: 'Tmax', analyte: 'ketamine', to: 4 }, tolerance: ours(percent(30)) },
  { ...chong, name: 'Chong SL 25 mg, K AUC0–8', observed: 100, printed: '(4.0 ± 1.9)/mg, n = 6: 100 ± 48', unit: 'ng·h/mL', measure: { kind: 'AUC', analyte: 'ketamine', to: 8 }, tolerance: within1SD(100, 48) },
  { ...chong, name: 'Chong SL 25 mg, NK Cmax', observed: 66, printed: '66 ± 29, n = 6', unit: 'ng/mL', measure: { kind: 'Cmax', analyte: 'norketamine', to: 4 }, tolerance: percent(35) },
  { ...chong, name: 'Chong SL 25 mg, NK AUC0–8', observed: 248, printed: '(9.9 ± 5.3)/mg, n = 6: 248 ± 133', unit: 'ng·h/mL', measure: { kind: 'AUC', analyte: 'norketamine', to: 8 }, tolerance: percent(35) },
  { ...chong, name: 'Chong SL 25 mg, F', observed: 0.32, printed: '32 ± 17 %, n = 6; median 24 % (19–49)', unit: '1', measure: { kind: 'F' }, tolerance: ours(within1SD(0.32, 0.17)) },
  { ...rolan, name: 'Rolan SL 25 mg, F', observed: 0.29, printed: '29 % (90 % CI 27–31), n = 8', unit: '1', measure: { kind: 'F' }, tolerance: between(0.27, 0.31, '90 % CI') },
  { ...rolan, name: 'Rolan SL 25 mg, K Tmax', observed: 0.75, printed: '0.75 h (0.25–1.0), n = 8', unit: 'h', measure: { kind: 'Tmax', analyte: 'ketamine', to: 4 }, tolerance: between(0.25, 1) },
  { name: 'Yanagihara SL 50 mg, NK AUC0–8', study: 'yanagihara', observed: 740, printed: '280–460 each enantiomer, n = 3', reading: 'publication', unit: 'ng·h/mL',
    regimen: [single('racemic-ketamine', 'sublingual', 50)], person: person(24), measure: { kind: 'AUC', analyte: 'norketamine', to: 8 }, tolerance: between(560, 920) },
  { name: 'Yanagihara SL 50 mg, F', study: 'yanagihara', observed: 0.3, printed: 'about 30 %, n = 3', reading: 'publication', unit: '1',
    regimen: [single('racemic-ketamine', 'sublingual', 50)], person: person(24), measure: { kind: 'F' }, tolerance: ours(percent(10)) },
  ...simons,
  { ...film(50), name: 'Simons film S 50 mg, K AUC', observed: 148, printed: '148, the authors’ model', reading: 'model', unit: 'ng·h/mL', measure: { kind: 'AUCinf', analyte: 'ketamine' }, tolerance: percent(25), closer: own(ours(percent(5))) },
  { ...film(50), name: 'Simons film S, F', observed: 0.26, printed: '26 ± 1 %', reading: 'publication', unit: '1', measure: { kind: 'F' }, tolerance: ours(percent(10)), closer: own(between(0.25, 0.27, '1 SE')) },
]
