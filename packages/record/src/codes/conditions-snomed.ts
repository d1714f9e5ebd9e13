/**
 * SNOMED CT diagnoses → what they mean to the pathway. Exact concepts only: SNOMED's hierarchy is not shipped, so a narrower
 * diagnosis outside this list is kept with no kinds (and its name is looked at: see condition-names.ts).
 * `from`: `pack` = named in this project's evidence packs; `records` = seen in public test records with this meaning;
 * `snomed` = SNOMED CT's own table, not yet checked against a release.
 */
import type { ConditionKind } from '@anodyne/pathway'

export interface KnownCondition {
  readonly kinds: readonly ConditionKind[]
  /**
   * Names a pain, which is chronic once it has lasted three months (ICD-11 MG30). A worn joint or a damaged nerve has an onset
   * too, but not one of pain.
   */
  readonly painful?: boolean
  readonly from: 'pack' | 'records' | 'snomed'
}

type Row = readonly [code: string, kinds: string, from: KnownCondition['from']]

/** Kinds separated by blanks; `pain` marks what is chronic pain once it has lasted long enough. */
const rows: readonly Row[] = [
  // Pain
  ['82423001', 'chronic-pain', 'pack'], // Chronic pain
  ['373621006', 'chronic-pain', 'pack'], // Chronic pain syndrome
  ['278860009', 'chronic-pain', 'pack'], // Chronic low back pain
  ['203082005', 'fibromyalgia chronic-primary-pain chronic-pain', 'pack'], // Fibromyalgia
  ['95417003', 'fibromyalgia chronic-primary-pain chronic-pain', 'pack'], // Primary fibromyalgia syndrome
  ['16269008', 'pain', 'pack'], // Neuralgia
  ['426566004', 'chronic-pain nerve-lesion', 'pack'], // Central pain syndrome
  ['27151001', 'pain', 'pack'], // Post-laminectomy syndrome
  ['202725007', 'pain', 'pack'], // Lumbar post-laminectomy syndrome
  ['128196005', 'nerve-lesion', 'pack'], // Lumbar radiculopathy
  ['279039007', 'pain', 'snomed'], // Low back pain
  ['128200000', 'pain', 'snomed'], // Complex regional pain syndrome
  ['37796009', 'migraine', 'snomed'], // Migraine
  ['124171000119105', 'migraine', 'records'], // Chronic intractable migraine without aura
  // Lesions of the somatosensory system
  ['368581000119106', 'nerve-lesion', 'pack'], // Neuropathy due to type 2 diabetes mellitus
  ['230572002', 'nerve-lesion', 'snomed'], // Neuropathy due to diabetes mellitus
  ['2177002', 'nerve-lesion', 'snomed'], // Postherpetic neuralgia
  ['31681005', 'nerve-lesion', 'snomed'], // Trigeminal neuralgia
  ['57406009', 'nerve-lesion', 'snomed'], // Carpal tunnel syndrome
  ['23056005', 'pain', 'snomed'], // Sciatica
  // Damage to other tissue
  ['239872002', 'tissue-damage', 'records'], // Osteoarthritis of hip
  ['239873007', 'tissue-damage', 'records'], // Osteoarthritis of knee
  ['396275006', 'tissue-damage', 'snomed'], // Osteoarthritis
  ['69896004', 'tissue-damage', 'records'], // Rheumatoid arthritis
  // Mind
  ['69322001', 'psychosis', 'snomed'], // Psychotic disorder
  ['58214004', 'psychosis', 'snomed'], // Schizophrenia
  ['64905009', 'psychosis', 'snomed'], // Paranoid schizophrenia
  ['68890003', 'psychosis', 'snomed'], // Schizoaffective disorder
  ['48500005', 'psychosis', 'snomed'], // Delusional disorder
  ['13746004', 'mania', 'snomed'], // Bipolar disorder
  ['231494001', 'mania', 'snomed'], // Mania
  ['2776000', 'delirium', 'snomed'], // Delirium
  ['35489007', 'depression', 'snomed'], // Depressive disorder
  ['370143000', 'depression', 'snomed'], // Major depressive disorder
  ['832007', 'depression', 'records'], // Moderate major depression
  ['36923009', 'depression', 'records'], // Major depression, single episode
  ['197480006', 'anxiety', 'snomed'], // Anxiety disorder
  ['21897009', 'anxiety', 'snomed'], // Generalized anxiety disorder
  ['371631005', 'anxiety', 'snomed'], // Panic disorder
  ['47505003', 'ptsd', 'records'], // Posttraumatic stress disorder
  ['6471006', 'suicidality', 'snomed'], // Suicidal thoughts
  ['82313006', 'suicidality', 'snomed'], // Suicide attempt
  ['193462001', 'nociplastic-comorbidity', 'snomed'], // Insomnia
  ['52702003', 'nociplastic-comorbidity', 'snomed'], // Chronic fatigue syndrome
  // Brain, eye
  ['84757009', 'epilepsy', 'records'], // Epilepsy
  ['128613002', 'epilepsy', 'records'], // Seizure disorder
  ['91175000', 'seizure', 'snomed'], // Seizure
  ['703151001', 'seizure', 'records'], // History of single seizure
  ['68267002', 'raised-intracranial-pressure', 'snomed'], // Benign intracranial hypertension
  ['126952004', 'intracranial-lesion', 'snomed'], // Neoplasm of brain
  ['1386000', 'intracranial-lesion stroke', 'snomed'], // Intracranial haemorrhage
  ['127295002', 'recent-head-injury', 'snomed'], // Traumatic brain injury
  ['110030002', 'recent-head-injury', 'snomed'], // Concussion injury of brain
  ['62106007', 'recent-head-injury', 'records'], // Concussion with no loss of consciousness
  ['62564004', 'recent-head-injury', 'records'], // Concussion with loss of consciousness
  ['23986001', 'glaucoma', 'snomed'], // Glaucoma
  // Heart and vessels
  ['38341003', 'hypertension', 'records'], // Hypertension
  ['59621000', 'hypertension', 'snomed'], // Essential hypertension
  ['22298006', 'myocardial-infarction heart-disease', 'snomed'], // Myocardial infarction
  ['57054005', 'myocardial-infarction heart-disease', 'snomed'], // Acute myocardial infarction
  ['399211009', 'myocardial-infarction heart-disease', 'records'], // History of myocardial infarction
  ['230690007', 'stroke', 'records'], // Stroke
  ['422504002', 'stroke', 'snomed'], // Ischaemic stroke
  ['4557003', 'unstable-angina heart-disease', 'snomed'], // Unstable angina
  ['194828000', 'heart-disease', 'snomed'], // Angina
  ['53741008', 'heart-disease', 'records'], // Coronary arteriosclerosis
  ['414545008', 'heart-disease', 'snomed'], // Ischaemic heart disease
  ['84114007', 'heart-failure heart-disease', 'snomed'], // Heart failure
  ['88805009', 'heart-failure heart-disease', 'records'], // Chronic congestive heart failure
  ['42343007', 'heart-failure heart-disease', 'snomed'], // Congestive heart failure
  ['49436004', 'arrhythmia heart-disease', 'records'], // Atrial fibrillation
  ['698247007', 'arrhythmia heart-disease', 'snomed'], // Cardiac arrhythmia
  ['128609009', 'aneurysm-or-avm intracranial-lesion', 'snomed'], // Intracranial aneurysm
  ['67362008', 'aneurysm-or-avm', 'snomed'], // Aortic aneurysm
  ['233985008', 'aneurysm-or-avm', 'snomed'], // Abdominal aortic aneurysm
  // Liver, kidney, bladder, blood
  ['235856003', 'liver-disease', 'snomed'], // Disease of liver
  ['19943007', 'liver-disease', 'snomed'], // Cirrhosis of liver
  ['128302006', 'liver-disease', 'snomed'], // Chronic hepatitis C
  ['61977001', 'liver-disease', 'snomed'], // Chronic type B viral hepatitis
  ['197321007', 'liver-disease', 'snomed'], // Steatosis of liver
  ['709044004', 'renal-impairment', 'snomed'], // Chronic kidney disease
  ['433144002', 'renal-impairment', 'records'], // Chronic kidney disease stage 3
  ['431857002', 'renal-impairment', 'records'], // Chronic kidney disease stage 4
  ['433146000', 'renal-impairment', 'snomed'], // Chronic kidney disease stage 5
  ['46177005', 'renal-impairment', 'records'], // End-stage renal disease
  ['127013003', 'renal-impairment', 'records'], // Diabetic renal disease
  ['431855005', '', 'records'], // Chronic kidney disease stage 1: kidney damage, filtration not reduced (KDIGO)
  ['431856006', '', 'records'], // Chronic kidney disease stage 2
  ['38822007', 'bladder-disease', 'records'], // Cystitis
  ['197834003', 'bladder-disease', 'snomed'], // Chronic interstitial cystitis
  ['34436003', 'bladder-disease', 'snomed'], // Blood in urine
  ['234422006', 'porphyria', 'snomed'], // Acute intermittent porphyria
  // Pregnancy
  ['72892002', 'pregnancy', 'records'], // Normal pregnancy
  ['77386006', 'pregnancy', 'snomed'], // Pregnant
  ['47200007', 'pregnancy', 'snomed'], // High-risk pregnancy
  ['413712001', 'breastfeeding', 'snomed'], // Breastfeeding (mother)
  // Substances
  ['66214007', 'substance-use-disorder', 'snomed'], // Substance abuse
  ['26416006', 'substance-use-disorder', 'snomed'], // Drug abuse
  ['191816009', 'substance-use-disorder', 'snomed'], // Drug dependence
  ['6525002', 'substance-use-disorder', 'records'], // Dependent drug abuse
  ['361055000', 'substance-use-disorder', 'records'], // Misuses drugs
  ['5602001', 'substance-use-disorder', 'snomed'], // Opioid abuse
  ['75544000', 'substance-use-disorder', 'snomed'], // Opioid dependence
  ['7200002', 'substance-use-disorder', 'records'], // Alcoholism
  ['15167005', 'substance-use-disorder', 'snomed'], // Alcohol abuse
  ['55680006', 'overdose', 'records'], // Drug overdose
  ['59274003', 'overdose suicidality', 'snomed'], // Intentional drug overdose
  ['248279007', 'frailty', 'snomed'], // Frailty
]

const table = new Map<string, KnownCondition>(
  rows.map(([code, words, from]) => {
    const found = words.split(' ').filter((word) => word !== '')
    const kinds = found.filter((word) => word !== 'pain') as ConditionKind[]
    return [code, { kinds, ...(found.includes('pain') && { painful: true }), from }]
  }),
)

export const snomedConditions: ReadonlyMap<string, KnownCondition> = table
