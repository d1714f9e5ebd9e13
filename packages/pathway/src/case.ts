/**
 * What is known about one person on one day, with when it was seen and where it stands in the record.
 * Nothing here is inferred: a fact that is not in the record is absent, never `false`, 0 or an empty list read as "none".
 */

/** One thing read from the record. */
export interface Fact<T> {
  readonly value: T
  /** ISO 8601 date or date-time at which it was true; absent when the record does not say. */
  readonly at?: string
  /** FHIRPath of the source inside the bundle, e.g. `Bundle.entry[12].resource`. */
  readonly where: string
  /** The fact as a clinician would read it aloud, with unit and date. */
  readonly says: string
}

/** What a coded diagnosis means to the pathway. A diagnosis outside this list is kept with no kinds. */
export const conditionKinds = [
  'chronic-pain',
  'chronic-primary-pain',
  'fibromyalgia',
  'migraine',
  'nerve-lesion',
  'tissue-damage',
  'nociplastic-comorbidity',
  'psychosis',
  'mania',
  'delirium',
  'epilepsy',
  'seizure',
  'raised-intracranial-pressure',
  'intracranial-lesion',
  'recent-head-injury',
  'glaucoma',
  'hypertension',
  'myocardial-infarction',
  'stroke',
  'unstable-angina',
  'heart-failure',
  'heart-disease',
  'arrhythmia',
  'aneurysm-or-avm',
  'liver-disease',
  'renal-impairment',
  'pregnancy',
  'breastfeeding',
  'substance-use-disorder',
  'overdose',
  'bladder-disease',
  'porphyria',
  'ketamine-allergy',
  'suicidality',
  'depression',
  'anxiety',
  'ptsd',
  'frailty',
] as const
export type ConditionKind = (typeof conditionKinds)[number]

export interface Condition {
  readonly kinds: readonly ConditionKind[]
  readonly name: string
  /** `refuted` is an explicit "no"; `unknown` when the record gives no status. */
  readonly status: 'active' | 'resolved' | 'refuted' | 'unknown'
  readonly onset?: string
  readonly abatement?: string
}

/**
 * Ingredients the pathway recognises, by RxNorm code or by name. A medicine outside the list is kept with none,
 * and is counted as "not recognised" only when its name cannot be read.
 */
export const ingredients = [
  'ketamine',
  'esketamine',
  'clarithromycin',
  'ritonavir',
  'cobicistat',
  'ketoconazole',
  'voriconazole',
  'posaconazole',
  'itraconazole',
  'erythromycin',
  'fluconazole',
  'diltiazem',
  'verapamil',
  'ticlopidine',
  'clopidogrel',
  'rifampicin',
  'carbamazepine',
  'phenytoin',
  'phenobarbital',
  'primidone',
  'st-johns-wort',
  'theophylline',
  'aminophylline',
  'phenelzine',
  'tranylcypromine',
  'isocarboxazid',
  'moclobemide',
  'selegiline',
  'rasagiline',
  'linezolid',
  'levothyroxine',
  'liothyronine',
  'methylphenidate',
  'amphetamine',
  'lisdexamfetamine',
  'pseudoephedrine',
  'morphine',
  'oxycodone',
  'hydrocodone',
  'hydromorphone',
  'codeine',
  'tramadol',
  'tapentadol',
  'fentanyl',
  'buprenorphine',
  'meperidine',
  'methadone',
  'diazepam',
  'lorazepam',
  'clonazepam',
  'alprazolam',
  'temazepam',
  'zolpidem',
  'zopiclone',
  'gabapentin',
  'pregabalin',
  'promethazine',
  'diphenhydramine',
  'hydroxyzine',
  'doxylamine',
  'memantine',
  'amantadine',
  'dextromethorphan',
  'amitriptyline',
  'nortriptyline',
  'imipramine',
  'desipramine',
  'duloxetine',
  'venlafaxine',
  'milnacipran',
  'sertraline',
  'fluoxetine',
  'citalopram',
  'lidocaine',
  'capsaicin',
  'lamotrigine',
  'ibuprofen',
  'naproxen',
  'diclofenac',
  'celecoxib',
  'paracetamol',
] as const
export type Ingredient = (typeof ingredients)[number]

export interface Medication {
  /** Recognised ingredients; several for a combination product. */
  readonly ingredients: readonly Ingredient[]
  readonly name: string
  /** False when neither a known code nor a readable name tells what it is. */
  readonly readable: boolean
  readonly status: 'current' | 'past' | 'unknown'
  readonly start?: string
  readonly end?: string
  /** mg per day, when the record says; for a combination, of the first recognised ingredient. */
  readonly mgPerDay?: number
  /** Strength in the product's name, mg, when it can be read. */
  readonly strengthMg?: number
}

