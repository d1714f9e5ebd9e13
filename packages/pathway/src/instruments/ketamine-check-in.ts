/**
 * Our own check-in, since the last one: plain questions, each tied to the rule it feeds. Never added up, and not validated. The
 * domains follow published monitoring of ketamine (KSET, Short 2020, doi:10.1016/j.jad.2020.01.120); the words are ours.
 */
import { choices, yesNo } from './choices.ts'
import type { Feed, Instrument, Item, SafetyItem, Urgency } from './instrument.ts'

const howMuch = choices(0, 'Not at all', 'A little', 'Quite a lot', 'Very much')
const feeds = (from: number, ...rules: readonly string[]): readonly Feed[] => rules.map((rule) => ({ rule, from }))

const symptom = (id: string, asks: string, fed: readonly Feed[]): Item => ({ id, asks, choices: howMuch, feeds: fed })
const question = (id: string, asks: string, ...rules: readonly string[]): Item => ({
  id,
  asks,
  choices: yesNo,
  feeds: feeds(1, ...rules),
})
const alarm = (from: number, urgency: Urgency, reason: string, ...rules: readonly string[]): SafetyItem => ({
  from,
  ...(urgency === 'now' ? { nowFrom: from } : {}),
  unanswered: 'missing',
  reason,
  rules,
  status: 'engineering',
  source:
    'Emergencies of the rule base (FDA 2023 case, esketamine and ketamine labels); wording and thresholds are ours',
})

export const ketamineCheckIn: Instrument = {
  id: 'ketamine-check-in',
  version: '0.1.0',
  name: 'Ketamine check-in',
  measures: 'side effects, mood, use and safety on ketamine',
  recall: 'Since your last check-in',
  licence: { kind: 'own', says: 'Written for this project, Apache-2.0.' },
  origin: { status: 'engineering', source: 'Our own questions, not validated; for the clinical lead to approve' },
  items: [
    symptom('unreal', 'Did things feel unreal, or did you feel far away from your body?', [
      ...feeds(2, 'T04'),
      ...feeds(1, 'T05'),
    ]),
    question('seen-or-heard', 'Did you see or hear things that were not there?', 'T04', 'T05'),
    {
      ...question('fear-of-harm', 'Did you feel that people were trying to harm you?', 'T04', 'M09', 'S06'),
      safety: alarm(1, 'today', 'Feels that people are trying to harm them', 'M09', 'S06'),
    },
    {
      id: 'sleepy',
      asks: 'After a dose, how sleepy were you?',
      choices: choices(0, 'Not sleepy', 'A bit sleepy', 'Very sleepy', 'Someone could hardly wake me'),
      feeds: [...feeds(1, 'T05'), ...feeds(3, 'S06')],
      safety: alarm(3, 'now', 'Could hardly be woken after a dose', 'S06'),
    },
    {
      ...question('breathing', 'Was your breathing very slow, or did you stop breathing for a time?', 'S06'),
      safety: alarm(1, 'now', 'Very slow or stopped breathing', 'S06'),
    },
    {
      ...question('chest-pain', 'Did you have pain or a tight feeling in your chest?', 'S06'),
      safety: alarm(1, 'now', 'Chest pain', 'S06'),
    },
    {
      ...question(
        'fit-or-stroke',
        'Did you have a fit, a weak arm or leg, a dropped face, or trouble speaking?',
        'S06',
      ),
      safety: alarm(1, 'now', 'Seizure or signs of a stroke', 'S06'),
    },
    symptom('dizzy', 'How dizzy were you?', feeds(1, 'T05')),
    question('fall', 'Did you fall, or almost fall?', 'T05'),
    symptom('sick', 'How sick did you feel in your stomach?', feeds(1, 'T05')),
    question('heart', 'Did your heart beat very fast or very hard?', 'M08', 'T05'),
    symptom('low', 'How sad or hopeless did you feel?', feeds(2, 'M09')),
    {
      id: 'self-harm',
      asks: 'Did you think of ending your life or of hurting yourself?',
      choices: choices(0, 'No', 'Yes, but I would not do it', 'Yes, and I might do it'),
      feeds: [...feeds(1, 'E15', 'M09'), ...feeds(2, 'S06')],
      safety: { ...alarm(1, 'today', 'Thoughts of suicide or self-harm', 'E15', 'M09', 'S06'), nowFrom: 2 },
    },
    question('memory', 'Is it harder to think or to remember than before you took ketamine?', 'M10'),
    question('yellow', 'Did your skin or eyes turn yellow, or did you have pain under your right ribs?', 'M02'),
    question('bladder', 'Is anything new when you pee: more often, pain, burning, or blood?', 'M04', 'M05'),
    question('missed', 'Did you miss a dose?', 'T06'),
    question('more-than-plan', 'Did you take more ketamine than your plan says?', 'M11'),
    question('wanting-more', 'Did you badly want more ketamine than your plan says?', 'M11'),
    question('lost', 'Was any of your ketamine lost, spilled, stolen, or given away?', 'M11'),
    question(
      'other-drugs',
      'Did you drink alcohol on a dose day, or take drugs that were not meant for you?',
      'I10',
      'M11',
    ),
    question('drove', 'Did you drive or use a machine before you had slept after a dose?', 'M12'),
  ],
  subscores: [],
  change: { improved: [] },
}
