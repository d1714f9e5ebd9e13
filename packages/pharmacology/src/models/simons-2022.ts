/**
 * S-ketamine oral thin film, held under the tongue or in the cheek for ten minutes, then 20 mg intravenously: S-ketamine,
 * S-norketamine and S-hydroxynorketamine in ARTERIAL plasma of 20 healthy volunteers. Simons 2022, Figure 2 and Table 4.
 *
 *     Amuc' = F1·dose over D1 − KA1·Amuc                  Agut' = F2·dose over D2 − KA2·Agut
 *     G     = one compartment, MTT gut                    M, L  = two compartments each, MTT K→NK and MTT NK→HNK
 *     K1'   = KA1·Amuc − (CLK1 + CLK2 + CLK3)/VK1·K1 + CLK2/VK2·K2 + CLK3/VK3·K3
 *     M     ← CLK1/VK1·K1 + what leaves G;   N1 ← 80 % of what leaves M;   H1 ← 70 % of what leaves L
 *     N1'   = … − (CLN1 + CLN2)/VK1·N1 + CLN2/VN2·N2     (VN1 = VK1)
 *     H1'   = … − (CLH1 + CLH2)/VH1·H1 + CLH2/VH2·H2
 *
 * Swallowed ketamine goes to metabolism and NEVER reaches the blood as ketamine: this film model has no oral bioavailability of
 * the parent. Its F2 of 116 % of the dose, beside F1 of 26.3 %, is an empirical factor for how much metabolite appears, given
 * that 80 % and 70 % are fixed guesses; it is not a fraction of anything. Amounts are µmol, as in the paper.
 */
import type { Model, Source, Variance } from '../model.ts'
import { from } from './sources.ts'

const table4 = from(['simons2022'], 'Table 4 (transcription; primary table not opened)')
const methods = from(['simons2022'], 'Methods, fixed by assumption (transcription; primary text not opened)')
const table1 = from(['simons2022'], 'Table 1 (transcription; primary table not opened)')
const published = 'published'

/** "@ 70 kg" is printed; the exponents are not. */
const weightBasis = {
  status: 'assumed',
  source: from(['simons2022'], 'Table 4 says “@ 70 kg”, its exponents are not printed: the usual 0.75 and 1'),
} as const
const asClearance = { weightExponent: 0.75, weightBasis }
const asVolume = { weightExponent: 1, weightBasis }

const spread = (value: number, kind: Variance['kind'] = 'between-patient', source: Source = table4): Variance => ({
  value,
  scale: 'log',
  kind,
  status: published,
  source,
})
const occasions = (value: number, source?: Source): Variance => spread(value, 'between-occasion', source)

/** Printed on the row of the additive error of norketamine; it can only belong to this one. */
const misplaced = from(
  ['simons2022'],
  'Table 4, printed on the row of the additive error of norketamine (transcription)',
)