/** Questions with a yes/no answer that a record seldom holds; asked on the screening form, one linkId each. */
export const screeningItems = [
  'specialist-initiated',
  'psychosis-or-mania-ever',
  'delirium-now',
  'seizure-last-6-months',
  'epilepsy-ever',
  'raised-intracranial-pressure-or-lesion',
  'glaucoma-severe',
  'cardiovascular-event-or-unstable',
  'pregnant',
  'breastfeeding',
  'could-become-pregnant',
  'contraception-adequate',
  'substance-use-disorder-active',
  'substance-use-disorder-past',
  'non-prescribed-psychoactive-last-4-weeks',
  'bladder-symptoms-or-haematuria',
  'porphyria-or-ketamine-allergy',
  'suicidal-now',
  'frail',
  'medication-list-complete',
  'grapefruit',
  'st-johns-wort',
  'alcohol-on-dose-day',
  'adult-present',
  'bladder-symptoms-new',
  'urine-infection-excluded',
] as const
export type ScreeningItem = (typeof screeningItems)[number]

/** Bedside and history criteria of the mechanism profile; each yes, no, or absent. */
export const painSigns = [
  'pain-over-3-months',
  'lesion-or-disease-of-somatosensory-system',
  'distribution-neuroanatomically-plausible',
  'sensory-signs-in-distribution',
  'diagnostic-test-confirms-lesion',
  'distribution-regional-or-widespread',
  'explained-by-nociceptive-or-neuropathic',
  'evoked-hypersensitivity',
  'history-of-hypersensitivity',
  'sensitivity-to-sound-light-odour',
  'sleep-disturbed',
  'fatigue',
  'cognitive-problems',
  'tissue-damage',
  'pain-mechanical-or-movement-related',
  'catastrophising-or-fear-avoidance',
  'low-mood',
  'anxiety',
] as const
export type PainSign = (typeof painSigns)[number]

/** Laboratory and vital measurements, in the unit named here (the reader converts or refuses). */
export const measures = {
  weight: 'kg',
  ALT: 'U/L',
  AST: 'U/L',
  GGT: 'U/L',
  ALP: 'U/L',
  bilirubin: 'umol/L',
  albumin: 'g/L',
  creatinine: 'umol/L',
  eGFR: 'mL/min/{1.73_m2}',
  painNRS: '{score}',
  PEG: '{score}',
  PHQ9: '{score}',
  MME: 'mg/d',
} as const
export type Measure = keyof typeof measures

export interface BloodPressure {
  /** mm[Hg] */
  readonly systolic: number
  /** mm[Hg] */
  readonly diastolic: number
}

export const treatmentClasses = ['medication', 'physical', 'psychological', 'interventional'] as const
export type TreatmentClass = (typeof treatmentClasses)[number]

/** One conventional treatment as recorded. What is absent is unknown. */
export interface Treatment {
  readonly class: TreatmentClass
  readonly name: string
  readonly ingredient?: Ingredient
  /** Highest dose reached, mg/day. */
  readonly mgPerDay?: number
  /** Days at that dose, or days of the programme. */
  readonly days?: number
  readonly stopped?: 'intolerance' | 'contraindication' | 'no-effect' | 'other'
  /** Fraction of pain removed by it, 0–1. */
  readonly relief?: number
  /** A referral, a prescription or a dispensing alone is never a trial. */
  readonly evidence: 'trial-documented' | 'prescription-only' | 'referral-only'
}

export const phases = [
  'assessment',
  'test-dose',
  'titration',
  'evaluation',
  'maintenance',
  'taper',
  'follow-up',
  'declined',
  'stopped',
] as const
export type Phase = (typeof phases)[number]

/** A ketamine dose as the record orders it. What is absent is unknown, and T01 asks for it. */
export interface KetamineOrder {
  readonly substance?: 'racemic-ketamine' | 'esketamine'
  readonly route?: 'oral' | 'sublingual'
  /** mg of free base per dose */
  readonly mg?: number
  readonly mL?: number
  /** mg/mL */
  readonly strength?: number
  readonly timesPerDay?: number
  /** days of supply ordered */
  readonly supplyDays?: number
}

export interface KetamineTreatment {
  readonly phase: Phase
  /** Date of the first dose of the present treatment. */
  readonly started?: string
  readonly testDose?: Fact<{ readonly mg: number; readonly tolerated?: boolean }>
  /** The order in force. */
  readonly order?: Fact<KetamineOrder>
  /** Date of the last change of dose. */
  readonly lastStep?: string
  /** Pain NRS before treatment. */
  readonly baselinePain?: Fact<number>
  /** The named functional goal, and whether it is met. */
  readonly goal?: Fact<{ readonly name: string; readonly met?: boolean }>
}

export interface Case {
  /** The day this is read on, ISO 8601. Later facts are not in it. */
  readonly asOf: string
  readonly person: {
    readonly id: string
    readonly name?: string
    readonly birthDate?: string
    /** whole years on `asOf` */
    readonly age?: number
    readonly sex?: 'male' | 'female' | 'other'
    /** Demo or test record, not a person. */
    readonly synthetic: boolean
  }
  readonly conditions: readonly Fact<Condition>[]
  /** Absent when the record holds no medication at all: then nothing is known about interactions. */
  readonly medications?: readonly Fact<Medication>[]
  readonly screening: Partial<Record<ScreeningItem, Fact<boolean>>>
  readonly signs: Partial<Record<PainSign, Fact<boolean>>>
  /** Newest first. */
  readonly measurements: Partial<Record<Measure, readonly Fact<number>[]>>
  /** Newest first. */
  readonly bloodPressure: readonly Fact<BloodPressure>[]
  readonly treatments: readonly Fact<Treatment>[]
  readonly ketamine: KetamineTreatment
}
