/**
 * S-ketamine and S-norketamine in VENOUS plasma of healthy volunteers during and after infusions: Fanta's disposition of
 * ketamine, kept fixed by Otto, who estimated norketamine anew in 48 people. Otto 2021, Table 3.
 *
 *     K1' = in − (CL + Q1 + Q2)/V·K1 + Q1/Vp1·P1 + Q2/Vp2·P2
 *     N1' = CL/V·K1 − (CLn + Qn)/Vn·N1 + Qn/Vpn·N2
 *
 * All ketamine is taken to become norketamine, mass for mass (fm = 1, no molar factor): CLn and Vn are apparent. Only central
 * volumes and clearances grow with weight. There is no oral route: Fanta's own absorption parameters were not found.
 */
import type { Model, Variance } from '../model.ts'
import { from } from './sources.ts'

const fixed = from(
  ['fanta2015', 'otto2021'],
  'Otto 2021 Table 3, fixed to Fanta 2015 (transcription; primary table not opened)',
)
const table3 = from(['otto2021'], 'Table 3 and supplement (transcription; primary table not opened)')
const table1 = from(
  ['otto2021'],
  'Table 1, mean ± 2 SD of two studies, from 18 years (transcription; primary table not opened)',
)
const dosesGiven = from(
  ['otto2021'],
  '10 mg over 30 min, and a stepped infusion of about 0.44 mg/kg over 2 h (transcription; primary text not opened)',
)
const published = 'published'
const spread = (value: number): Variance => ({
  value,
  scale: 'log',
  kind: 'between-patient',
  status: published,
  source: table3,
})

export const fantaOtto2021: Model = {
  id: 'fanta-otto-2021',
  version: '0.1.0',
  title: 'S-ketamine and S-norketamine after infusion',
  population:
    '48 healthy volunteers (45.8 % women), mean 23–24 years and 68–71 kg, venous plasma; ketamine from 11 healthy men',

  // prettier-ignore
  parameters: [
    { symbol: 'V', meaning: 'central volume of ketamine', unit: 'L', value: 133, weightExponent: 1, variance: spread(0.084177), status: published, source: fixed },
    { symbol: 'CL', meaning: 'clearance of ketamine', unit: 'L/h', value: 95.2, weightExponent: 0.75, variance: spread(0.026048), status: published, source: fixed },
    { symbol: 'Vp1', meaning: 'volume of the slow tissue', unit: 'L', value: 187, status: published, source: fixed },
    { symbol: 'Q1', meaning: 'flow to the slow tissue', unit: 'L/h', value: 23.2, status: published, source: fixed },
    { symbol: 'Vp2', meaning: 'volume of the fast tissue', unit: 'L', value: 98.8, status: published, source: fixed },
    { symbol: 'Q2', meaning: 'flow to the fast tissue', unit: 'L/h', value: 157, status: published, source: fixed },
    { symbol: 'Vn', meaning: 'apparent central volume of norketamine', unit: 'L', value: 98.638, standardError: 0.0377 * 98.638, weightExponent: 1, variance: spread(0.040426), status: published, source: table3 },
    { symbol: 'CLn', meaning: 'apparent clearance of norketamine', unit: 'L/h', value: 57.72, standardError: 0.057 * 57.72, weightExponent: 0.75, variance: spread(0.10319), status: published, source: table3 },
    { symbol: 'Vpn', meaning: 'apparent tissue volume of norketamine', unit: 'L', value: 160.04, standardError: 0.176 * 160.04, status: published, source: table3 },
    { symbol: 'Qn', meaning: 'apparent flow of norketamine to tissue', unit: 'L/h', value: 42.778, standardError: 0.0751 * 42.778, status: published, source: table3 },
  ],

  covariances: [
    { between: ['V', 'CL'], value: 0.02261, status: published, source: table3 },
    { between: ['Vn', 'CLn'], value: 0.04456, status: published, source: table3 },
  ],

  states: [
    { name: 'K1', meaning: 'ketamine, central', unit: 'mg' },
    { name: 'P1', meaning: 'ketamine, slow tissue', unit: 'mg' },
    { name: 'P2', meaning: 'ketamine, fast tissue', unit: 'mg' },
    { name: 'N1', meaning: 'norketamine, central', unit: 'mg' },
    { name: 'N2', meaning: 'norketamine, tissue', unit: 'mg' },
  ],

  flows: [
    { from: 'K1', to: 'P1', rate: 'Q1/V' },
    { from: 'P1', to: 'K1', rate: 'Q1/Vp1' },
    { from: 'K1', to: 'P2', rate: 'Q2/V' },
    { from: 'P2', to: 'K1', rate: 'Q2/Vp2' },
    { from: 'K1', to: 'N1', rate: 'CL/V' },
    { from: 'N1', to: 'N2', rate: 'Qn/Vn' },
    { from: 'N2', to: 'N1', rate: 'Qn/Vpn' },
    { from: 'N1', rate: 'CLn/Vn' },
  ],

  leaves: ['N1'],

  routes: { iv: [{ into: 'K1', fraction: '1', duration: 'given' }] },

  outputs: [
    { name: 'ketamine', state: 'K1', scale: '1000/V', unit: 'ng/mL' },
    { name: 'norketamine', state: 'N1', scale: '1000/Vn', unit: 'ng/mL' },
  ],

  // prettier-ignore
  residuals: [
    { output: 'ketamine', kind: 'proportional', sd: Math.sqrt(0.055736), unit: '1', status: published, source: table3, note: 'Printed as a variance.' },
    { output: 'norketamine', kind: 'proportional', sd: Math.sqrt(0.020338), unit: '1', status: published, source: table3, note: 'Printed as a variance.' },
  ],

  domain: {
    substances: ['esketamine'],
    sampling: 'venous',
    routes: {
      iv: { dose: [10, 30], formulation: 'infusion over 30 min to 2 h', status: 'derived', source: dosesGiven },
    },
    weight: { range: [54, 88], status: 'derived', source: table1 },
    age: { range: [18, 34], status: 'derived', source: table1 },
    populations: ['healthy'],
    interactions: false,
  },
}
