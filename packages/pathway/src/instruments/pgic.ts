/** PGIC: one question about change since treatment began. Lower is better; it is itself a change and has no baseline. */
import { choices } from './choices.ts'
import type { Instrument } from './instrument.ts'

export const pgic: Instrument = {
  id: 'pgic',
  version: '1 very much improved to 7 very much worse',
  name: 'PGIC',
  measures: 'global impression of change',
  recall: 'since this treatment began',
  licence: { kind: 'embeddable', says: 'A generic scale; NINDS lists it as public domain.' },
  origin: { status: 'published', source: 'Farrar 2001, doi:10.1016/S0304-3959(01)00349-9' },
  items: [
    {
      id: 'change',
      asks: 'Since this treatment began, my overall status is:',
      choices: choices(
        1,
        'Very much improved',
        'Much improved',
        'Minimally improved',
        'No change',
        'Minimally worse',
        'Much worse',
        'Very much worse',
      ),
    },
  ],
  total: { kind: 'sum', items: ['change'] },
  subscores: [],
  bands: {
    bands: [
      { from: 1, name: 'much or very much improved' },
      { from: 3, name: 'minimally improved' },
      { from: 4, name: 'no change' },
      { from: 5, name: 'worse' },
    ],
    status: 'published',
    source:
      'IMMPACT, Dworkin 2008, doi:10.1016/j.jpain.2007.09.005: much improved is a moderately important change, minimally improved a minimal one',
    disagreement: 'Another form runs from 1, no change, to 7, a great deal better. Its scores are not these.',
  },
  change: { improved: [] },
}
