/**
 * Numeric rating of pain, 0–10. Worst, average and now are three instruments, so that one is never compared with another.
 */
import { zeroToTen } from './choices.ts'
import type { Instrument } from './instrument.ts'

const immpact = 'IMMPACT, Dworkin 2008, doi:10.1016/j.jpain.2007.09.005'

const rating = (id: string, name: string, recall: string, asks: string): Instrument => ({
  id,
  version: '0-10',
  name,
  measures: 'pain intensity',
  recall,
  licence: { kind: 'embeddable', says: 'A generic scale without an owner.' },
  origin: { status: 'published', source: 'Farrar 2001, doi:10.1016/S0304-3959(01)00349-9' },
  // LOINC 72514-3 does not say worst, average or now, so none of the three claims it as its panel.
  loinc: { total: '72514-3' },
  items: [{ id: 'pain', asks, choices: zeroToTen('no pain', 'pain as bad as you can imagine') }],
  total: { kind: 'sum', items: ['pain'] },
  subscores: [],
  change: {
    improved: [
      {
        says: 'moderately important',
        percent: 30,
        status: 'published',
        source: `${immpact}: at least 30 %`,
        disagreement:
          'The fall that matters grows with the score before (PMC9299931), so points are shown too; from 10 to 20 % is called minimal.',
      },
      { says: 'substantial', percent: 50, status: 'published', source: `${immpact}: at least 50 %` },
    ],
    worse: {
      points: 2,
      status: 'assumed',
      source: 'Farrar 2001, doi:10.1016/S0304-3959(01)00349-9: 2 points or 30 % for improvement, here mirrored',
    },
  },
})

export const painAverage = rating(
  'pain-nrs-average',
  'Pain on average, 0 to 10',
  'the past week',
  'How strong was your pain on average in the past week?',
)
export const painWorst = rating(
  'pain-nrs-worst',
  'Worst pain, 0 to 10',
  'the past week',
  'How strong was your pain at its worst in the past week?',
)
export const painNow = rating('pain-nrs-now', 'Pain now, 0 to 10', 'now', 'How strong is your pain right now?')
