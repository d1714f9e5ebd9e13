/**
 * Esketamine by nasal spray, mouth and vein, with apparent noresketamine: 820 healthy volunteers and patients with
 * treatment-resistant depression, more than 9000 samples. Perez-Ruixo 2021, Section 2.3 and Table 3.
 *
 *     nose'  = FRn·dose − kan·nose                       sw'  = (1 − FRn)·dose over Dsw − kasw·sw      po' = dose over Dpo − kapo·po
 *     C'     = kan·nose + Qh/Vh·H − (Qh + Q1 + Q2)/Vc·C + Q1/Vp1·P1 + Q2/Vp2·P2
 *     H'     = Fgut·(kasw·sw + kapo·po) + Qh/Vc·C − (Qh/Vh + kel + kmet)·H
 *     N'     = kmet·H − (CLn + Q3)/Vcn·N + Q3/Vpn·NP
 *
 * Gut wall and liver stand apart, so first pass and clearance share the liver: CL = Qh·E and F = Fgut·(1 − E) with
 * E = CLint/(Qh + CLint), CLint = Vh·(kel + kmet). Noresketamine is apparent; its AUC is a KNOWN MISS: the printed values
 * over-predict the paper's own AUC0–24 by 38–56 %, while its Cmax is met within a few percent.
 */
import type { Model, Variance } from '../model.ts'
import { from } from './sources.ts'

const table3 = from(['perezRuixo2021'], 'Table 3 (transcription; primary table not opened)')
const table2 = from(['perezRuixo2021'], 'Table 2 (transcription; primary table not opened)')
const study1009 = from(['perezRuixo2021'], 'study ESKETINTRD1009 (transcription; primary text not opened)')
const published = 'published'

/** omega² = ln(1 + CV²); the paper prints CV in percent. */
const cv = (percent: number): Variance => ({
  value: Math.log(1 + (percent / 100) ** 2),
  scale: 'log',
  kind: 'between-patient',
  status: 'derived',
  source: from(
    ['perezRuixo2021'],
    `Table 3: ${percent} % CV, as ln(1 + CV²) (transcription; primary table not opened)`,
  ),
})

