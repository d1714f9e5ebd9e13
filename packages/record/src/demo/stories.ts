/** Eight made-up people, one for each way the pathway can answer. Every figure is invented. */
import type { PainSign } from '@anodyne/pathway'
import { ICD11, SNOMED } from '../codes/systems.ts'
import type { Story, StoryTrial } from './story.ts'

const sct = (code: string) => [SNOMED, code] as const

/** Nerve pain that can be traced: probable neuropathic, little else. */
const neuropathic: Readonly<Record<PainSign, boolean>> = {
  'pain-over-3-months': true,
  'lesion-or-disease-of-somatosensory-system': true,
  'distribution-neuroanatomically-plausible': true,
  'sensory-signs-in-distribution': true,
  'diagnostic-test-confirms-lesion': true,
  'distribution-regional-or-widespread': true,
  'explained-by-nociceptive-or-neuropathic': true,
  'evoked-hypersensitivity': true,
  'history-of-hypersensitivity': true,
  'sensitivity-to-sound-light-odour': false,
  'sleep-disturbed': true,
  fatigue: false,
  'cognitive-problems': false,
  'tissue-damage': false,
  'pain-mechanical-or-movement-related': false,
  'catastrophising-or-fear-avoidance': false,
  'low-mood': false,
  anxiety: false,
}

const drug = (name: string, mgPerDay: number, days: number, relief: number): StoryTrial => ({
  class: 'medication',
  name,
  mgPerDay,
  days,
  relief,
  stopped: 'no-effect',
})
const amitriptyline = drug('Amitriptyline', 75, 112, 0.1)
const duloxetine = drug('Duloxetine', 90, 126, 0.15)
const pregabalin = drug('Pregabalin', 450, 140, 0.2)
const physiotherapy: StoryTrial = { class: 'physical', name: 'Physiotherapy programme', days: 90, relief: 0.1 }
const painManagement: StoryTrial = {
  class: 'psychological',
  name: 'Pain management programme (CBT)',
  days: 84,
  relief: 0.1,
}

const paracetamol = {
  rxnorm: '198440',
  name: 'Acetaminophen 500 MG Oral Tablet',
  from: 200,
  dose: { mg: 1000, timesPerDay: 3 },
}
const pastDrugs = [
  { rxnorm: '704', name: 'Amitriptyline', from: 900, until: 770, dose: { mg: 75, timesPerDay: 1 } },
  { rxnorm: '72625', name: 'Duloxetine', from: 740, until: 600, dose: { mg: 90, timesPerDay: 1 } },
  { rxnorm: '187832', name: 'Pregabalin', from: 580, until: 400, dose: { mg: 225, timesPerDay: 2 } },
]

const steadyPain = [
  [365, 7],
  [300, 8],
  [240, 7],
  [180, 7],
  [120, 8],
  [90, 7],
  [60, 7],
  [30, 8],
  [14, 7],
  [6, 7],
] as const
const normalPressure = [
  [180, 126, 80],
  [90, 122, 76],
  [6, 124, 78],
] as const

/** What every story shares unless it says otherwise. */
const shared = {
  signs: neuropathic,
  trials: [amitriptyline, duloxetine, pregabalin, physiotherapy, painManagement],
  pain: steadyPain,
  pressures: normalPressure,
  labs: { ago: [190, 12], units: 'SI' },
  mood: [
    [190, 8],
    [6, 6],
  ],
} as const satisfies Partial<Story>

