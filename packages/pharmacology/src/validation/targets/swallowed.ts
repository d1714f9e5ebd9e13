/** Swallowed doses: solution, lozenge or tablet. */
import { ours, percent, person, single, twofold, virtualPatients, within1SD, type Target } from '../target.ts'

const racemate = (dose: number): Target['regimen'] => [single('racemic-ketamine', 'oral', dose)]
const chong = {
  study: 'chong', reading: 'publication', regimen: racemate(25), person: person(50, 'chronic-pain'),
} as const // prettier-ignore
const hasan = { study: 'hasan', reading: 'publication', person: person(25) } as const
const perezRuixo = {
  study: 'perezRuixo', reading: 'model', regimen: [single('esketamine', 'oral', 84)], person: person(45),
} as const // prettier-ignore
/** mg; each with its SD: K AUC, K Cmax, K Tmax h, K half-life h */
const tablets = [
  [10, 13.4, 13.3, 1.63, 1.33, 5.34, 1.18, 4.96, 1.25],
  [20, 33.5, 35.8, 3.7, 3.93, 5.7, 0.649, 6.74, 2.02],
  [40, 63.5, 42.6, 6.66, 4.25, 5.87, 0.915, 7.21, 1.56],
  [80, 124, 72.9, 11.8, 6.56, 6.27, 0.594, 7.68, 1.43],
] as const
const released = (dose: number): Target['regimen'] => [single('racemic-ketamine', 'oral-prolonged-release', dose)]
/** S-ketamine 0.25 mg/kg at 70 kg. */
const fanta = {
  study: 'fanta', reading: 'publication', unit: '1', regimen: [single('esketamine', 'oral', 17.5)], person: person(24),
} as const // prettier-ignore

