/**
 * ICD-10, ICD-10-CM and ICD-11 → what a diagnosis means to the pathway, by block, because ICD is a classification: everything
 * below F20 is schizophrenia. Where the national version differs, the row says so. Sources: WHO ICD-10 (2019), ICD-10-CM,
 * WHO ICD-11 MMS; the blocks of `pack` rows are named in the evidence packs.
 */
import type { ConditionKind } from '@anodyne/pathway'

export interface IcdMeaning {
  readonly kinds: readonly ConditionKind[]
  readonly painful: boolean
}

/** A pattern at the start of the code without its dot; kinds separated by blanks; `pain` as in conditions-snomed.ts. */
const icd10: readonly (readonly [RegExp, string])[] = [
  // F: mind
  [/^F2[0-5]|^F2[89]/, 'psychosis'],
  [/^F1[0-689](?:5|[129]5)/, 'psychosis'], // substance-induced: F1x.5 (WHO), F1x.15 F1x.25 F1x.95 (CM)
  [/^F3[23]3/, 'psychosis'], // depressive episode with psychotic symptoms
  [/^F30|^F31/, 'mania'],
  [/^F05/, 'delirium'],
  [/^F3[23]|^F341/, 'depression'],
  [/^F4[01]/, 'anxiety'],
  [/^F431/, 'ptsd'],
  [/^F1[0-689]/, 'substance-use-disorder'], // not F17, tobacco
  [/^F510|^G470/, 'nociplastic-comorbidity'], // insomnia
  [/^G933|^R5382/, 'nociplastic-comorbidity'], // chronic fatigue
  // G: nerves
  [/^G4[01]/, 'epilepsy'],
  [/^R56/, 'seizure'],
  [/^G43/, 'migraine'],
  [/^G890/, 'chronic-pain nerve-lesion'], // CM: central pain syndrome (pack)
  [/^G892|^G894/, 'chronic-pain'], // CM: chronic pain; chronic pain syndrome (pack)
  [/^R522/, 'chronic-pain'], // WHO: other chronic pain
  [/^M797/, 'fibromyalgia chronic-primary-pain chronic-pain'],
  [/^G500|^G530|^B022/, 'nerve-lesion'], // trigeminal and postherpetic neuralgia
  [/^G546/, 'nerve-lesion'], // phantom limb with pain
  [/^G5[678]|^G6[0-4]/, 'nerve-lesion'], // mononeuropathy, polyneuropathy
  [/^E1[0-4]4(?:[0124]|$)/, 'nerve-lesion'], // diabetes with neuropathy; E1x.43 is autonomic
  [/^M541|^M511|^M501/, 'nerve-lesion'], // radiculopathy
  [/^M961|^M54[2-69]|^M792|^G905/, 'pain'],
  [/^M0[56]|^M1[5-9]|^M47/, 'tissue-damage'], // rheumatoid arthritis, arthrosis, spondylosis
  // Intracranial, eye
  [/^G932|^G91/, 'raised-intracranial-pressure'],
  [/^C71|^C7931|^D33[0-2]|^D43[0-2]|^G060/, 'intracranial-lesion'],
  [/^I6[0-2]/, 'stroke intracranial-lesion'],
  [/^S06/, 'recent-head-injury'],
  [/^H40[1-9]|^H42/, 'glaucoma'], // not H40.0, suspected
  // I: heart and vessels
  [/^I1[0-356]/, 'hypertension'],
  [/^I200/, 'unstable-angina'],
  [/^I2[1-3]|^I252/, 'myocardial-infarction'],
  [/^I2[0-5]|^I3[4-9]|^I4[2-9]|^I50/, 'heart-disease'],
  [/^I50/, 'heart-failure'],
  [/^I4[4-9]/, 'arrhythmia'],
  [/^I6[34]|^I69|^Z8673/, 'stroke'],
  [/^I7[12]|^I671|^Q28[0-3]/, 'aneurysm-or-avm'],
  // Liver, kidney, bladder, metabolism
  [/^K7[0-7]|^B18/, 'liver-disease'],
  [/^N18[3-69]|^N1[79]/, 'renal-impairment'], // not stages 1 and 2
  [/^N30|^R31|^C67|^D090/, 'bladder-disease'],
  [/^E802/, 'porphyria'],
  // Pregnancy
  [/^O(?:09|[1-3]\d|4[0-8])|^Z3[34]/, 'pregnancy'],
  [/^Z391/, 'breastfeeding'],
  [/^R54/, 'frailty'],
  [/^R45851|^T1491|^Z9151/, 'suicidality'],
]

const icd10Who: typeof icd10 = [
  [/^T(?:3[6-9]|4\d|50)/, 'overdose'], // poisoning
  [/^X(?:6\d|7\d|8[0-4])/, 'suicidality'],
]

const icd10Cm: typeof icd10 = [
  // The sixth character is the intent: 1–4 poisoning (2 self-harm), 5 adverse effect, 6 underdosing; with X sixth, the fifth is.
  [/^T(?:3[6-9]|4\d|50)(?:\w{2}[1-4]|\w[1-4]X)/, 'overdose'],
  [/^T(?:3[6-9]|4\d|50)(?:\w{2}2|\w2X)/, 'suicidality'],
]

/** ICD-11 chronic pain (MG30, pack) and the blocks whose meaning is the block's name. */
const icd11: typeof icd10 = [
  [/^MG30/, 'chronic-pain'],
  [/^MG30\.?0/, 'chronic-primary-pain'],
  [/^MG30\.?01/, 'fibromyalgia'], // chronic widespread pain, where ICD-11 indexes fibromyalgia
  [/^MG30\.?5/, 'nerve-lesion'],
  [/^6A2/, 'psychosis'],
  [/^6A6/, 'mania'],
  [/^6A7/, 'depression'],
  [/^6B40|^6B41/, 'ptsd'],
  [/^8A6/, 'epilepsy'],
  [/^8A80/, 'migraine'],
]

/** Undefined when no block names the code: then nothing is known of it here. */
export function icd10Meaning(code: string, national: 'who' | 'cm'): IcdMeaning | undefined {
  return meaning(code.replace('.', '').toUpperCase(), [...icd10, ...(national === 'cm' ? icd10Cm : icd10Who)])
}

export const icd11Meaning = (code: string): IcdMeaning | undefined => meaning(code.toUpperCase(), icd11)

function meaning(code: string, rows: typeof icd10): IcdMeaning | undefined {
  const words = rows.filter(([pattern]) => pattern.test(code)).flatMap(([, kinds]) => kinds.split(' '))
  if (words.length === 0) return undefined
  const kinds = [...new Set(words)].filter((word) => word !== 'pain') as ConditionKind[]
  return { kinds, painful: words.includes('pain') }
}
