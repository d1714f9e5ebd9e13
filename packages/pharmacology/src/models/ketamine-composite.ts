/**
 * Ketamine and norketamine in venous plasma after swallowed, sublingual or intravenous dosing; racemate or S-ketamine.
 *
 *     Amuc' = in − kmuc·Amuc                     Agut' = in − ka·Agut
 *     K1'   = kmuc·Amuc + Fpo·ka·Agut − (CL + Q2 + Q3)/V1·K1 + Q2/V2·K2 + Q3/V3·K3
 *     K2'   = Q2/V1·K1 − Q2/V2·K2                K3' = Q3/V1·K1 − Q3/V3·K3
 *     N1'   = CL/V1·K1 + (1 − Fpo)·phi·ka·Agut − (CLn + Qn)/Vn·N1 + Qn/Vp·N2
 *     N2'   = Qn/Vn·N1 − Qn/Vp·N2
 *
 * A composite: disposition published by Fanta and Otto, absorption from others, first pass calibrated to observed exposures
 * (docs/MODEL-CARD.md says what was used for what). Amounts are mg of free base, time is h. Norketamine is carried in
 * apparent units (all ketamine becomes norketamine, no molar factor), so CLn and Vn are apparent, and phi may exceed 1.
 */
import type { Model, RoutePart } from '../model.ts'
import { from } from './sources.ts'

const otto = from(['fanta2015', 'otto2021'], 'Otto 2021 Table 3 (ketamine fixed to Fanta 2015)')
const ottoN = from(['otto2021'], 'Table 3')
const simons = from(['simons2022'], 'Table 4')
const firstPass = from(
  ['hasan2021', 'chong2009'],
  'between the spreads of bioavailability: prolonged-release tablets 52–94 % CV, swallowed lozenge 39 % CV',
)
const published = 'published'
const derived = 'derived'

/** Held in the mouth, then swallowed: under the tongue and in the cheek alike (Simons 2022). */
const held: readonly RoutePart[] = [
  { into: 'Amuc', fraction: 'fmuc', duration: 'Dmuc' },
  { into: 'Agut', fraction: '1-fmuc', lag: 'Tswallow', duration: 'Dpo' },
]