export const simons2022: Model = {
  id: 'simons-2022',
  version: '0.1.0',
  title: 'S-ketamine oral thin film and infusion, with norketamine and hydroxynorketamine',
  population:
    '20 healthy volunteers (10 women), 19–32 years, 53–93 kg, arterial plasma, 50 or 100 mg film, 20 mg intravenously',

  // prettier-ignore
  parameters: [
    { symbol: 'F1', meaning: 'part of the film that passes the mucosa', unit: '%', value: 26.3, standardError: 1.2, variance: occasions(0.06), status: published, source: table4 },
    { symbol: 'D1', meaning: 'time of zero-order input into the mucosa', unit: 'min', value: 13.1, standardError: 1.0, variance: occasions(0.154), status: published, source: table4 },
    { symbol: 'KA1', meaning: 'absorption rate from the mucosa', unit: '/min', value: 0.04, standardError: 0.002, variance: occasions(0.062), status: published, source: table4 },
    { symbol: 'F2', meaning: 'metabolite formed from swallowed film, in terms of the whole dose', unit: '%', value: 116, standardError: 6, variance: occasions(0.057), status: published, source: table4,
      note: 'More than the dose: an empirical factor, since the formed fractions are fixed.' },
    { symbol: 'D2', meaning: 'time of zero-order input into the gut', unit: 'min', value: 29.9, standardError: 3.5, variance: occasions(0.611), status: published, source: table4 },
    { symbol: 'KA2', meaning: 'absorption rate from the gut', unit: '/min', value: 0.049, standardError: 0.007, variance: occasions(0.376), status: published, source: table4 },
    { symbol: 'MTTG', meaning: 'mean transit time from gut to liver', unit: 'min', value: 10.7, standardError: 1.7, variance: occasions(0.937), status: published, source: table4 },
    { symbol: 'VK1', meaning: 'central volume of ketamine, and of norketamine', unit: 'L', value: 11.6, standardError: 0.9, ...asVolume, variance: spread(0.057), status: published, source: table4 },
    { symbol: 'VK2', meaning: 'volume of the fast tissue', unit: 'L', value: 39.0, standardError: 2.9, ...asVolume, status: published, source: table4 },
    { symbol: 'VK3', meaning: 'volume of the slow tissue', unit: 'L', value: 174, standardError: 11, ...asVolume, status: published, source: table4 },
    { symbol: 'CLK1', meaning: 'clearance of ketamine', unit: 'L/min', value: 1.48, standardError: 0.06, ...asClearance, variance: spread(0.029), status: published, source: table4 },
    { symbol: 'CLK2', meaning: 'flow of ketamine to the fast tissue', unit: 'L/min', value: 2.43, standardError: 0.24, ...asClearance, status: published, source: table4 },
    { symbol: 'CLK3', meaning: 'flow of ketamine to the slow tissue', unit: 'L/min', value: 1.21, standardError: 0.08, ...asClearance, variance: spread(0.026), status: published, source: table4 },
    { symbol: 'MTTN', meaning: 'mean transit time of ketamine to norketamine', unit: 'min', value: 20.1, standardError: 1.0, variance: spread(0.021), occasionVariance: occasions(0.751, misplaced), status: published, source: table4 },
    { symbol: 'fn', meaning: 'part of metabolised ketamine that becomes norketamine', unit: '1', value: 0.8, status: published, source: methods },
    { symbol: 'VN2', meaning: 'tissue volume of norketamine', unit: 'L', value: 221, standardError: 13, ...asVolume, status: published, source: table4 },
    { symbol: 'CLN1', meaning: 'clearance of norketamine', unit: 'L/min', value: 1.0, standardError: 0.04, ...asClearance, variance: spread(0.05), status: published, source: table4 },
    { symbol: 'CLN2', meaning: 'flow of norketamine to tissue', unit: 'L/min', value: 2.63, standardError: 0.15, ...asClearance, status: published, source: table4 },
    { symbol: 'MTTH', meaning: 'mean transit time of norketamine to hydroxynorketamine', unit: 'min', value: 1.12, standardError: 0.51, status: published, source: table4 },
    { symbol: 'fh', meaning: 'part of metabolised norketamine that becomes hydroxynorketamine', unit: '1', value: 0.7, status: published, source: methods },
    { symbol: 'VH1', meaning: 'central volume of hydroxynorketamine', unit: 'L', value: 4.4, standardError: 2.0, ...asVolume, variance: spread(1.22), status: published, source: table4 },
    { symbol: 'VH2', meaning: 'tissue volume of hydroxynorketamine', unit: 'L', value: 87.5, standardError: 6.5, ...asVolume, variance: occasions(0.152), status: published, source: table4 },
    { symbol: 'CLH1', meaning: 'clearance of hydroxynorketamine', unit: 'L/min', value: 0.933, standardError: 0.068, ...asClearance, variance: spread(0.103), occasionVariance: occasions(0.008), status: published, source: table4 },
    { symbol: 'CLH2', meaning: 'flow of hydroxynorketamine to tissue', unit: 'L/min', value: 1.7, standardError: 0.25, ...asClearance, variance: spread(0.287), status: published, source: table4 },
    { symbol: 'MWk', meaning: 'molar mass of ketamine', unit: 'g/mol', value: 237.73, status: published, source: table4 },
    { symbol: 'MWn', meaning: 'molar mass of norketamine', unit: 'g/mol', value: 223.7, status: published, source: table4 },
    { symbol: 'MWh', meaning: 'molar mass of hydroxynorketamine', unit: 'g/mol', value: 239.7, status: published, source: table4 },
  ],

  covariances: [],

  states: [
    { name: 'Amuc', meaning: 'ketamine in the mucosa', unit: 'umol' },
    { name: 'Agut', meaning: 'swallowed ketamine', unit: 'umol' },
    { name: 'K1', meaning: 'ketamine, central', unit: 'umol' },
    { name: 'K2', meaning: 'ketamine, fast tissue', unit: 'umol' },
    { name: 'K3', meaning: 'ketamine, slow tissue', unit: 'umol' },
    { name: 'N1', meaning: 'norketamine, central', unit: 'umol' },
    { name: 'N2', meaning: 'norketamine, tissue', unit: 'umol' },
    { name: 'H1', meaning: 'hydroxynorketamine, central', unit: 'umol' },
    { name: 'H2', meaning: 'hydroxynorketamine, tissue', unit: 'umol' },
  ],

  // prettier-ignore
  chains: [
    { name: 'G', meaning: 'from gut to liver', unit: 'umol', length: 1, meanTransitTime: 'MTTG', exits: [{ to: 'M', fraction: '1' }] },
    { name: 'M', meaning: 'ketamine being metabolised', unit: 'umol', length: 2, meanTransitTime: 'MTTN', exits: [{ to: 'N1', fraction: 'fn' }, { fraction: '1-fn' }] },
    { name: 'L', meaning: 'norketamine being metabolised', unit: 'umol', length: 2, meanTransitTime: 'MTTH', exits: [{ to: 'H1', fraction: 'fh' }, { fraction: '1-fh' }] },
  ],

  flows: [
    { from: 'Amuc', to: 'K1', rate: 'KA1' },
    { from: 'Agut', to: 'G', rate: 'KA2' },
    { from: 'K1', to: 'M', rate: 'CLK1/VK1' },
    { from: 'K1', to: 'K2', rate: 'CLK2/VK1' },
    { from: 'K2', to: 'K1', rate: 'CLK2/VK2' },
    { from: 'K1', to: 'K3', rate: 'CLK3/VK1' },
    { from: 'K3', to: 'K1', rate: 'CLK3/VK3' },
    { from: 'N1', to: 'L', rate: 'CLN1/VK1' },
    { from: 'N1', to: 'N2', rate: 'CLN2/VK1' },
    { from: 'N2', to: 'N1', rate: 'CLN2/VN2' },
    { from: 'H1', to: 'H2', rate: 'CLH2/VH1' },
    { from: 'H2', to: 'H1', rate: 'CLH2/VH2' },
    { from: 'H1', rate: 'CLH1/VH1' },
  ],

  leaves: ['M', 'L', 'H1'],

  routes: {
    sublingual: film(),
    buccal: film(),
    iv: [{ into: 'K1', fraction: '1/MWk', duration: 'given' }],
  },
  surplus: {
    sublingual: 'F2 is 116 % of the dose: an empirical factor of metabolite formation',
    buccal: 'F2 is 116 % of the dose: an empirical factor of metabolite formation',
  },

  outputs: [
    { name: 'ketamine', state: 'K1', scale: '1000*MWk/VK1', unit: 'ng/mL' },
    { name: 'norketamine', state: 'N1', scale: '1000*MWn/VK1', unit: 'ng/mL' },
    { name: 'hydroxynorketamine', state: 'H1', scale: '1000*MWh/VH1', unit: 'ng/mL' },
    { name: 'ketamine-molar', state: 'K1', scale: '1/VK1', unit: 'nmol/mL' },
    { name: 'norketamine-molar', state: 'N1', scale: '1/VK1', unit: 'nmol/mL' },
    { name: 'hydroxynorketamine-molar', state: 'H1', scale: '1/VH1', unit: 'nmol/mL' },
  ],

  // prettier-ignore
  residuals: [
    { output: 'ketamine-molar', kind: 'proportional', sd: Math.sqrt(0.012), unit: '1', status: 'derived', source: table4,
      note: 'Printed 0.012; read as a variance, since an SD of 1.2 % is beyond any assay.' },
    { output: 'norketamine-molar', kind: 'proportional', sd: 0.102, unit: '1', status: published, source: table4 },
    { output: 'norketamine-molar', kind: 'additive', sd: 0.058, unit: 'nmol/mL', status: published, source: table4 },
    { output: 'hydroxynorketamine-molar', kind: 'proportional', sd: 0.079, unit: '1', status: published, source: table4 },
    { output: 'hydroxynorketamine-molar', kind: 'additive', sd: 0.02, unit: 'nmol/mL', status: published, source: table4 },
  ],

  // prettier-ignore
  domain: {
    substances: ['esketamine'],
    sampling: 'arterial',
    routes: {
      sublingual: { dose: [50, 100], formulation: 'oral thin film, held 10 min', formulations: ['film'], status: published, source: table1 },
      buccal: { dose: [50, 100], formulation: 'oral thin film, held 10 min', formulations: ['film'], status: published, source: table1 },
      iv: { dose: [20, 20], formulation: 'infusion over 20 min', status: published, source: table1 },
    },
    weight: { range: [53, 93], status: published, source: table1 },
    age: { range: [19, 32], status: published, source: table1 },
    populations: ['healthy'],
    interactions: false,
  },
}

/** Under the tongue and in the cheek were not told apart. */
function film() {
  return [
    { into: 'Amuc', fraction: 'F1/MWk', duration: 'D1' },
    { into: 'Agut', fraction: 'F2/MWk', duration: 'D2' },
  ]
}
