/** GAD-7: anxiety over two weeks, seven items, 0–21. */
import type { Instrument, Item } from './instrument.ts'
import { phqChoices, phqLicence, phqRecall } from './phq.ts'

const item = (number: number, loinc: string, asks: string): Item => ({
  id: String(number),
  asks,
  choices: phqChoices,
  loinc,
})

export const gad7: Instrument = {
  id: 'gad-7',
  version: '2006',
  name: 'GAD-7',
  measures: 'anxiety',
  recall: phqRecall,
  licence: phqLicence,
  origin: { status: 'published', source: 'Spitzer 2006, doi:10.1001/archinte.166.10.1092' },
  loinc: { panel: '69737-5', total: '70274-6' },
  items: [
    item(1, '69725-0', 'Feeling nervous, anxious, or on edge'),
    item(2, '68509-9', 'Not being able to stop or control worrying'),
    item(3, '69733-4', 'Worrying too much about different things'),
    item(4, '69734-2', 'Trouble relaxing'),
    item(5, '69735-9', 'Being so restless that it is hard to sit still'),
    item(6, '69689-8', 'Becoming easily annoyed or irritable'),
    item(7, '69736-7', 'Feeling afraid, as if something awful might happen'),
  ],
  total: { kind: 'sum', items: ['1', '2', '3', '4', '5', '6', '7'] },
  subscores: [],
  bands: {
    bands: [
      { from: 0, name: 'minimal' },
      { from: 5, name: 'mild' },
      { from: 10, name: 'moderate' },
      { from: 15, name: 'severe' },
    ],
    status: 'published',
    source: 'Spitzer 2006, doi:10.1001/archinte.166.10.1092',
  },
  change: {
    improved: [
      {
        says: 'important',
        points: 4,
        status: 'published',
        source: 'Toussaint 2020, doi:10.1016/j.jad.2020.01.032',
        disagreement:
          'Kounali 2022, doi:10.1017/S0033291720003700: people noticed a fall of 27 %, about 1.5 points, at moderate severity.',
      },
    ],
    worse: {
      points: 4,
      status: 'assumed',
      source: 'Toussaint 2020, doi:10.1016/j.jad.2020.01.032, for improvement, here mirrored',
    },
  },
}
