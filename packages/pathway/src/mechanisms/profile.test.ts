import { describe, expect, it } from 'vitest'
import { condition, fact, no, suitableCase, yes } from '../case.fixture.ts'
import type { Case, Condition, Fact, PainSign } from '../case.ts'
import type { Mechanism } from '../mechanism.ts'
import { chronicity } from './chronicity.ts'
import { monthsBefore, rangeOf } from '../calendar.ts'
import { profileMechanisms } from './profile.ts'

const signs = (answers: Partial<Record<PainSign, boolean>>): Case['signs'] =>
  Object.fromEntries(Object.entries(answers).map(([k, v]) => [k, v ? yes(k) : no(k)]))
const bare = (
  answers: Partial<Record<PainSign, boolean>> = {},
  conditions: Fact<Condition>[] = [],
  change: Partial<Case> = {},
) => suitableCase({ conditions, signs: signs(answers), measurements: {}, ...change })
const profile = (facts: Case, mechanism: Mechanism) => profileMechanisms(facts).find((p) => p.mechanism === mechanism)!
const grade = (facts: Case, mechanism: Mechanism) => profile(facts, mechanism).grade

const L = 'lesion-or-disease-of-somatosensory-system'
const D = 'distribution-neuroanatomically-plausible'
const S = 'sensory-signs-in-distribution'
const T = 'diagnostic-test-confirms-lesion'

it('[ME1] always profiles all four; an empty record is unclear in each, never "not met"', () => {
  const profiles = profileMechanisms(bare())
  expect(profiles.map((p) => p.mechanism)).toEqual(['nociceptive', 'neuropathic', 'nociplastic', 'psychological'])
  for (const p of profiles) {
    expect(p.grade).toBe('unclear')
    expect(p.criteria.map((c) => c.met)).toEqual(p.criteria.map(() => 'unknown'))
    expect(p.ketamine).not.toBe('')
  }
})

describe('neuropathic (Finnerup 2016)', () => {
  it.each([
    [{ [L]: true, [D]: true }, 'possible'],
    [{ [L]: true, [D]: true, [S]: false }, 'possible'],
    [{ [L]: true, [D]: true, [S]: true }, 'probable'],
    [{ [L]: true, [D]: true, [S]: true, [T]: false }, 'probable'],
    [{ [L]: true, [D]: true, [S]: true, [T]: true }, 'definite'],
    [{ [L]: true, [D]: true, [S]: false, [T]: true }, 'probable'],
    [{ [L]: true, [D]: true, [T]: true }, 'probable'],
    [{ [L]: true }, 'unclear'],
    [{ [S]: true, [T]: true }, 'unclear'],
    [{ [L]: true, [D]: false, [S]: true, [T]: true }, 'not met'],
    [{ [L]: false, [D]: true }, 'not met'],
    [{ [L]: false }, 'not met'],
  ] as const)('[ME2] %o is %s', (answers, expected) => {
    expect(grade(bare(answers), 'neuropathic')).toBe(expected)
  })

  it('[ME3] a nerve lesion in the record is a history of one, resolved or not, unless refuted', () => {
    const lesion = (status: Condition['status']) =>
      profile(bare({ [D]: true }, [condition(['nerve-lesion'], 'Post-herpetic neuralgia', status)]), 'neuropathic')
        .grade
    expect(lesion('active')).toBe('possible')
    expect(lesion('resolved')).toBe('possible')
    expect(lesion('refuted')).toBe('unclear')
  })

  it('[ME3] a diagnosis against an explicit "no" is unknown, and both are shown', () => {
    const p = profile(bare({ [L]: false, [D]: true }, [condition(['nerve-lesion'], 'Neuropathy')]), 'neuropathic')
    expect(p.criteria[0]).toMatchObject({ met: 'unknown' })
    expect(p.criteria[0]!.facts).toHaveLength(3)
    expect(p.grade).toBe('unclear')
  })

  it('[ME2] allodynia may be the only sign, so it keeps the criterion open', () => {
    const p = profile(bare({ [L]: true, [D]: true, [S]: false, 'evoked-hypersensitivity': true }), 'neuropathic')
    expect(p.criteria[2]).toMatchObject({ met: 'unknown' })
    expect(p.grade).toBe('possible')
  })
})

