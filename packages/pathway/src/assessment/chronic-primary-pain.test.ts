import { expect, it } from 'vitest'
import { chronicPrimaryPain } from './chronic-primary-pain.ts'
import { condition, suitableCase } from '../case.fixture.ts'
import { judged } from '../judged.fixture.ts'

const nerve = suitableCase().conditions

it('[E02] is clear for neuropathic pain that is not widespread', () => {
  expect(judged(chronicPrimaryPain).kind).toBe('clear')
})

it.each(['fibromyalgia', 'chronic-primary-pain'] as const)(
  '[E02] names the guidance for %s, and leaves it to the team',
  (kind) => {
    const finding = judged(chronicPrimaryPain, { conditions: [condition([kind], kind)], signs: {} })
    expect(finding.kind).toBe('caution')
    expect(finding.because).toMatch(/NICE NG193.*not to initiate ketamine.*FPM does not recommend.*multidisciplinary/)
  },
)

it('[E02] says when there are neuropathic features beside it', () => {
  const finding = judged(chronicPrimaryPain, { conditions: [...nerve, condition(['fibromyalgia'], 'Fibromyalgia')] })
  expect(finding).toMatchObject({ kind: 'caution', because: expect.stringMatching(/neuropathic features/) })
})

it('[E02] counts a diagnosis without status, not a refuted one', () => {
  expect(
    judged(chronicPrimaryPain, { conditions: [...nerve, condition(['fibromyalgia'], 'Fibromyalgia', 'unknown')] }).kind,
  ).toBe('caution')
  expect(
    judged(chronicPrimaryPain, { conditions: [...nerve, condition(['fibromyalgia'], 'Fibromyalgia', 'refuted')] }).kind,
  ).toBe('clear')
})

it('[E02] counts one recorded as resolved', () => {
  const resolved = condition(['fibromyalgia'], 'Fibromyalgia', 'resolved')
  expect(judged(chronicPrimaryPain, { conditions: [...nerve, resolved] }).kind).toBe('caution')
})

it('[E02] is missing when nothing is known of the mechanism', () => {
  expect(judged(chronicPrimaryPain, { conditions: [], signs: {} })).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/\?/),
  })
})
