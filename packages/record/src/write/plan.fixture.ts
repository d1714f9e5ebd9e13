/** A signed plan of each kind, as `sign` would make it. For tests; the numbers are shapes, not advice. */
import type { Dose, Finding, Option, OptionKind, Phase, Plan, PlannedRegimen } from '@anodyne/pathway'
import type { Band, Forecast } from '@anodyne/pharmacology'

export function doseOf(mg: number, timesPerDay: number, strength = 10): Dose {
  return { substance: 'racemic-ketamine', route: 'oral', mg, mL: mg / strength, strength, timesPerDay }
}

export function regimenOf(dose: Dose, days: number): PlannedRegimen {
  return { dose, days, mgPerDay: dose.mg * dose.timesPerDay }
}

const titrating = regimenOf(doseOf(15, 3), 7)

const taper: PlannedRegimen = {
  ...titrating,
  stages: [
    { dose: doseOf(15, 3), days: 7 },
    { dose: doseOf(10, 3), days: 7 },
    { dose: doseOf(5, 2), days: 7 },
    { dose: doseOf(0, 2), days: 7 },
  ],
  // The supply is shorter than the taper, as the default protocol's may be.
  days: 16,
}

const kinds: Readonly<Record<OptionKind, { phase: Phase; regimen?: PlannedRegimen }>> = {
  'test-dose': { phase: 'assessment', regimen: regimenOf(doseOf(10, 1), 1) },
  start: { phase: 'test-dose', regimen: regimenOf(doseOf(10, 3), 7) },
  step: { phase: 'titration', regimen: titrating },
  hold: { phase: 'assessment' },
  reduce: { phase: 'maintenance', regimen: regimenOf(doseOf(5, 3), 14) },
  taper: { phase: 'maintenance', regimen: taper },
  stop: { phase: 'maintenance' },
  decline: { phase: 'assessment' },
}

const findings: readonly Finding[] = [
  finding('I01', 'stop', 'Clarithromycin raises oral ketamine & may not be given with it.', ['Clarithromycin 500 mg']),
  finding('E06', 'hold', 'Systolic pressure is not < 160 mm[Hg].', ['Blood pressure 171/107 mm[Hg], 2026-03-01']),
  {
    ...finding('E11', 'missing', 'No liver tests are recorded.', []),
    ask: 'Measure ALT, AST, ALP, GGT and bilirubin.',
  },
  finding('I10', 'caution', 'An opioid adds sedation.', ['Oxycodone 10 mg', '60 MME a day']),
  finding('E01', 'clear', 'Asked: no psychosis.', ['Psychosis: no, 2026-03-01']),
]

function finding(rule: string, kind: Finding['kind'], because: string, facts: readonly string[]): Finding {
  return { rule, kind, because, facts, source: 'doi:10.0000/example' }
}

export function optionOf(kind: OptionKind): Option {
  const { regimen } = kinds[kind]
  return {
    kind,
    title: `Option: ${kind}`,
    blockedBy: [],
    ...(regimen && { regimen, dose: regimen.dose, forecast }),
    monitoring: [
      { what: 'Blood pressure', when: 'before the dose, then at 30, 60 and 120 min', rule: 'T07' },
      { what: 'ALT, AST, ALP, GGT', when: 'in 4 weeks', due: '2026-03-30', rule: 'M13' },
    ],
    basis: ['Protocol: first step'],
    missing: ['eGFR'],
    against: ['Most people have no benefit'],
  }
}

export interface PlanChange {
  readonly option?: Partial<Option>
  readonly phase?: Phase
  readonly synthetic?: boolean
  readonly signed?: boolean
  readonly patient?: string
  readonly id?: string
  readonly signedAt?: string
}

export function planOf(kind: OptionKind, change: PlanChange = {}): Plan {
  const { synthetic = true, signed = false, patient = 'ann', id = `plan-${kind}` } = change
  const hash = (digit: string) => digit.repeat(64)
  return {
    id,
    signedAt: change.signedAt ?? '2026-03-02T10:15:00.000Z',
    signedBy: { name: 'Dr Ada Example', role: 'prescriber' },
    option: { ...optionOf(kind), ...change.option },
    assessment: {
      asOf: '2026-03-02',
      person: { id: patient, name: 'Ann <Test>', birthDate: '1970-02-28', age: 56, sex: 'female', synthetic },
      phase: change.phase ?? kinds[kind].phase,
      issues: [],
      chronicity: { met: 'unknown', facts: [] },
      mechanisms: [],
      treatments: [],
      findings,
      model: { id: 'composite', version: '1.0.0', hash: hash('a') },
      protocol: {
        id: 'anodyne-default',
        version: '0.1.0',
        hash: hash('b'),
        ...(signed && { signed: { by: 'Dr Lead', role: 'clinical lead', on: '2026-01-01' } }),
      },
      record: hash('c'),
    },
  }
}

const flat: Band = { p05: [0, 0.1], p25: [0, 0.2], median: [0, 0.3], p75: [0, 0.4], p95: [0, 1.5e-7] }
const spread = { p05: 1, p25: 2, median: 3, p75: 4, p95: 5 }
const forecast: Forecast = {
  model: { id: 'composite', version: '1.0.0' },
  n: 300,
  seed: 1,
  hours: [0, 1],
  ketamine: flat,
  norketamine: flat,
  relief: flat,
  dissociation: flat,
  pressure: flat,
  summary: {
    responders: 0.2,
    relief30: 0.15,
    relief50: 0.1,
    peakKetamine: spread,
    peakDissociation: spread,
    peakPressure: spread,
  },
  assumed: ['weight unknown: 70 kg assumed'],
}
