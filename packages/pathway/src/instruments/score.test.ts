import { expect, it } from 'vitest'
import { day, filled, lowestBut, named } from './filled.fixture.ts'
import type { ScoreResult } from './score.ts'
import { score } from './score.ts'

const totalOf = (result: ScoreResult) => (result.kind === 'scored' ? result.total : undefined)

/** Summed by hand. */
it.each([
  ['pain-nrs-average', [7], 7, '7', undefined],
  ['pain-nrs-worst', [10], 10, '10', undefined],
  ['pain-nrs-now', [0], 0, '0', undefined],
  ['peg', [6, 7, 7], 20 / 3, '6.7', undefined],
  ['peg', [10, 10, 10], 10, '10.0', undefined],
  ['phq-9', [1, 1, 1, 1, 0, 0, 0, 0, 0], 4, '4', 'minimal'],
  ['phq-9', [1, 1, 1, 1, 1, 0, 0, 0, 0], 5, '5', 'mild'],
  ['phq-9', [2, 2, 2, 1, 1, 1, 0, 0, 0], 9, '9', 'mild'],
  ['phq-9', [2, 2, 2, 1, 1, 1, 1, 0, 0], 10, '10', 'moderate'],
  ['phq-9', [2, 2, 2, 2, 2, 2, 2, 1, 0], 15, '15', 'moderately severe'],
  ['phq-9', [3, 3, 3, 3, 3, 3, 2, 0, 0], 20, '20', 'severe'],
  ['phq-9', [3, 3, 3, 3, 3, 3, 3, 3, 3], 27, '27', 'severe'],
  ['phq-2', [1, 1], 2, '2', 'below the cut-off'],
  ['phq-2', [2, 1], 3, '3', 'at or above the cut-off: ask the PHQ-9'],
  ['gad-7', [1, 1, 1, 1, 0, 0, 0], 4, '4', 'minimal'],
  ['gad-7', [2, 2, 2, 2, 1, 0, 0], 9, '9', 'mild'],
  ['gad-7', [2, 2, 2, 2, 2, 2, 2], 14, '14', 'moderate'],
  ['gad-7', [3, 2, 2, 2, 2, 2, 2], 15, '15', 'severe'],
  ['audit-c', [2, 1, 1], 4, '4', 'at or above the cut-off'],
  ['pgic', [2], 2, '2', 'much or very much improved'],
  ['pgic', [3], 3, '3', 'minimally improved'],
  ['pgic', [4], 4, '4', 'no change'],
  ['pgic', [5], 5, '5', 'worse'],
  ['sds', [1, 1, 1, 0, 0], 3, '3', 'below the cut-off for review'],
  ['sds', [1, 1, 1, 1, 0], 4, '4', 'review'],
] as const)('[IN1] %s %j is %d', (id, values, value, shown, band) => {
  const result = score(named(id), filled(named(id), ...values), day)
  expect(totalOf(result)).toMatchObject({ value, shown })
  expect((result as { band?: string }).band).toBe(band)
})

it('[IN1] PHQ-9 shows its first two items as PHQ-2, and ASQ and our own forms have no total', () => {
  const phq9 = named('phq-9')
  expect(score(phq9, filled(phq9, 2, 1, 0, 0, 0, 0, 0, 0, 0), day)).toMatchObject({ subscores: { 'PHQ-2': 3 } })
  for (const id of ['asq', 'ketamine-check-in', 'bladder-check']) {
    const result = score(named(id), lowestBut(named(id)), day)
    expect(result.kind).toBe('scored')
    expect(totalOf(result)).toBeUndefined()
  }
})

it('[IN1] says where scoring and bands come from', () => {
  const phq9 = named('phq-9')
  expect(score(phq9, [], day).basis.join()).toContain('10.1046/j.1525-1497.2001.016009606.x')
})

it('[IN2] refuses what is not an answer, every reason at once', () => {
  const peg = named('peg')
  const result = score(
    peg,
    [
      { item: 'pain', value: 11 },
      { item: 'pain', value: 3 },
      { item: 'enjoyment', value: 2.5 },
      { item: 'activity', value: '4' as unknown as number },
      { item: 'sleep', value: 1 },
    ],
    '2026-02-30',
  )
  expect(result).toMatchObject({ kind: 'refused' })
  expect(result.kind === 'refused' && result.refusals.map((r) => r.code)).toEqual([
    'date',
    'not-a-whole-number',
    'not-a-whole-number',
    'item-twice',
    'out-of-range',
    'item-unknown',
  ])
})

