/**
 * The reference problem for population simulation: absorption through three transit compartments, ketamine (3 compartments),
 * norketamine (2), hydroxynorketamine (1) and two effect sites. 50 mg every 8 h, three concentrations every hour.
 */
import type { Dosing, Model, Parameter } from '@anodyne/pharmacology'

const source = { dois: [], where: 'reference problem' }

const fixed = {
  ktr: [6, '/h'], Q1: [150, 'L/h'], V2: [60, 'L'], Q2: [60, 'L/h'], V3: [200, 'L'], CLn: [60, 'L/h'], Vn: [100, 'L'],
  Qn: [80, 'L/h'], Vnp: [150, 'L'], fm: [0.8, '1'], CLh: [30, 'L/h'], Vh: [200, 'L'], fh: [0.5, '1'], ke0: [8, '/h'],
  ke0n: [3, '/h'],
} as const // prettier-ignore

/** Value, unit, SD of the logarithm. */
const drawn = { CL: [80, 'L/h', 0.3], V1: [60, 'L', 0.3], ka: [2, '/h', 0.5], F: [0.2, '1', 0.3] } as const

export const problemA: Model = {
  id: 'problem-a',
  version: '1',
  title: 'Transit absorption, three metabolic steps, two effect compartments',
  population: 'none: a reference for speed and accuracy',
  parameters: [
    ...Object.entries(drawn).map(([symbol, [value, unit, sd]]): Parameter => ({
      symbol,
      meaning: symbol,
      unit,
      value,
      status: 'assumed',
      source,
      variance: { value: sd ** 2, scale: 'log', kind: 'between-patient', status: 'assumed', source },
    })),
    ...Object.entries(fixed).map(([symbol, [value, unit]]): Parameter => ({
      symbol,
      meaning: symbol,
      unit,
      value,
      status: 'assumed',
      source,
    })),
  ],
  covariances: [],
  states: [
    ...['depot', 'T1', 'T2', 'T3', 'KC', 'KP1', 'KP2', 'NC', 'NP', 'H'].map((name) => ({
      name,
      meaning: name,
      unit: 'mg',
    })),
    ...['CE1', 'CE2'].map((name) => ({ name, meaning: name, unit: 'ng/mL' })),
  ],
  flows: [
    { from: 'depot', to: 'T1', rate: 'ka' },
    { from: 'T1', to: 'T2', rate: 'ktr' },
    { from: 'T2', to: 'T3', rate: 'ktr' },
    { from: 'T3', to: 'KC', rate: 'F*ktr' },
    { from: 'T3', to: 'NC', rate: '(1-F)*ktr' },
    { from: 'KC', to: 'NC', rate: 'fm*CL/V1' },
    { from: 'KC', rate: '(1-fm)*CL/V1' },
    { from: 'KC', to: 'KP1', rate: 'Q1/V1' },
    { from: 'KP1', to: 'KC', rate: 'Q1/V2' },
    { from: 'KC', to: 'KP2', rate: 'Q2/V1' },
    { from: 'KP2', to: 'KC', rate: 'Q2/V3' },
    { from: 'NC', to: 'NP', rate: 'Qn/Vn' },
    { from: 'NP', to: 'NC', rate: 'Qn/Vnp' },
    { from: 'NC', to: 'H', rate: 'fh*CLn/Vn' },
    { from: 'NC', rate: '(1-fh)*CLn/Vn' },
    { from: 'H', rate: 'CLh/Vh' },
    { from: 'CE1', rate: 'ke0' },
    { from: 'CE2', rate: 'ke0n' },
  ],
  links: [
    { of: 'KC', into: 'CE1', rate: 'ke0*1000/V1' },
    { of: 'NC', into: 'CE2', rate: 'ke0n*1000/Vn' },
  ],
  routes: { oral: [{ into: 'depot', fraction: '1' }] },
  outputs: [
    { name: 'ketamine', state: 'KC', scale: '1000/V1', unit: 'ng/mL' },
    { name: 'norketamine', state: 'NC', scale: '1000/Vn', unit: 'ng/mL' },
    { name: 'hydroxynorketamine', state: 'H', scale: '1000/Vh', unit: 'ng/mL' },
  ],
}

export const dosing = (hours: number): readonly Dosing[] => [
  { route: 'oral', dose: 50, every: 8, from: 0, until: hours },
]

export const hourly = (hours: number): readonly number[] => Array.from({ length: hours }, (_, k) => k + 1)

/**
 * The typical patient: h, ketamine, norketamine, hydroxynorketamine (ng/mL), from another program's matrix exponential, agreed with
 * an adaptive solver at tolerance 1e-12. Norketamine at 8 h was printed 32.02548932171 there; a 50-digit series gives this value.
 */
export const reference = [
  [1, 35.71443369599, 159.93970781377, 9.68315195274],
  [4, 8.96637357812, 66.43931102582, 47.08610922973],
  [8, 3.71839672563, 32.02548972331, 45.94127750564],
  [9, 38.89107522796, 187.07855990084, 53.32761251962],
  [100, 11.82501414333, 89.18598724907, 108.98171256198],
  [672, 5.27738860927, 43.86971288683, 87.20482560402],
] as const
