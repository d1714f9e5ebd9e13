/**
 * AUDIT-C: three questions about alcohol, 0–12, with one cut-off for men and a lower one for women. Who never drinks is not asked
 * how much: the AUDIT manual (Babor 2001, WHO/MSD/MSB/01.6a) skips those questions.
 */
import { choices } from './choices.ts'
import type { Instrument } from './instrument.ts'

export const auditC: Instrument = {
  id: 'audit-c',
  version: '1998',
  name: 'AUDIT-C',
  measures: 'alcohol',
  recall: 'the past year',
  licence: {
    kind: 'embeddable',
    says: 'AUDIT-C is available in the public domain (SAMHSA).',
    caution: 'The full AUDIT of the WHO may not be sold.',
  },
  origin: { status: 'published', source: 'Bush 1998, doi:10.1001/archinte.158.16.1789' },
  loinc: { panel: '72109-2', total: '75626-2' },
  items: [
    {
      id: '1',
      asks: 'How often do you have a drink containing alcohol?',
      choices: choices(
        0,
        'Never',
        'Monthly or less',
        '2 to 4 times a month',
        '2 to 3 times a week',
        '4 or more times a week',
      ),
      loinc: '68518-0',
    },
    {
      id: '2',
      asks: 'How many drinks containing alcohol do you have on a typical day when you are drinking?',
      onlyAfter: ['1'],
      choices: choices(0, '1 or 2', '3 or 4', '5 or 6', '7 to 9', '10 or more'),
      loinc: '68519-8',
    },
    {
      id: '3',
      asks: 'How often do you have six or more drinks on one occasion?',
      onlyAfter: ['1'],
      choices: choices(0, 'Never', 'Less than monthly', 'Monthly', 'Weekly', 'Daily or almost daily'),
      loinc: '68520-6',
    },
  ],
  total: { kind: 'sum', items: ['1', '2', '3'] },
  subscores: [],
  bands: {
    bands: [
      { from: 0, name: 'below the cut-off' },
      { from: 3, name: 'at or above the cut-off' },
    ],
    male: [
      { from: 0, name: 'below the cut-off' },
      { from: 4, name: 'at or above the cut-off' },
    ],
    status: 'published',
    source: 'Bush 1998, doi:10.1001/archinte.158.16.1789; Bradley 2007, doi:10.1111/j.1530-0277.2007.00403.x',
  },
  change: { improved: [] },
}
