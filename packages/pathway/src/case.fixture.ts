/** A synthetic person in whom every question has been asked and answered well. For tests: change one thing at a time. */
import type {
  BloodPressure,
  Case,
  Condition,
  Fact,
  Ingredient,
  Measure,
  Medication,
  PainSign,
  ScreeningItem,
  Treatment,
} from './case.ts'

export const AS_OF = '2026-03-02'

/** A fact seen on the day of the fixture, unless said otherwise. */
export function fact<T>(value: T, says = String(value), at = AS_OF): Fact<T> {
  return { value, at, where: 'Bundle.entry[0].resource', says }
}

export const no = (item: string) => fact(false, `${item}: no (asked ${AS_OF})`)
export const yes = (item: string) => fact(true, `${item}: yes (asked ${AS_OF})`)

const asked: Record<ScreeningItem, boolean> = {
  'specialist-initiated': true,
  'psychosis-or-mania-ever': false,
  'delirium-now': false,
  'seizure-last-6-months': false,
  'epilepsy-ever': false,
  'raised-intracranial-pressure-or-lesion': false,
  'glaucoma-severe': false,
  'cardiovascular-event-or-unstable': false,
  pregnant: false,
  breastfeeding: false,
  'could-become-pregnant': false,
  'contraception-adequate': true,
  'substance-use-disorder-active': false,
  'substance-use-disorder-past': false,
  'non-prescribed-psychoactive-last-4-weeks': false,
  'bladder-symptoms-or-haematuria': false,
  'porphyria-or-ketamine-allergy': false,
  'suicidal-now': false,
  frail: false,
  'medication-list-complete': true,
  grapefruit: false,
  'st-johns-wort': false,
  'alcohol-on-dose-day': false,
  'adult-present': true,
  'bladder-symptoms-new': false,
  'urine-infection-excluded': true,
}

const measured: Partial<Record<Measure, number>> = {
  weight: 70,
  ALT: 22,
  AST: 24,
  GGT: 30,
  ALP: 70,
  bilirubin: 9,
  albumin: 42,
  creatinine: 70,
  eGFR: 95,
  painNRS: 7,
  PHQ9: 6,
}

const signs: Partial<Record<PainSign, boolean>> = {
  'pain-over-3-months': true,
  'lesion-or-disease-of-somatosensory-system': true,
  'distribution-neuroanatomically-plausible': true,
  'sensory-signs-in-distribution': true,
  'diagnostic-test-confirms-lesion': false,
  'distribution-regional-or-widespread': false,
  'evoked-hypersensitivity': true,
}

const trial = (name: string, ingredient: Ingredient, mgPerDay: number): Fact<Treatment> =>
  fact(
    {
      class: 'medication',
      name,
      ingredient,
      mgPerDay,
      days: 120,
      relief: 0.1,
      stopped: 'no-effect',
      evidence: 'trial-documented',
    },
    `${name} ${mgPerDay} mg/d for 120 days`,
  )

/** A fresh suitable case; `change` replaces top-level fields. */
export function suitableCase(change: Partial<Case> = {}): Case {
  const screening = Object.fromEntries(
    Object.entries(asked).map(([k, v]) => [k, v ? yes(k) : no(k)]),
  ) as Case['screening']
  const measurements = Object.fromEntries(
    Object.entries(measured).map(([k, v]) => [k, [fact(v)]]),
  ) as Case['measurements']
  return {
    asOf: AS_OF,
    person: { id: 'fixture', name: 'Test Person', birthDate: '1980-01-01', age: 46, sex: 'female', synthetic: true },
    conditions: [condition(['nerve-lesion'], 'Diabetic polyneuropathy')],
    medications: [medication(['paracetamol'], 'Paracetamol 500 mg')],
    screening,
    signs: Object.fromEntries(Object.entries(signs).map(([k, v]) => [k, v ? yes(k) : no(k)])) as Case['signs'],
    measurements,
    bloodPressure: [pressure(122, 76)],
    treatments: [
      trial('Amitriptyline', 'amitriptyline', 75),
      trial('Duloxetine', 'duloxetine', 90),
      trial('Pregabalin', 'pregabalin', 450),
      fact(
        { class: 'physical', name: 'Physiotherapy programme', days: 84, relief: 0.1, evidence: 'trial-documented' },
        'Physiotherapy, 12 weeks',
      ),
    ],
    ketamine: { phase: 'assessment' },
    ...change,
  }
}

export function condition(
  kinds: Condition['kinds'],
  name: string,
  status: Condition['status'] = 'active',
  onset = '2020-01-01',
): Fact<Condition> {
  return fact({ kinds, name, status, onset }, `${name} (${status}, since ${onset})`)
}

export function medication(
  ingredients: readonly Ingredient[],
  name: string,
  status: Medication['status'] = 'current',
): Fact<Medication> {
  return fact({ ingredients, name, readable: true, status, start: '2025-01-01' }, `${name} (${status})`)
}

export function pressure(systolic: number, diastolic: number, at = AS_OF): Fact<BloodPressure> {
  return fact({ systolic, diastolic }, `Blood pressure ${systolic}/${diastolic} mm[Hg], ${at}`, at)
}