export const ketamineComposite: Model = {
  id: 'ketamine-composite',
  version: '0.4.0',
  title: 'Ketamine and norketamine, composite linear model',
  population:
    'Healthy adults (disposition); adults with chronic pain for the spread of clearance; venous plasma; 70 kg',

  // prettier-ignore
  parameters: [
    { symbol: 'CL', meaning: 'clearance of ketamine', unit: 'L/h', value: 95.2, weightExponent: 0.75, status: published, source: otto,
      variance: { value: 0.09, scale: 'log', kind: 'between-patient', status: derived,
        source: from(['perezRuixo2021', 'chong2009'], 'patients: wider than the volunteers’ 0.026 (Otto 2021), from hepatic flow 23 % CV and the spread in pain patients') },
      note: 'Published for volunteers. A meta-analysis gives 79 (69–90) L/h; that factor (0.83) is not applied.' },
    { symbol: 'V1', meaning: 'central volume of ketamine', unit: 'L', value: 133, weightExponent: 1, status: published, source: otto,
      variance: { value: 0.084177, scale: 'log', kind: 'between-patient', status: published, source: otto } },
    { symbol: 'Q2', meaning: 'flow to the slow tissue', unit: 'L/h', value: 23.2, status: published, source: otto },
    { symbol: 'V2', meaning: 'volume of the slow tissue', unit: 'L', value: 187, status: published, source: otto },
    { symbol: 'Q3', meaning: 'flow to the fast tissue', unit: 'L/h', value: 157, status: published, source: otto },
    { symbol: 'V3', meaning: 'volume of the fast tissue', unit: 'L', value: 98.8, status: published, source: otto },
    { symbol: 'CLn', meaning: 'apparent clearance of norketamine', unit: 'L/h', value: 57.72, weightExponent: 0.75, status: published, source: ottoN,
      variance: { value: 0.10319, scale: 'log', kind: 'between-patient', status: published, source: ottoN } },
    { symbol: 'Vn', meaning: 'apparent central volume of norketamine', unit: 'L', value: 98.638, weightExponent: 1, status: published, source: ottoN,
      variance: { value: 0.040426, scale: 'log', kind: 'between-patient', status: published, source: ottoN } },
    { symbol: 'Qn', meaning: 'flow of norketamine to tissue', unit: 'L/h', value: 42.778, status: published, source: ottoN },
    { symbol: 'Vp', meaning: 'apparent tissue volume of norketamine', unit: 'L', value: 160.04, status: published, source: ottoN },
    { symbol: 'Dpo', meaning: 'time a swallowed solution takes to enter the gut', unit: 'h', value: 0.32, status: published, source: from(['perezRuixo2021'], 'Table 3, oral solution') },
    { symbol: 'ka', meaning: 'absorption rate from the gut', unit: '/h', value: 1.35, status: derived,
      source: from(['perezRuixo2021', 'ashraf2018'], 'geometric mean of 0.97, 1.45 and 1.77 /h'),
      variance: { value: 0.4, scale: 'log', kind: 'between-patient', status: derived,
        source: from(['simons2022', 'perezRuixo2021'], 'near Simons KA2 0.376, below Perez-Ruixo 132 % CV') } },
    { symbol: 'Fpo', meaning: 'bioavailability of swallowed ketamine', unit: '1', value: { 'racemic-ketamine': 0.17, esketamine: 0.14 }, status: derived,
      source: from(['chong2009', 'yanagihara2003', 'hasan2021', 'fanta2015', 'perezRuixo2021'], 'calibrated: geometric mean of the studies weighted by size, racemate and S-ketamine apart'),
      variance: { value: 0.36, scale: 'logit', kind: 'between-patient', status: derived, source: firstPass } },
    { symbol: 'phi', meaning: 'ketamine extracted at first pass that appears as norketamine, relative to ketamine cleared later', unit: '1', value: 0.94, status: derived,
      source: from(['chong2009', 'simons2022'], 'calibrated to norketamine AUC0–8 per dose of Chong'),
      variance: { value: 0.06, scale: 'log', kind: 'between-patient', status: derived, source: from(['chong2009', 'simons2022'], 'calibrated, about 25 % CV') } },
    { symbol: 'Dmuc', meaning: 'time of zero-order input into the mucosa', unit: 'h', value: 0.218, status: published, source: simons,
      variance: { value: 0.154, scale: 'log', kind: 'between-occasion', status: published, source: simons } },
    { symbol: 'kmuc', meaning: 'absorption rate from the mucosa', unit: '/h', value: 2.4, status: published, source: simons,
      variance: { value: 0.062, scale: 'log', kind: 'between-occasion', status: published, source: simons } },
    { symbol: 'fmuc', meaning: 'part of a sublingual dose, held about 10 min, that passes the mucosa', unit: '1', value: 0.14, status: derived,
      source: from(['rolan2014', 'yanagihara2003', 'simons2022', 'chong2009'], 'calibrated: fmuc + (1 − fmuc)·Fpo = 0.286'),
      variance: { value: 0.3, scale: 'logit', kind: 'between-patient', status: derived, source: from(['rolan2014', 'chong2009'], 'calibrated') } },
    { symbol: 'Tswallow', meaning: 'time until the rest of a sublingual dose is swallowed', unit: 'h', value: 0.17, status: derived, source: from(['simons2022'], '10-minute hold') },
    { symbol: 'Dsolid', meaning: 'time by which a capsule or tablet enters the gut more slowly than a solution', unit: 'h', value: 0.25, status: 'assumed',
      source: from([], 'no observation: swallowed tablets were compared by exposure, not by time of peak') },
    { symbol: 'Dfast', meaning: 'time of the faster part of release from a prolonged-release tablet', unit: 'h', value: 5.7, status: derived,
      source: from(['hasan2021'], 'calibrated: time of peak 5.34, 5.70, 5.87, 6.27 h after 10, 20, 40, 80 mg') },
    { symbol: 'Dslow', meaning: 'time of the whole release from a prolonged-release tablet', unit: 'h', value: 10, status: published,
      source: from(['glue2020'], 'abstract: release over about 10 h, of another tablet than Hasan’s') },
    { symbol: 'ffast', meaning: 'part of a prolonged-release tablet in the faster part of release', unit: '1', value: 0.55, status: derived,
      source: from(['hasan2021'], 'calibrated: Cmax/AUC 0.108 /h, geometric mean of four doses, which does not depend on bioavailability') },
  ],

  covariances: [
    // Kept at the volunteers' value although the variance of CL is wider here: the correlation falls from 0.48 to 0.26.
    { between: ['CL', 'V1'], value: 0.02261, status: 'published', source: otto },
    { between: ['CLn', 'Vn'], value: 0.04456, status: 'published', source: ottoN },
  ],

  states: [
    { name: 'Amuc', meaning: 'ketamine in the oral mucosa', unit: 'mg' },
    { name: 'Agut', meaning: 'swallowed ketamine not yet absorbed', unit: 'mg' },
    { name: 'K1', meaning: 'ketamine, central', unit: 'mg' },
    { name: 'K2', meaning: 'ketamine, slow tissue', unit: 'mg' },
    { name: 'K3', meaning: 'ketamine, fast tissue', unit: 'mg' },
    { name: 'N1', meaning: 'norketamine, central', unit: 'mg' },
    { name: 'N2', meaning: 'norketamine, tissue', unit: 'mg' },
    { name: 'Aspat', meaning: 'ketamine spat out, never taken up', unit: 'mg' },
  ],

  flows: [
    { from: 'Amuc', to: 'K1', rate: 'kmuc' },
    { from: 'Agut', to: 'K1', rate: 'ka*Fpo' },
    { from: 'Agut', to: 'N1', rate: 'ka*(1-Fpo)*phi' },
    { from: 'Agut', rate: 'ka*(1-Fpo)*(1-phi)' },
    { from: 'K1', to: 'K2', rate: 'Q2/V1' },
    { from: 'K2', to: 'K1', rate: 'Q2/V2' },
    { from: 'K1', to: 'K3', rate: 'Q3/V1' },
    { from: 'K3', to: 'K1', rate: 'Q3/V3' },
    { from: 'K1', to: 'N1', rate: 'CL/V1' },
    { from: 'N1', to: 'N2', rate: 'Qn/Vn' },
    { from: 'N2', to: 'N1', rate: 'Qn/Vp' },
    { from: 'N1', rate: 'CLn/Vn' },
  ],

  routes: {
    oral: [{ into: 'Agut', fraction: '1', duration: 'Dpo' }],
    'oral-capsule': [{ into: 'Agut', fraction: '1', duration: 'Dpo+Dsolid' }],
    'oral-prolonged-release': [
      { into: 'Agut', fraction: 'ffast', duration: 'Dfast' },
      { into: 'Agut', fraction: '1-ffast', duration: 'Dslow' },
    ],
    sublingual: held,
    buccal: held,
    // The lower bound of a dose held and spat out: nothing is swallowed. `sublingual` is the upper one.
    'held-and-spat-least': [
      { into: 'Amuc', fraction: 'fmuc', duration: 'Dmuc' },
      { into: 'Aspat', fraction: '1-fmuc', lag: 'Tswallow' },
    ],
    iv: [{ into: 'K1', fraction: '1', duration: 'given' }],
  },

  outputs: [
    { name: 'ketamine', state: 'K1', scale: '1000/V1', unit: 'ng/mL' },
    { name: 'norketamine', state: 'N1', scale: '1000/Vn', unit: 'ng/mL' },
  ],

  // prettier-ignore
  gaps: [
    { symbol: 'fswallow', meaning: 'part of a dose held and spat out that goes down with saliva', unit: '1',
      why: 'never measured: two bounds are given, none and all of what the mucosa leaves', source: from([], 'no publication found') },
    { symbol: 'ftroche', meaning: 'spread of compounded troches between makers and batches', unit: '1',
      why: 'never measured: a troche is taken as what was studied, and judged as assumed', source: from([], 'no publication found') },
    { symbol: 'Fim', meaning: 'bioavailability of an intramuscular dose', unit: '1',
      why: 'handed down as 0.93, which could not be traced to a publication; no absorption rate', source: from([], 'no publication found') },
    { symbol: 'kasc', meaning: 'absorption rate of a subcutaneous dose', unit: '/h',
      why: 'only concentrations at the end of long infusions were found', source: from([], 'no publication found') },
  ],
}