describe('nociplastic (Kosek 2021)', () => {
  const possible = {
    'pain-over-3-months': true,
    'distribution-regional-or-widespread': true,
    'explained-by-nociceptive-or-neuropathic': false,
    'evoked-hypersensitivity': true,
  } as const

  it('[ME4] is possible with the first four, probable with all six, never definite', () => {
    expect(grade(bare(possible), 'nociplastic')).toBe('possible')
    expect(grade(bare({ ...possible, 'history-of-hypersensitivity': true }), 'nociplastic')).toBe('possible')
    expect(grade(bare({ ...possible, 'history-of-hypersensitivity': true, fatigue: true }), 'nociplastic')).toBe(
      'probable',
    )
    expect(grade(bare({ ...possible, 'history-of-hypersensitivity': false, fatigue: true }), 'nociplastic')).toBe(
      'possible',
    )
  })

  it.each(Object.keys(possible) as (keyof typeof possible)[])(
    '[ME4] without %s it is unclear; with an explicit contradiction not met',
    (sign) => {
      const { [sign]: answer, ...rest } = possible
      expect(grade(bare(rest), 'nociplastic')).toBe('unclear')
      expect(grade(bare({ ...rest, [sign]: !answer }), 'nociplastic')).toBe('not met')
    },
  )

  it('[ME5] fibromyalgia vouches for widespread pain and its own duration, not for the examination', () => {
    const p = profile(bare({}, [condition(['fibromyalgia'], 'Fibromyalgia')]), 'nociplastic')
    expect(p.criteria.map((c) => c.met)).toEqual(['yes', 'yes', 'unknown', 'unknown', 'unknown', 'unknown'])
    expect(p.criteria[1]!.facts.join()).toContain('examination is not on record')
    expect(p.grade).toBe('unclear')
  })

  it('[ME6] says that guidance conflicts', () => {
    expect(profile(bare(), 'nociplastic').ketamine).toMatch(/conflict.*NG193/)
  })
})

it('[ME7] nociceptive needs damage that is there now', () => {
  const arthrosis = (status: Condition['status']) => condition(['tissue-damage'], 'Osteoarthritis of hip', status)
  expect(grade(bare({}, [arthrosis('active')]), 'nociceptive')).toBe('possible')
  expect(grade(bare({ 'pain-mechanical-or-movement-related': true }, [arthrosis('active')]), 'nociceptive')).toBe(
    'probable',
  )
  expect(grade(bare({}, [arthrosis('resolved')]), 'nociceptive')).toBe('unclear')
  expect(grade(bare({ 'tissue-damage': false }), 'nociceptive')).toBe('not met')
  expect(grade(bare({ 'tissue-damage': false }, [arthrosis('active')]), 'nociceptive')).toBe('unclear')
})

describe('psychological contributors', () => {
  const mood = (value: number, at: string) =>
    profile(bare({}, [], { measurements: { PHQ9: [fact(value, `PHQ-9 ${value}`, at)] } }), 'psychological').criteria[0]!
      .met

  it('[ME8] PHQ-9 counts from 10; a low score expires after the two weeks it asks about, a high one does not', () => {
    expect(mood(10, '2020-01-01')).toBe('yes')
    expect(mood(9, '2026-03-02')).toBe('no')
    expect(mood(9, '2026-02-16')).toBe('no')
    expect(mood(9, '2026-02-15')).toBe('unknown')
    expect(mood(NaN, '2026-03-02')).toBe('unknown')
  })

  it('[ME8] one contributor is enough; "not met" needs all denied; a resolved disorder is not a denial', () => {
    expect(grade(bare({}, [condition(['ptsd'], 'PTSD')]), 'psychological')).toBe('possible')
    expect(grade(bare({}, [condition(['ptsd'], 'PTSD', 'resolved')]), 'psychological')).toBe('unclear')
    const denied = { 'low-mood': false, anxiety: false, 'catastrophising-or-fear-avoidance': false }
    expect(grade(bare(denied), 'psychological')).toBe('unclear')
    expect(grade(bare(denied, [condition(['ptsd'], 'PTSD', 'refuted')]), 'psychological')).toBe('not met')
  })
})

describe('chronicity', () => {
  const pain = (onset: string) =>
    chronicity(bare({}, [condition(['chronic-pain'], 'Chronic pain', 'active', onset)])).met

  it('[ME9] is three calendar months from the onset of a diagnosis of pain', () => {
    expect(pain('2025-12-02')).toBe('yes')
    expect(pain('2025-12-03')).toBe('no')
    expect(pain('2025-12')).toBe('unknown')
    expect(pain('2025-11')).toBe('yes')
    expect(pain('2025')).toBe('unknown')
    expect(pain('2026')).toBe('no')
    expect(pain('2027-01-01')).toBe('unknown')
    expect(pain('long ago')).toBe('unknown')
  })

  it('[ME9] the onset of a nerve lesion is not the onset of pain', () => {
    expect(chronicity(bare({}, [condition(['nerve-lesion'], 'Neuropathy')])).met).toBe('unknown')
  })

  it('[ME9] is unknown where question and diagnosis contradict each other', () => {
    expect(chronicity(bare({ 'pain-over-3-months': false })).met).toBe('no')
    const both = bare({ 'pain-over-3-months': false }, [condition(['chronic-pain'], 'Chronic pain')])
    expect(chronicity(both).met).toBe('unknown')
  })

  it('[ME9] months end where they end', () => {
    expect(monthsBefore('2026-05-31', 3)).toBe('2026-02-28')
    expect(monthsBefore('2026-01-15', 3)).toBe('2025-10-15')
    expect(rangeOf('2024-02')).toEqual(['2024-02-01', '2024-02-29'])
    expect(rangeOf('2026-02-30')).toBeUndefined()
  })
})
