import { expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import { and, impressions, judgeResponse, not } from './judge-response.ts'
import type { Baseline, NamedGoal, Now } from './judge-response.ts'

const goal = (met?: boolean): NamedGoal => ({ name: 'walk to the shop', ...(met !== undefined && { met }) })
const judge = (baseline: Baseline, now: Now, named?: NamedGoal) => judgeResponse(baseline, now, named, protocol)
const piece = (
  key: 'pain30' | 'pain50' | 'PEG' | 'PGIC' | 'mood' | 'goal',
  baseline: Baseline,
  now: Now,
  named?: NamedGoal,
) => judge(baseline, now, named).pieces[key].answer

it('[PH9] a responder has 30 % less pain and the named goal, both known', () => {
  const at30: readonly [Baseline, Now] = [{ pain: 7 }, { pain: 4.9 }]
  const short: readonly [Baseline, Now] = [{ pain: 7 }, { pain: 5 }]
  expect(judge(...at30, goal(true)).responder).toBe('yes')
  expect(judge(...short, goal(true)).responder).toBe('no')
  expect(judge(...at30, goal(false)).responder).toBe('no')
  for (const unknown of [undefined, goal(), { name: ' ', met: true }]) {
    expect(judge(...at30, unknown).responder).toBe('unknown')
    expect(judge(...short, unknown).responder).toBe('no')
  }
  for (const odd of [undefined, NaN, -1, 11, Infinity])
    for (const [b, n] of [
      [odd, 3],
      [7, odd],
    ] as const)
      expect(
        judge({ ...(b !== undefined && { pain: b }) }, { ...(n !== undefined && { pain: n }) }, goal(true)).responder,
      ).toBe('unknown')
  expect(judge({ pain: 0 }, { pain: 0 }, goal(true)).responder).toBe('unknown')
})

it('[PH9] 50 %, PEG and the impression of change stand apart and decide nothing', () => {
  expect([piece('pain50', { pain: 8 }, { pain: 4 }), piece('pain50', { pain: 8 }, { pain: 4.1 })]).toEqual([
    'yes',
    'no',
  ])
  expect([
    piece('PEG', { PEG: 7 }, { PEG: 4.9 }),
    piece('PEG', { PEG: 7 }, { PEG: 5 }),
    piece('PEG', {}, { PEG: 5 }),
  ]).toEqual(['yes', 'no', 'unknown'])
  expect(impressions.map((PGIC) => piece('PGIC', {}, { PGIC }))).toEqual(['yes', 'yes', 'no', 'no', 'no', 'no', 'no'])
  expect(piece('PGIC', {}, { PGIC: '2' as 'no-change' })).toBe('unknown')
  const worse = judge({ pain: 8, PEG: 5 }, { pain: 4, PEG: 9, PGIC: 'much-worse' }, goal(true))
  expect([worse.responder, worse.pieces.PEG.says]).toEqual([
    'yes',
    'PEG: 5 before, 9 now, -80 % less (30 % less wanted).',
  ])
})

it('[PH9] benefit only in mood is named, and only when pain and goal are known not to have gained', () => {
  const mood = { PHQ9: 15 }
  const only = (pain: number | undefined, met: boolean | undefined, PHQ9: number | undefined = 10) =>
    judge({ pain: 8, ...mood }, { ...(pain !== undefined && { pain }), PHQ9 }, goal(met)).onlyMood
  expect([only(7, false), only(4, false), only(7, true), only(7, false, 11)]).toEqual(['yes', 'no', 'no', 'no'])
  expect([only(undefined, false), only(7, undefined), only(7, false, NaN), only(7, false, 28)]).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ])
  expect([and('yes', 'unknown'), and('no', 'unknown'), not('unknown')]).toEqual(['unknown', 'no', 'unknown'])
})

it('[PH9] each piece can be read aloud', () => {
  const { pieces } = judge(
    { pain: 8, PEG: 7, PHQ9: 15 },
    { pain: 5, PEG: 4, PHQ9: 9, PGIC: 'much-improved' },
    goal(true),
  )
  expect(Object.values(pieces).map((p) => p.says)).toEqual([
    'Pain: 8 before, 5 now, 37 % less (30 % less wanted).',
    'Pain: 8 before, 5 now, 37 % less (50 % less wanted).',
    'Functional goal: "walk to the shop", met.',
    'PEG: 7 before, 4 now, 42 % less (30 % less wanted).',
    "Patient's impression of change: much improved.",
    'Mood (PHQ-9): 15 before, 9 now (5 points less wanted).',
  ])
})
