import { expect, it } from 'vitest'
import { liverTests } from './liver-tests.ts'
import { fact, suitableCase } from '../case.fixture.ts'
import type { Case, Fact, Measure } from '../case.ts'
import { judged } from '../judged.fixture.ts'

const { measurements, person } = suitableCase()
const withTest = (name: Measure, ...readings: Fact<number>[]) =>
  judged(liverTests, { measurements: { ...measurements, [name]: readings } })
const one = (name: Measure, value: number, sex: Case['person']['sex'] = 'female') =>
  judged(liverTests, {
    measurements: { ...measurements, [name]: [fact(value)] },
    person: { ...person, ...(sex ? { sex } : {}) },
  }).kind

it.each([
  ['ALT', 135, 135.1],
  ['AST', 123, 124],
  ['GGT', 135, 136],
  ['ALP', 345, 346],
  ['bilirubin', 60, 60.5],
  ['albumin', 25, 24.9],
] as const)('[E09] %s is within at %d and beyond at %d', (name, within, beyond) => {
  expect(one(name, within)).toBe('clear')
  expect(one(name, beyond)).toBe('stop')
})

it('[E09] allows men a higher GGT, and only men', () => {
  expect(one('GGT', 210, 'male')).toBe('clear')
  expect(one('GGT', 211, 'male')).toBe('stop')
  expect(one('GGT', 136, 'other')).toBe('stop')
  const { sex: _, ...unknown } = person
  expect(judged(liverTests, { measurements: { ...measurements, GGT: [fact(136)] }, person: unknown }).kind).toBe('stop')
})

it.each(['ALT', 'AST', 'GGT', 'ALP', 'bilirubin', 'albumin'] as const)(
  '[E09] names %s when it is missing, stale, NaN, zero or negative',
  (name) => {
    for (const readings of [[], [fact(40, '40', '2025-11-30')], [fact(NaN)], [fact(0)], [fact(-3)]]) {
      const finding = withTest(name, ...readings)
      expect(finding).toMatchObject({ kind: 'missing', ask: `Take ${name}.` })
      expect(finding.because).toContain(name)
    }
    expect(withTest(name, fact(40, '40', '2025-12-01')).kind).toBe('clear')
  },
)

it('[E09] lists every one that is missing', () => {
  expect(judged(liverTests, { measurements: {} }).ask).toBe('Take ALT, AST, GGT, ALP, bilirubin, albumin.')
})

it('[E09] stops for an old or undated bad value, and says that it is old', () => {
  expect(withTest('ALT', fact(400, '400', '2020-01-01'))).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/older than 91 d/),
  })
  const { at: _, ...undated } = fact(400)
  expect(withTest('ALT', fact(20), undated).kind).toBe('stop')
})

it('[E09] takes the newest day, and the worse value on it', () => {
  expect(withTest('ALT', fact(20), fact(400, '400', '2026-01-01')).kind).toBe('clear')
  expect(withTest('ALT', fact(20), fact(400)).kind).toBe('stop')
  expect(withTest('ALT', fact(20), fact(NaN)).kind).toBe('missing')
})

it('[E09] stops for one bad value however much else is missing', () => {
  expect(judged(liverTests, { measurements: { albumin: [fact(20)] } }).kind).toBe('stop')
})