it.each([NaN, Infinity, -Infinity, -1, 11, 0.5, null, undefined, '', true, [5], { value: 5 }])(
  '[IN2] refuses %j as an answer',
  (value) => {
    const result = score(named('pain-nrs-now'), [{ item: 'pain', value: value as number }], day)
    expect(result.kind).toBe('refused')
  },
)

it.each([
  '',
  'soon',
  '2026',
  '2026-03',
  '2026-13-01',
  '2026-02-29',
  '2026-03-02T25:00',
  '2026-03-02 10:00',
  '2026-03-02T10:00:00 (about)',
  '2026-03-02T10',
])('[IN2] refuses %j as a day', (at) => {
  expect(score(named('pain-nrs-now'), [{ item: 'pain', value: 5 }], at).kind).toBe('refused')
})

it('[IN2] refuses the same answer given twice', () => {
  const twice = [
    { item: 'pain', value: 5 },
    { item: 'pain', value: 5 },
  ]
  expect(score(named('pain-nrs-now'), twice, day)).toMatchObject({
    kind: 'refused',
    refusals: [{ code: 'item-twice' }],
  })
})

it.each(['2026-03-02', '2026-03-02T10:00', '2026-03-02T10:00:30Z', '2026-03-02T10:00:00.5+02:00'])(
  '[IN2] takes %j as a day',
  (at) => {
    expect(score(named('pain-nrs-now'), [{ item: 'pain', value: 5 }], at).kind).toBe('scored')
  },
)

it('[IN3] a missing answer is not 0, and a declined one is missing', () => {
  const phq9 = named('phq-9')
  const result = score(phq9, filled(phq9, 2, 2, 2, 2, 2, '-', 'declined', 0, 0), day)
  expect(result).toMatchObject({
    kind: 'incomplete',
    missing: [
      { item: '6', why: 'not answered' },
      { item: '7', why: 'declined' },
    ],
    total: { atLeast: 10, atMost: 16 },
    bandAtLeast: 'moderate',
  })
  expect(result).not.toHaveProperty('band')
  expect(result).not.toHaveProperty('total.value')
})

it('[IN3] two of three PEG items give no mean, only where it must lie', () => {
  const peg = named('peg')
  expect(score(peg, filled(peg, 6, 6), day)).toMatchObject({
    kind: 'incomplete',
    total: { atLeast: 4, atMost: 22 / 3 },
  })
})

it('[IN3] the lowest band is never said of an incomplete form', () => {
  for (const id of ['phq-9', 'gad-7', 'sds', 'pgic', 'audit-c', 'phq-2']) {
    const result = score(named(id), [], day)
    expect(result.kind).toBe('incomplete')
    expect(result).not.toHaveProperty('bandAtLeast')
  }
})

it('[IN4] who never drinks is not asked how much, and the note says so', () => {
  const auditC = named('audit-c')
  const never = score(auditC, filled(auditC, 0), day, { sex: 'female' })
  expect(never).toMatchObject({ kind: 'scored', total: { value: 0 } })
  expect(never.notes.join()).toContain('2, 3')
  expect(score(auditC, filled(auditC, 1), day, { sex: 'female' }).kind).toBe('incomplete')
  expect(score(auditC, filled(auditC, '-', 0, 0), day, { sex: 'female' }).kind).toBe('incomplete')
  expect(score(auditC, [], day)).toMatchObject({ missing: [{ item: '1' }, { item: '2' }, { item: '3' }] })
  // Contradictory, but given: an answer is never overwritten by the rule that it need not have been asked.
  expect(score(auditC, filled(auditC, 0, 4, 4), day, { sex: 'female' })).toMatchObject({ total: { value: 8 } })
})

it('[IN10] the cut-off of AUDIT-C depends on sex; where it is not known the stricter one holds and is noted', () => {
  const auditC = named('audit-c')
  const of = (values: number[], sex?: 'male' | 'female' | 'other') =>
    score(auditC, filled(auditC, ...values), day, sex === undefined ? {} : { sex })
  expect(of([1, 1, 1], 'male')).toMatchObject({ band: 'below the cut-off', notes: [] })
  expect(of([2, 1, 1], 'male')).toMatchObject({ band: 'at or above the cut-off', notes: [] })
  expect(of([1, 1, 0], 'female')).toMatchObject({ band: 'below the cut-off', notes: [] })
  expect(of([1, 1, 1], 'female')).toMatchObject({ band: 'at or above the cut-off', notes: [] })
  for (const sex of ['other', undefined] as const) {
    const result = of([1, 1, 1], sex)
    expect(result).toMatchObject({ band: 'at or above the cut-off' })
    expect(result.notes.join()).toContain('stricter')
  }
})
