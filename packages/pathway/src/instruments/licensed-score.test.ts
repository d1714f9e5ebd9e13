import { expect, it } from 'vitest'
import { day } from './filled.fixture.ts'
import type { Entry } from './licensed-score.ts'
import { enterScore } from './licensed-score.ts'
import { licensedScores } from './licensed-scores.ts'
import { instruments } from './registry.ts'

const of = (id: string) => licensedScores.find((one) => one.id === id)!
const attestation = { by: 'Dr A. Example', holder: 'Example Clinic', licence: 'contract 17', on: day }
const entry = (value: number, but: Partial<Entry> = {}): Entry => ({
  value,
  version: 'English',
  at: day,
  attestation,
  ...but,
})
const codes = (id: string, given: Entry) => {
  const result = enterScore(of(id), given)
  return result.kind === 'refused' ? result.refusals.map((refusal) => refusal.code) : result.kind
}

it.each(licensedScores.map((one) => [one.id, one] as const))(
  '[IN14] %s takes its range and nothing beyond',
  (_, one) => {
    const { least, most, decimals } = one.range
    for (const value of [least, most]) {
      expect(enterScore(one, entry(value))).toMatchObject({
        kind: 'entered',
        attestation,
        total: { value, least, most },
      })
    }
    for (const value of [least - 1, most + 1]) expect(codes(one.id, entry(value))).toEqual(['out-of-range'])
    for (const value of [NaN, Infinity, '3' as unknown as number])
      expect(codes(one.id, entry(value))).toEqual(['not-a-number'])
    expect(codes(one.id, entry(least + 0.5))).toEqual(decimals ? 'entered' : ['not-a-whole-number'])
    // No text of the instrument stands here: its name, its numbers and who owns it are all there is.
    expect(Object.keys(one)).not.toContain('items')
    expect(instruments.map((instrument) => instrument.id)).not.toContain(one.id)
    expect(one.holder.trim()).not.toBe('')
    expect(one.range.source.trim()).not.toBe('')
  },
)

it('[IN14] without a version, a day or a whole attestation it is refused, every reason at once', () => {
  expect(codes('dn4', entry(5, { version: ' ' }))).toEqual(['version'])
  expect(codes('dn4', entry(5, { at: 'soon' }))).toEqual(['date'])
  for (const key of ['by', 'holder', 'licence', 'on'] as const) {
    expect(codes('dn4', entry(5, { attestation: { ...attestation, [key]: '' } }))).toEqual(['attestation'])
  }
  expect(codes('dn4', entry(50, { version: '', attestation: undefined as never }))).toEqual([
    'out-of-range',
    'version',
    'attestation',
    'attestation',
    'attestation',
    'attestation',
  ])
})

it.each([
  ['dn4', 3, 'below the cut-off'],
  ['dn4', 4, 'neuropathic features likely'],
  ['paindetect', -1, 'unlikely'],
  ['paindetect', 12, 'unlikely'],
  ['paindetect', 13, 'unclear'],
  ['paindetect', 18, 'unclear'],
  ['paindetect', 19, 'likely'],
  ['s-lanss', 11, 'below the cut-off'],
  ['s-lanss', 12, 'neuropathic features likely'],
  ['ess', 10, 'below the cut-off'],
  ['ess', 11, 'more than 10'],
  ['pcs', 30, 'at or above the cut-off'],
  ['csi-a', 39, 'mild'],
  ['csi-a', 40, 'moderate'],
  ['csi-a', 60, 'extreme'],
  ['dast-10', 2, 'low'],
  ['dast-10', 3, 'moderate'],
  ['dast-10', 9, 'severe'],
] as const)('[IN14] %s %d is %s', (id, value, band) => {
  expect(enterScore(of(id), entry(value))).toMatchObject({ kind: 'entered', band })
})

it('[IN14] a positive C-SSRS goes to a person the same day, licence or not', () => {
  expect(enterScore(of('c-ssrs'), entry(1))).toMatchObject({
    kind: 'entered',
    safety: { kind: 'sameDay', urgency: 'today' },
  })
  expect(enterScore(of('c-ssrs'), entry(0))).toMatchObject({ safety: { kind: 'clear' } })
  expect(enterScore(of('c-ssrs'), entry(1, { version: '' }))).toMatchObject({
    kind: 'refused',
    safety: { kind: 'sameDay' },
  })
  expect(enterScore(of('c-ssrs'), entry(0, { version: '' }))).toMatchObject({
    kind: 'refused',
    safety: { kind: 'missing' },
  })
  expect(enterScore(of('c-ssrs'), entry(NaN))).toMatchObject({ kind: 'refused', safety: { kind: 'missing' } })
})