// prettier-ignore
export const swallowed: readonly Target[] = [
  { ...chong, name: 'Chong PO 25 mg, K Cmax', observed: 22.8, printed: '22.8 ± 12.8, n = 6', unit: 'ng/mL',
    measure: { kind: 'Cmax', analyte: 'ketamine', to: 4 }, tolerance: virtualPatients },
  { ...chong, name: 'Chong PO 25 mg, K Tmax', observed: 0.96, printed: '0.96 ± 0.8 h, n = 6', unit: 'h',
    measure: { kind: 'Tmax', analyte: 'ketamine', to: 4 }, tolerance: percent(30) },
  { ...chong, name: 'Chong PO 25 mg, K AUC0–8', observed: 77, printed: '(3.1 ± 0.7)/mg, n = 6: 77 ± 18', unit: 'ng·h/mL',
    measure: { kind: 'AUC', analyte: 'ketamine', to: 8 }, tolerance: ours(within1SD(77, 18)) },
  { ...chong, name: 'Chong PO 25 mg, NK Cmax', observed: 82, printed: '82 ± 34, n = 6', unit: 'ng/mL',
    measure: { kind: 'Cmax', analyte: 'norketamine', to: 4 }, tolerance: percent(25) },
  { ...chong, name: 'Chong PO 25 mg, NK AUC0–8', observed: 302, printed: '(12.1 ± 5.3)/mg, n = 6: 302 ± 132', unit: 'ng·h/mL',
    measure: { kind: 'AUC', analyte: 'norketamine', to: 8 }, tolerance: percent(25) },
  { ...chong, name: 'Chong PO 25 mg, F', observed: 0.23, printed: '23 ± 9 %, n = 6', unit: '1',
    measure: { kind: 'F' }, tolerance: ours(within1SD(0.23, 0.09)) },
  ...([[40, 63.5, 42.6, 14.9, 8.5], [80, 124, 72.9, 14.0, 6.5]] as const).flatMap(([dose, AUC, sd, ratio, ratioSD]): Target[] => [
    { ...hasan, name: `Hasan PR ${dose} mg, K AUC/dose`, regimen: racemate(dose), observed: AUC / dose, printed: `(${AUC} ± ${sd})/${dose}, n = 15`, unit: 'ng·h/mL/mg',
      measure: { kind: 'AUCinf-per-mg', analyte: 'ketamine' }, tolerance: percent(30) },
    { ...hasan, name: `Hasan PR ${dose} mg, NK:K`, regimen: racemate(dose), observed: ratio, printed: `${ratio} ± ${ratioSD}, n = 15`, unit: '1',
      measure: { kind: 'NK:K' }, tolerance: within1SD(ratio, ratioSD) },
  ]),
  ...([[10, 21.6, 14.2], [20, 16.9, 8.58]] as const).map(([dose, ratio, sd]): Target => (
    { ...hasan, name: `Hasan PR ${dose} mg, NK:K`, regimen: racemate(dose), observed: ratio, printed: `${ratio} ± ${sd}, n = 15`, unit: '1',
      measure: { kind: 'NK:K' }, tolerance: ours(within1SD(ratio, sd)) }
  )),
  ...tablets.flatMap(([dose, AUC, AUCSD, Cmax, CmaxSD, Tmax, TmaxSD, half, halfSD]): Target[] => [
    { ...hasan, name: `Hasan PR ${dose} mg, K AUC`, regimen: released(dose), observed: AUC, printed: `${AUC} ± ${AUCSD}, n = 15`, unit: 'ng·h/mL',
      measure: { kind: 'AUCinf', analyte: 'ketamine' }, tolerance: dose < 40 ? ours(percent(30)) : percent(30) },
    { ...hasan, name: `Hasan PR ${dose} mg, K Cmax`, regimen: released(dose), observed: Cmax, printed: `${Cmax} ± ${CmaxSD}, n = 15`, unit: 'ng/mL',
      measure: { kind: 'Cmax', analyte: 'ketamine', to: 24 }, tolerance: ours(percent(30)) },
    { ...hasan, name: `Hasan PR ${dose} mg, K Tmax`, regimen: released(dose), observed: Tmax, printed: `${Tmax} ± ${TmaxSD} h, n = 15`, unit: 'h',
      measure: { kind: 'Tmax', analyte: 'ketamine', to: 24 }, tolerance: ours(within1SD(Tmax, TmaxSD)) },
    { ...hasan, name: `Hasan PR ${dose} mg, K half-life`, regimen: released(dose), observed: half, printed: `${half} ± ${halfSD} h, n = 15`, unit: 'h',
      measure: { kind: 'half-life', analyte: 'ketamine' }, tolerance: ours(within1SD(half, halfSD)) },
  ]),
  { ...hasan, name: 'Hasan PR 80 mg, F', regimen: racemate(80), observed: 0.146, printed: '14.6 ± 7.56 %, n = 15', unit: '1', measure: { kind: 'F' }, tolerance: ours(within1SD(0.146, 0.0756)) },
  { name: 'Yanagihara PO 50 mg, NK AUC0–8', study: 'yanagihara', observed: 1000, printed: 'about 500 each enantiomer, n = 3', reading: 'publication', unit: 'ng·h/mL',
    regimen: racemate(50), person: person(24), measure: { kind: 'AUC', analyte: 'norketamine', to: 8 }, tolerance: twofold },
  { name: 'Yanagihara PO 50 mg, F', study: 'yanagihara', observed: 0.2, printed: 'about 20 %, n = 3', reading: 'publication', unit: '1',
    regimen: racemate(50), person: person(24), measure: { kind: 'F' }, tolerance: ours(twofold) },
  { ...perezRuixo, name: 'Perez-Ruixo PO S 84 mg, K AUC0–24', observed: 125, printed: '125, computed from Table 3', unit: 'ng·h/mL',
    measure: { kind: 'AUC', analyte: 'ketamine', to: 24 }, tolerance: percent(30), closer: { 'perez-ruixo-2021': ours(percent(5)) } },
  { ...perezRuixo, name: 'Perez-Ruixo PO S 84 mg, K Cmax', observed: 25.8, printed: '25.8, computed from Table 3', unit: 'ng/mL',
    measure: { kind: 'Cmax', analyte: 'ketamine', to: 6 }, tolerance: percent(50), closer: { 'perez-ruixo-2021': ours(percent(5)) } },
  { ...perezRuixo, name: 'Perez-Ruixo PO S 84 mg, F', observed: 0.186, printed: '18.6 % (abstract)', unit: '1',
    measure: { kind: 'F' }, tolerance: ours(percent(30)), closer: { 'perez-ruixo-2021': ours(percent(5)) } },
  { ...fanta, name: 'Fanta PO S 0.25 mg/kg, NK:K', observed: 16.5, printed: '16.5 at steady state, simulated by the authors', measure: { kind: 'NK:K' }, tolerance: twofold },
  { ...fanta, name: 'Fanta PO S 0.25 mg/kg, F', observed: 0.08, printed: '8 % (11 % between people), n = 11', measure: { kind: 'F' }, tolerance: ours(percent(30)) },
  { name: 'Grant PO 0.5 mg/kg, K Cmax', study: 'grant', observed: 45, printed: '45 ± 10', reading: 'publication', unit: 'ng/mL',
    regimen: racemate(35), person: person(30), measure: { kind: 'Cmax', analyte: 'ketamine', to: 4 }, tolerance: ours(within1SD(45, 10)) },
]
