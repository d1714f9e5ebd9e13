/**
 * Our own bladder check. A symptom that nobody calls old counts as new; blood that can be seen, and urine that will not come, go to
 * a person the same day. Never added up, and not validated.
 */
import { choices, yesNo } from './choices.ts'
import type { Feed, Instrument, Item, SafetyItem } from './instrument.ts'

const sinceKetamine = choices(
  0,
  'No',
  'Yes, as it was before I took ketamine',
  'Yes, and this is new or worse since I took ketamine',
)
/** Any symptom speaks for E13 before treatment; a new or worse one for M05 on it. */
const symptomFeeds: readonly Feed[] = [
  { rule: 'E13', from: 1 },
  { rule: 'M05', from: 2 },
]
const symptom = (id: string, asks: string): Item => ({ id, asks, choices: sinceKetamine, feeds: symptomFeeds })
const alarm = (from: number, reason: string, ...rules: readonly string[]): SafetyItem => ({
  from,
  unanswered: 'missing',
  reason,
  rules,
  status: 'engineering',
  source: 'NHS BNSSG ketamine bladder pathway (draft), in recreational users; "the same day" is ours',
})

export const bladderCheck: Instrument = {
  id: 'bladder-check',
  version: '0.1.0',
  name: 'Bladder check',
  measures: 'bladder symptoms on ketamine',
  recall: 'In the past month',
  licence: { kind: 'own', says: 'Written for this project, Apache-2.0.' },
  origin: {
    status: 'engineering',
    source:
      'Our own questions, not validated; symptoms as in Winstock 2012, doi:10.1111/j.1464-410X.2012.11028.x; for the clinical lead to approve',
  },
  items: [
    symptom('often', 'Do you pee much more often in the day than most people?'),
    symptom('night', 'Do you often get up at night to pee?'),
    symptom('sudden', 'Do you get a sudden need to pee that is hard to hold?'),
    symptom('burning', 'Does it burn or hurt when you pee?'),
    symptom('belly', 'Does your lower belly hurt when your bladder is full?'),
    {
      id: 'blood',
      asks: 'Did you see blood in your pee, or was it pink, red or brown?',
      choices: yesNo,
      feeds: [
        { rule: 'M06', from: 1 },
        { rule: 'E13', from: 1 },
      ],
      safety: alarm(1, 'Visible blood in the urine: no further dose before somebody has looked', 'M06'),
    },
    {
      id: 'cannot',
      asks: 'Is it hard to start to pee, or does nothing come?',
      choices: choices(0, 'No', 'It is hard to start', 'Nothing comes'),
      feeds: [
        { rule: 'M05', from: 1 },
        { rule: 'E13', from: 1 },
      ],
      safety: { ...alarm(2, 'Cannot pass urine', 'M05', 'M07'), nowFrom: 2 },
    },
    {
      id: 'side',
      asks: 'Did you have pain in your side or back below the ribs, or a fever?',
      choices: yesNo,
      feeds: [{ rule: 'M07', from: 1 }],
    },
  ],
  subscores: [],
  change: { improved: [] },
}