export const stories: readonly Story[] = [
  {
    ...shared,
    id: 'demo-suitable',
    scenario: 'Suitable: diabetic polyneuropathy, three adequate drug trials, every question answered',
    given: 'Rosalind',
    family: 'Ashworth',
    gender: 'female',
    age: 58,
    weight: 71.5,
    conditions: [
      { code: sct('368581000119106'), name: 'Neuropathy due to type 2 diabetes mellitus', since: 1500 },
      { code: sct('82423001'), name: 'Chronic pain', since: 1300 },
      { code: sct('44054006'), name: 'Diabetes mellitus type 2', since: 3600 },
    ],
    medicines: [
      paracetamol,
      {
        rxnorm: '860975',
        name: '24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet',
        from: 300,
        dose: { mg: 1000, timesPerDay: 2 },
      },
      ...pastDrugs,
    ],
  },
  {
    ...shared,
    id: 'demo-psychosis',
    scenario: 'Schizophrenia in the history: not a candidate',
    given: 'Marcus',
    family: 'Lindqvist',
    gender: 'male',
    age: 44,
    weight: 88,
    conditions: [
      { code: [ICD11, 'MG30.5'], name: 'Chronic neuropathic pain after hernia repair', since: 1100 },
      { code: sct('58214004'), name: 'Schizophrenia', since: 6500 },
    ],
    medicines: [
      paracetamol,
      { name: 'Olanzapine 10 mg tablet', from: 260, dose: { mg: 10, timesPerDay: 1 } },
      ...pastDrugs,
    ],
    answers: { 'psychosis-or-mania-ever': true },
  },
  {
    ...shared,
    id: 'demo-pressure',
    scenario: 'Uncontrolled blood pressure, 172/104',
    given: 'Harold',
    family: 'Okafor',
    gender: 'male',
    age: 63,
    weight: 94,
    conditions: [
      { code: sct('2177002'), name: 'Postherpetic neuralgia', since: 800 },
      { code: sct('82423001'), name: 'Chronic pain', since: 700 },
      { code: sct('38341003'), name: 'Hypertension', since: 2900 },
    ],
    medicines: [
      paracetamol,
      { name: 'Amlodipine 5 mg tablet', from: 340, dose: { mg: 5, timesPerDay: 1 } },
      ...pastDrugs,
    ],
    pressures: [
      [180, 158, 94],
      [90, 164, 98],
      [30, 168, 102],
      [6, 172, 104],
    ],
  },
  {
    ...shared,
    id: 'demo-clarithromycin',
    scenario: 'A course of clarithromycin under way, which more than doubles the exposure',
    given: 'Ingrid',
    family: 'Castellano',
    gender: 'female',
    age: 61,
    weight: 66,
    conditions: [
      { code: sct('128196005'), name: 'Lumbar radiculopathy', since: 1200 },
      { code: sct('278860009'), name: 'Chronic low back pain', since: 1250 },
      { code: sct('10509002'), name: 'Acute bronchitis', since: 4 },
    ],
    medicines: [
      paracetamol,
      { rxnorm: '21212', name: 'Clarithromycin 500 mg tablet', from: 3, dose: { mg: 500, timesPerDay: 2 } },
      ...pastDrugs,
    ],
    labs: { ago: [190, 12], units: 'US' },
  },
  {
    ...shared,
    id: 'demo-fibromyalgia',
    scenario: 'Fibromyalgia: guidelines disagree (NICE NG193)',
    given: 'Beatriz',
    family: 'Halloran',
    gender: 'female',
    age: 41,
    weight: 78,
    conditions: [
      { code: sct('203082005'), name: 'Fibromyalgia', since: 2000 },
      { code: sct('193462001'), name: 'Insomnia', since: 1900 },
    ],
    medicines: [paracetamol, { name: 'Levonorgestrel 52 mg intrauterine system', from: 350 }, ...pastDrugs],
    answers: { 'could-become-pregnant': true },
    mood: [
      [190, 11],
      [6, 9],
    ],
    signs: {
      ...neuropathic,
      'lesion-or-disease-of-somatosensory-system': false,
      'distribution-neuroanatomically-plausible': false,
      'sensory-signs-in-distribution': false,
      'diagnostic-test-confirms-lesion': false,
      'explained-by-nociceptive-or-neuropathic': false,
      'sensitivity-to-sound-light-odour': true,
      fatigue: true,
      'cognitive-problems': true,
    },
  },
  {
    ...without(shared, 'labs'),
    id: 'demo-no-labs',
    scenario: 'No blood results on record: nothing can be started until they are',
    given: 'Tobias',
    family: 'Fairweather',
    gender: 'male',
    age: 49,
    weight: 82,
    conditions: [
      { code: [ICD11, 'MG30.5'], name: 'Chronic neuropathic pain after a brachial plexus injury', since: 900 },
      { code: sct('82423001'), name: 'Chronic pain', since: 850 },
    ],
    medicines: [paracetamol, ...pastDrugs],
  },
  {
    ...shared,
    id: 'demo-improving',
    scenario: 'On treatment for five weeks and better: pain 7 to 4, goal met',
    given: 'Yusuf',
    family: 'Merriweather',
    gender: 'male',
    age: 55,
    weight: 80,
    conditions: [
      { code: sct('368581000119106'), name: 'Neuropathy due to type 2 diabetes mellitus', since: 1400 },
      { code: sct('82423001'), name: 'Chronic pain', since: 1200 },
    ],
    medicines: [paracetamol, ...pastDrugs],
    pain: [
      [365, 7],
      [240, 8],
      [120, 7],
      [60, 7],
      [42, 7],
      [35, 7],
      [28, 6.5],
      [24, 6],
      [21, 6],
      [17, 5.5],
      [14, 5],
      [10, 5],
      [7, 4.5],
      [3, 4],
      [1, 4],
    ],
    pressures: [
      [120, 128, 80],
      [42, 126, 78],
      [36, 134, 84],
      [28, 130, 82],
      [21, 132, 82],
      [7, 128, 80],
      [3, 130, 80],
    ],
    labs: { ago: [45, 6], units: 'SI', change: { ALT: 27, GGT: 34 } },
    mood: [
      [45, 9],
      [6, 5],
    ],
    ketamine: {
      phase: 'titration',
      goal: { name: 'Walk to the shop and back, 20 minutes, three times a week', status: 'achieved' },
      testDose: { ago: 36, mg: 10 },
      orders: [
        { ago: 35, mg: 10, supplyDays: 7 },
        { ago: 28, mg: 10, supplyDays: 7 },
        { ago: 21, mg: 15, supplyDays: 7 },
        { ago: 14, mg: 15, supplyDays: 7 },
        { ago: 7, mg: 15, supplyDays: 7 },
        { ago: 1, mg: 15, supplyDays: 7 },
      ],
    },
  },
  {
    ...shared,
    id: 'demo-bladder',
    scenario: 'On treatment with new bladder symptoms: stop',
    given: 'Margit',
    family: 'Delacroix',
    gender: 'female',
    age: 57,
    weight: 69,
    conditions: [
      { code: [ICD11, 'MG30.5'], name: 'Chronic neuropathic pain after breast surgery', since: 1600 },
      { code: sct('82423001'), name: 'Chronic pain', since: 1500 },
    ],
    medicines: [paracetamol, ...pastDrugs],
    pain: [
      [365, 8],
      [240, 8],
      [180, 8],
      [130, 8],
      [120, 8],
      [110, 7],
      [95, 6],
      [80, 6],
      [60, 5],
      [45, 5],
      [30, 5],
      [14, 5],
      [3, 5],
    ],
    pressures: [
      [180, 124, 76],
      [125, 126, 78],
      [90, 128, 80],
      [30, 130, 78],
      [6, 128, 80],
    ],
    labs: { ago: [130, 75, 10], units: 'SI' },
    mood: [
      [130, 9],
      [75, 7],
      [6, 6],
    ],
    answers: { 'bladder-symptoms-or-haematuria': true, 'bladder-symptoms-new': true },
    ketamine: {
      phase: 'maintenance',
      goal: { name: 'Cook for the family without sitting down', status: 'sustaining' },
      testDose: { ago: 121, mg: 10 },
      orders: [
        { ago: 120, mg: 10, supplyDays: 7 },
        { ago: 106, mg: 15, supplyDays: 7 },
        { ago: 92, mg: 20, supplyDays: 28 },
        { ago: 64, mg: 20, supplyDays: 28 },
        { ago: 36, mg: 20, supplyDays: 28 },
        { ago: 8, mg: 20, supplyDays: 28 },
      ],
    },
  },
]

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = whole
  return rest
}
