/** A hand-made assessment with one of everything. For tests: change one thing at a time. */
import type { Assessment } from '@anodyne/pathway'
import type { Band, Forecast } from '@anodyne/pharmacology'

const band = (...median: number[]): Band => ({
  p05: median.map((x) => x * 0.4),
  p25: median.map((x) => x * 0.7),
  median,
  p75: median.map((x) => x * 1.4),
  p95: median.map((x) => x * 2),
})
const spread = (median: number) => ({
  p05: median * 0.4,
  p25: median * 0.7,
  median,
  p75: median * 1.4,
  p95: median * 2,
})

export const sampleForecast: Forecast = {
  model: { id: 'composite', version: '1' },
  n: 300,
  seed: 1,
  hours: [0, 1, 2, 3, 4],
  ketamine: band(0, 10, 7, 4, 1),
  norketamine: band(0, 40, 60, 40, 20),
  relief: band(0, 0, 0.01, 0.01, 0.02),
  dissociation: band(0, 1, 0.5, 0.2, 0),
  pressure: band(0, 5, 3, 1, 0),
  summary: {
    responders: 0.14,
    relief30: 0.08,
    relief50: 0.04,
    peakKetamine: spread(10),
    peakDissociation: spread(1),
    peakPressure: spread(5),
  },
  assumed: ['weight unknown: 70 kg assumed'],
}

const dose = { substance: 'racemic-ketamine', route: 'oral', mg: 10, mL: 1, strength: 10, timesPerDay: 1 } as const
const identified = (id: string) => ({ id, version: '1.2.3', hash: '0123456789abcdef'.repeat(4) })

export const sample: Assessment = {
  asOf: '2021-06-01',
  person: { id: 'p1', name: 'Ada Sample', birthDate: '1970-02-03', age: 51, sex: 'female', synthetic: true },
  phase: 'assessment',
  issues: [{ path: 'Bundle.entry[3].resource', code: 'value-missing', message: 'Observation without a value' }],
  chronicity: { met: 'yes', facts: ['Chronic pain (active, since 2020-01-01)'] },
  mechanisms: [
    {
      mechanism: 'nociplastic',
      grade: 'possible',
      criteria: [
        {
          criterion: 'Pain for more than three months',
          met: 'yes',
          facts: ['Fibromyalgia (active, since 2009-01-05)'],
        },
        { criterion: 'Evoked hypersensitivity', met: 'unknown', facts: [] },
      ],
      source: 'Kosek 2021, doi:10.1097/j.pain.0000000000002324',
      ketamine: 'NICE NG193 advises against ketamine in chronic primary pain.',
    },
  ],
  treatments: [
    {
      class: 'physical',
      name: 'Physiotherapy',
      adequate: 'unknown',
      because: 'A referral is not a trial.',
      facts: ['Referral 2020-01-01'],
      ask: 'Was the programme completed?',
    },
  ],
  findings: [
    {
      rule: 'E01',
      kind: 'stop',
      because: 'A psychosis is recorded.',
      facts: ['Schizophrenia (active)'],
      source: 'Source A',
    },
    {
      rule: 'E06',
      kind: 'missing',
      because: 'No recent pressure.',
      facts: [],
      ask: 'Measure blood pressure.',
      source: 'Source B',
    },
    {
      rule: 'E07',
      kind: 'missing',
      because: 'No recent pulse.',
      facts: [],
      ask: 'Measure blood pressure.',
      source: 'Source B',
    },
    { rule: 'E09', kind: 'clear', because: 'Liver tests are normal.', facts: ['ALT 22 U/L'], source: 'Source A' },
  ],
  options: [
    {
      kind: 'test-dose',
      title: 'Test dose under supervision',
      blockedBy: ['E01', 'E06'],
      regimen: { dose, days: 1, mgPerDay: 10 },
      dose,
      forecast: sampleForecast,
      monitoring: [{ what: 'Blood pressure', when: 'before, then at 30, 60 and 120 min', rule: 'M13' }],
      basis: ['Protocol: lowest test dose'],
      missing: ['Recent blood pressure'],
      against: ['No placebo-controlled trial shows a group benefit.'],
    },
    {
      kind: 'decline',
      title: 'Do not treat with ketamine',
      blockedBy: [],
      monitoring: [],
      basis: ['Most people do not respond.'],
      missing: [],
      against: ['The pain goes on.'],
    },
  ],
  model: identified('composite'),
  protocol: identified('anodyne-default'),
  record: 'fedcba9876543210'.repeat(4),
}
