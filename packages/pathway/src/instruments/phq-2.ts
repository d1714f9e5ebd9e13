/** PHQ-2: the first two items of PHQ-9, 0–6. It does not ask about suicide and says nothing about it. */
import type { Instrument } from './instrument.ts'
import { phq9 } from './phq-9.ts'

export const phq2: Instrument = {
  id: 'phq-2',
  version: '2003',
  name: 'PHQ-2',
  measures: 'depression, first look',
  recall: phq9.recall,
  licence: phq9.licence,
  origin: { status: 'published', source: 'Kroenke 2003, doi:10.1097/01.MLR.0000093487.78664.3C' },
  loinc: { total: '55758-7' },
  items: phq9.items.slice(0, 2),
  total: { kind: 'sum', items: ['1', '2'] },
  subscores: [],
  bands: {
    bands: [
      { from: 0, name: 'below the cut-off' },
      { from: 3, name: 'at or above the cut-off: ask the PHQ-9' },
    ],
    status: 'published',
    source: 'Arroll 2010, PMC2906530: 3 or more, sensitivity 61 %, specificity 92 %',
    disagreement: 'The same study: 2 or more, sensitivity 86 %, specificity 78 %.',
  },
  change: { improved: [] },
}
