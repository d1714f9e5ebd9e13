/** The questions of the screening form, in our own words. One place: the form shows them and facts quote them. */
import type { PainSign, ScreeningItem } from '@anodyne/pathway'

export const screeningText: Readonly<Record<ScreeningItem, string>> = {
  'specialist-initiated': 'Is a pain specialist starting, or has one agreed to, this treatment?',
  'psychosis-or-mania-ever': 'Has the patient ever had psychosis or mania?',
  'delirium-now': 'Is the patient delirious or acutely confused now?',
  'seizure-last-6-months': 'Has there been a seizure in the last six months?',
  'epilepsy-ever': 'Has the patient ever had epilepsy?',
  'raised-intracranial-pressure-or-lesion':
    'Is there raised intracranial pressure, a mass or bleed in the head, or a recent head injury?',
  'glaucoma-severe': 'Is there severe glaucoma or raised pressure in the eye?',
  'cardiovascular-event-or-unstable':
    'Heart attack or stroke in the last six months, unstable angina, unstable heart failure, or an aneurysm?',
  pregnant: 'Is the patient pregnant?',
  breastfeeding: 'Is the patient breastfeeding?',
  'could-become-pregnant': 'Could the patient become pregnant?',
  'contraception-adequate': 'Is contraception reliable?',
  'substance-use-disorder-active': 'Is there an active substance use disorder, ketamine included?',
  'substance-use-disorder-past': 'Was there a substance use disorder in the past?',
  'non-prescribed-psychoactive-last-4-weeks':
    'Any psychoactive substance that was not prescribed in the last four weeks?',
  'bladder-symptoms-or-haematuria': 'Bladder pain, repeated cystitis, or blood in the urine?',
  'porphyria-or-ketamine-allergy': 'Acute porphyria, or an allergy to ketamine?',
  'suicidal-now': 'Is the patient acutely suicidal?',
  frail: 'Is the patient frail?',
  'medication-list-complete': 'Is the medication list complete, herbal and bought medicines included?',
  grapefruit: 'Does the patient eat grapefruit or drink its juice?',
  'st-johns-wort': "Does the patient take St John's wort?",
  'alcohol-on-dose-day': 'Will there be alcohol on days of dosing?',
  'adult-present': 'Will a responsible adult be present after the first dose and after each increase?',
  'bladder-symptoms-new':
    'New urgency, frequency, night-time or painful passing of urine, or pain above the pubis, since ketamine was started?',
  'urine-infection-excluded': 'Has a urine infection been excluded?',
}

export const signText: Readonly<Record<PainSign, string>> = {
  'pain-over-3-months': 'Has the pain lasted or recurred for more than three months?',
  'lesion-or-disease-of-somatosensory-system':
    'Is there a history of a lesion or disease of the nerves, spinal cord or brain that could cause it?',
  'distribution-neuroanatomically-plausible': 'Does the pain lie where that lesion would put it?',
  'sensory-signs-in-distribution': 'On examination, are there sensory signs in the same area?',
  'diagnostic-test-confirms-lesion': 'Has a test confirmed the lesion or disease?',
  'distribution-regional-or-widespread': 'Is the pain regional or widespread rather than in one spot?',
  'explained-by-nociceptive-or-neuropathic': 'Is the pain fully explained by tissue damage or by a nerve lesion?',
  'evoked-hypersensitivity':
    'On examination, does light touch, pressure, movement, heat or cold evoke pain in the region?',
  'history-of-hypersensitivity':
    'Does the patient tell of pain from touch, pressure, movement, heat or cold in the region?',
  'sensitivity-to-sound-light-odour': 'Is the patient unusually sensitive to sound, light or smell?',
  'sleep-disturbed': 'Is sleep disturbed, with frequent waking?',
  fatigue: 'Is there marked fatigue?',
  'cognitive-problems': 'Are there problems with concentration or memory?',
  'tissue-damage': 'Is there damage to, or inflammation of, tissue other than nerve?',
  'pain-mechanical-or-movement-related': 'Does the pain follow load or movement?',
  'catastrophising-or-fear-avoidance': 'Is there catastrophising, or avoidance out of fear of pain?',
  'low-mood': 'Is mood low?',
  anxiety: 'Is there marked anxiety?',
}

export const questionText: Readonly<Record<ScreeningItem | PainSign, string>> = { ...screeningText, ...signText }