export const perezRuixo2021: Model = {
  id: 'perez-ruixo-2021',
  version: '0.1.0',
  title: 'Esketamine by nasal spray, mouth and vein, with noresketamine',
  population:
    '820 adults, 18–86 years (median 45), 39–170 kg (median 74): 256 healthy, 564 with treatment-resistant depression',

  // prettier-ignore
  parameters: [
    { symbol: 'FRn', meaning: 'part of the first spray absorbed in the nose', unit: '1', value: 0.54, status: published, source: table3,
      variance: { value: 0.708 ** 2, scale: 'logit', kind: 'between-patient', status: 'derived',
        source: from(['perezRuixo2021'], 'Table 3: 70.8, read as SD 0.708 on the logit (transcription; primary table not opened)') },
      note: 'Japanese: × 1.34 (Table 3), not modelled.' },
    { symbol: 'FRnNext', meaning: 'factor on FRn from the second spray device on', unit: '1', value: 0.62, status: published, source: table3 },
    { symbol: 'kan', meaning: 'absorption rate from the nose', unit: '/h', value: 2.93, variance: cv(61.5), status: published, source: table3 },
    { symbol: 'Dsw', meaning: 'time of input of the swallowed part of a spray', unit: 'h', value: 0.53, status: published, source: table3 },
    { symbol: 'kasw', meaning: 'absorption rate of the swallowed part of a spray', unit: '/h', value: 1.45, variance: cv(132), status: published, source: table3 },
    { symbol: 'Dpo', meaning: 'time of input of an oral solution', unit: 'h', value: 0.32, status: published, source: table3 },
    { symbol: 'kapo', meaning: 'absorption rate of an oral solution', unit: '/h', value: 0.97, variance: cv(132), status: published, source: table3 },
    { symbol: 'Fgut', meaning: 'swallowed esketamine that escapes the gut wall', unit: '1', value: 0.64, status: published, source: table3 },
    { symbol: 'Vc', meaning: 'central volume', unit: 'L', value: 192, variance: cv(27.5), status: published, source: table3 },
    { symbol: 'Q1', meaning: 'flow to the shallow tissue', unit: 'L/h', value: 84.3, status: published, source: table3 },
    { symbol: 'Vp1', meaning: 'volume of the shallow tissue', unit: 'L', value: 143, variance: cv(49.3), status: published, source: table3 },
    { symbol: 'Q2', meaning: 'flow to the deep tissue', unit: 'L/h', value: 37.6, status: published, source: table3 },
    { symbol: 'Vp2', meaning: 'volume of the deep tissue', unit: 'L', value: 417, status: published, source: table3 },
    { symbol: 'Qh', meaning: 'hepatic blood flow', unit: 'L/h', value: 151, relation: 'Qh-QhAge*max(age-QhFrom, 0)', variance: cv(23.2), status: published, source: table3 },
    { symbol: 'QhAge', meaning: 'fall of hepatic blood flow for each year above QhFrom', unit: 'L/h/a', value: 2.19, status: published, source: table3 },
    { symbol: 'QhFrom', meaning: 'age from which hepatic blood flow falls', unit: 'a', value: 60, status: published, source: table3 },
    { symbol: 'Vh', meaning: 'hepato-portal volume', unit: 'L', value: 101, variance: cv(34.6), status: published, source: table3 },
    { symbol: 'kel', meaning: 'rate of metabolism in the liver to anything but noresketamine', unit: '/h', value: 1.11, variance: cv(120), status: published, source: table3,
      note: 'Asian: × 0.36 (Table 3), not modelled.' },
    { symbol: 'kmet', meaning: 'rate of metabolism in the liver to noresketamine', unit: '/h', value: 2.77, status: published, source: table3,
      note: 'Its spread between people is a gap.' },
    { symbol: 'Vcn', meaning: 'apparent central volume of noresketamine', unit: 'L', value: 70, variance: cv(31.6), status: published, source: table3 },
    { symbol: 'CLn', meaning: 'apparent clearance of noresketamine', unit: 'L/h', value: 38, variance: cv(25.4), status: published, source: table3,
      note: 'Asian: × 0.81 (Table 3), not modelled.' },
    { symbol: 'Vpn', meaning: 'apparent tissue volume of noresketamine', unit: 'L', value: 115, status: published, source: table3 },
    { symbol: 'Q3', meaning: 'apparent flow of noresketamine to tissue', unit: 'L/h', value: 26.1, status: published, source: table3 },
  ],

  // prettier-ignore
  gaps: [
    { symbol: 'omegaKmet', meaning: 'variance of kmet', unit: '1', why: 'the text says that kmet varies between people, the table is blank', source: table3 },
  ],
  covariates: [{ name: 'age', unit: 'a', reference: 45, status: published, source: table2 }],
  covariances: [],

  states: [
    { name: 'nose', meaning: 'esketamine in the nose', unit: 'mg' },
    { name: 'sw', meaning: 'swallowed part of a spray', unit: 'mg' },
    { name: 'po', meaning: 'swallowed solution', unit: 'mg' },
    { name: 'C', meaning: 'esketamine, central', unit: 'mg' },
    { name: 'P1', meaning: 'esketamine, shallow tissue', unit: 'mg' },
    { name: 'P2', meaning: 'esketamine, deep tissue', unit: 'mg' },
    { name: 'H', meaning: 'esketamine in liver and portal vein', unit: 'mg' },
    { name: 'N', meaning: 'noresketamine, central', unit: 'mg' },
    { name: 'NP', meaning: 'noresketamine, tissue', unit: 'mg' },
  ],

  flows: [
    { from: 'nose', to: 'C', rate: 'kan' },
    { from: 'sw', to: 'H', rate: 'kasw*Fgut' },
    { from: 'sw', rate: 'kasw*(1-Fgut)' },
    { from: 'po', to: 'H', rate: 'kapo*Fgut' },
    { from: 'po', rate: 'kapo*(1-Fgut)' },
    { from: 'C', to: 'P1', rate: 'Q1/Vc' },
    { from: 'P1', to: 'C', rate: 'Q1/Vp1' },
    { from: 'C', to: 'P2', rate: 'Q2/Vc' },
    { from: 'P2', to: 'C', rate: 'Q2/Vp2' },
    { from: 'C', to: 'H', rate: 'Qh/Vc' },
    { from: 'H', to: 'C', rate: 'Qh/Vh' },
    { from: 'H', rate: 'kel' },
    { from: 'H', to: 'N', rate: 'kmet' },
    { from: 'N', to: 'NP', rate: 'Q3/Vcn' },
    { from: 'NP', to: 'N', rate: 'Q3/Vpn' },
    { from: 'N', rate: 'CLn/Vcn' },
  ],

  leaves: ['sw', 'po', 'H', 'N'],

  routes: {
    oral: [{ into: 'po', fraction: '1', duration: 'Dpo' }],
    iv: [{ into: 'C', fraction: '1', duration: 'given' }],
    intranasal: [
      { into: 'nose', fraction: 'FRn' },
      { into: 'sw', fraction: '1-FRn', duration: 'Dsw' },
    ],
    // The second and third device at the same sitting: 84 mg is 28 mg intranasal and 56 mg intranasal-next.
    'intranasal-next': [
      { into: 'nose', fraction: 'FRn*FRnNext' },
      { into: 'sw', fraction: '1-FRn*FRnNext', duration: 'Dsw' },
    ],
  },

  outputs: [
    { name: 'ketamine', state: 'C', scale: '1000/Vc', unit: 'ng/mL' },
    { name: 'norketamine', state: 'N', scale: '1000/Vcn', unit: 'ng/mL' },
  ],

  residuals: [
    { output: 'ketamine', kind: 'log', sd: 0.276, unit: '1', status: published, source: table3 },
    { output: 'norketamine', kind: 'log', sd: 0.422, unit: '1', status: published, source: table3 },
  ],

  // prettier-ignore
  domain: {
    substances: ['esketamine'],
    sampling: 'venous',
    routes: {
      oral: { dose: [84, 84], formulation: 'solution', formulations: ['solution'], status: published, source: study1009 },
      iv: { dose: [28, 28], formulation: 'infusion over 40 min', status: published, source: study1009 },
      intranasal: { dose: [14, 28], formulation: 'first spray device', status: published, source: table2 },
      'intranasal-next': { dose: [28, 84], formulation: 'second and later spray devices', status: published, source: table2 },
    },
    weight: { range: [39, 170], status: published, source: table2 },
    age: { range: [18, 86], status: published, source: table2 },
    populations: ['healthy', 'treatment-resistant-depression'],
    interactions: false,
  },
}
