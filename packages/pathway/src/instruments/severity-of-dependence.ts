/** SDS: Severity of Dependence Scale, five items, 0–15, asked about ketamine. It flags a review and diagnoses nothing. */
import { choices } from './choices.ts'
import type { Instrument } from './instrument.ts'

const often = choices(0, 'Never or almost never', 'Sometimes', 'Often', 'Always or nearly always')

export const severityOfDependence: Instrument = {
  id: 'sds',
  version: '1995, ketamine',
  name: 'SDS',
  measures: 'psychological dependence on ketamine',
  recall: 'the past year',
  licence: {
    kind: 'embeddable',
    says: 'Published in full and listed in the EMCDDA instrument bank.',
    caution:
      'No licence text was found; the items stand in this file alone, with their citation, so that they can be taken out.',
  },
  origin: {
    status: 'published',
    source:
      'Gossop 1995, doi:10.1046/j.1360-0443.1995.9056072.x; in ketamine users Tung 2014, East Asian Arch Psychiatry 24:156',
  },
  items: [
    { id: '1', asks: 'Did you think your use of ketamine was out of control?', choices: often },
    { id: '2', asks: 'Did the prospect of missing a dose make you anxious or worried?', choices: often },
    { id: '3', asks: 'Did you worry about your use of ketamine?', choices: often },
    { id: '4', asks: 'Did you wish you could stop?', choices: often },
    {
      id: '5',
      asks: 'How difficult did you find it to stop or go without ketamine?',
      choices: choices(0, 'Not difficult', 'Quite difficult', 'Very difficult', 'Impossible'),
    },
  ],
  total: { kind: 'sum', items: ['1', '2', '3', '4', '5'] },
  subscores: [],
  bands: {
    bands: [
      { from: 0, name: 'below the cut-off for review' },
      { from: 4, name: 'review' },
    ],
    status: 'assumed',
    source: 'No cut-off for ketamine was found. The lower of those in use for stimulants, so that more are reviewed',
    disagreement: 'Amphetamine: above 4, Topp 1997, PMID 9293043.',
  },
  change: { improved: [] },
}
