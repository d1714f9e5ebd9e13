/** PHQ-9: depression over two weeks, nine items, 0–27. Item 9 counts by itself, whatever the rest says. */
import type { Instrument, Item } from './instrument.ts'
import { phqChoices, phqLicence, phqRecall } from './phq.ts'

const item = (number: number, loinc: string, asks: string): Item => ({
  id: String(number),
  asks,
  choices: phqChoices,
  loinc,
})

export const phq9: Instrument = {
  id: 'phq-9',
  version: '2001',
  name: 'PHQ-9',
  measures: 'depression',
  recall: phqRecall,
  licence: phqLicence,
  origin: { status: 'published', source: 'Kroenke 2001, doi:10.1046/j.1525-1497.2001.016009606.x' },
  loinc: { panel: '44249-1', total: '44261-6' },
  items: [
    item(1, '44250-9', 'Little interest or pleasure in doing things'),
    item(2, '44255-8', 'Feeling down, depressed, or hopeless'),
    item(3, '44259-0', 'Trouble falling or staying asleep, or sleeping too much'),
    item(4, '44254-1', 'Feeling tired or having little energy'),
    item(5, '44251-7', 'Poor appetite or overeating'),
    item(
      6,
      '44258-2',
      'Feeling bad about yourself, or that you are a failure or have let yourself or your family down',
    ),
    item(7, '44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'),
    item(
      8,
      '44253-3',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite, being so fidgety or restless that you have been moving around a lot more than usual',
    ),
    {
      ...item(9, '44260-8', 'Thoughts that you would be better off dead, or of hurting yourself in some way'),
      safety: {
        from: 1,
        unanswered: 'missing',
        reason: 'Thoughts of being better off dead or of self-harm on some days or more (PHQ-9 item 9)',
        rules: ['E15', 'M09'],
        status: 'engineering',
        source: 'Any answer above "not at all" is followed up the same day, whatever the total',
      },
    },
  ],
  total: { kind: 'sum', items: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  subscores: [{ id: 'PHQ-2', kind: 'sum', items: ['1', '2'] }],
  bands: {
    bands: [
      { from: 0, name: 'minimal' },
      { from: 5, name: 'mild' },
      { from: 10, name: 'moderate' },
      { from: 15, name: 'moderately severe' },
      { from: 20, name: 'severe' },
    ],
    status: 'published',
    source:
      'Kroenke 2001, doi:10.1046/j.1525-1497.2001.016009606.x; at 10 or more sensitivity 74 %, specificity 91 % (Arroll 2010, PMC2906530)',
  },
  change: {
    improved: [
      {
        says: 'important for one person',
        points: 5,
        status: 'published',
        source: 'Löwe 2004, doi:10.1097/00005650-200412000-00006: two standard errors of measurement',
        disagreement:
          'Kounali 2022, doi:10.1017/S0033291720003700: people noticed a fall of 21 %, about 1.7 points, at moderate severity.',
      },
    ],
    worse: {
      points: 5,
      status: 'derived',
      source: 'Löwe 2004, doi:10.1097/00005650-200412000-00006: two standard errors of measurement, either way',
    },
  },
}
