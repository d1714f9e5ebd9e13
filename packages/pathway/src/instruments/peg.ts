/** PEG: Pain on average, Enjoyment of life, General activity. The mean of three items, all three needed. */
import { zeroToTen } from './choices.ts'
import type { Instrument } from './instrument.ts'

const interference = zeroToTen('does not interfere', 'completely interferes')

export const peg: Instrument = {
  id: 'peg',
  version: '2009',
  name: 'PEG',
  measures: 'pain intensity and interference',
  recall: 'the past week',
  licence: {
    kind: 'embeddable',
    says: 'Open-access origin; distributed as public domain.',
    caution:
      'The items derive from the Brief Pain Inventory, whose holder claims every derivative. Treated as free; ask before selling.',
  },
  origin: { status: 'published', source: 'Krebs 2009, doi:10.1007/s11606-009-0981-1' },
  loinc: { panel: '91148-7', total: '91147-9' },
  items: [
    {
      id: 'pain',
      asks: 'What number best describes your pain on average in the past week?',
      choices: zeroToTen('no pain', 'pain as bad as you can imagine'),
      loinc: '75893-8',
    },
    {
      id: 'enjoyment',
      asks: 'What number best describes how, during the past week, pain has interfered with your enjoyment of life?',
      choices: interference,
      loinc: '91145-3',
    },
    {
      id: 'activity',
      asks: 'What number best describes how, during the past week, pain has interfered with your general activity?',
      choices: interference,
      loinc: '91146-1',
    },
  ],
  total: { kind: 'mean', items: ['pain', 'enjoyment', 'activity'] },
  subscores: [],
  change: {
    improved: [
      {
        says: 'at least 30 %',
        percent: 30,
        status: 'assumed',
        source: 'A convention, as for pain intensity (IMMPACT, doi:10.1016/j.jpain.2007.09.005)',
        disagreement: 'Reed 2023 (PMC10859144): most anchored estimates lie between 1.0 and 1.75 points.',
      },
    ],
    worse: {
      points: 1,
      status: 'assumed',
      source: 'Reed 2023 (PMC10859144): lowest of most anchored estimates for improvement, here mirrored',
    },
  },
}
