import { expect, it } from 'vitest'
import { heartDisease } from './heart-disease.ts'
import { condition } from '../case.fixture.ts'
import { form, judged } from '../judged.fixture.ts'

const item = 'cardiovascular-event-or-unstable'

it.each(['heart-failure', 'heart-disease', 'myocardial-infarction', 'arrhythmia', 'hypertension'] as const)(
  '[E08] cautions for %s, resolved too',
  (kind) => {
    expect(judged(heartDisease, { conditions: [condition([kind], kind)] }).kind).toBe('caution')
    expect(judged(heartDisease, { conditions: [condition([kind], kind, 'resolved')] }).kind).toBe('caution')
    expect(judged(heartDisease, { conditions: [condition([kind], kind, 'refuted')] }).kind).toBe('clear')
  },
)

it('[E08] is clear only when somebody has asked lately', () => {
  expect(judged(heartDisease).kind).toBe('clear')
  expect(judged(heartDisease, form({ [item]: undefined }))).toMatchObject({
    kind: 'missing',
    because: expect.stringMatching(/no answer on record/),
    ask: expect.stringMatching(/\?/),
  })
  expect(judged(heartDisease, form({ [item]: false }, '2026-02-01')).kind).toBe('missing')
  expect(judged(heartDisease, form({ [item]: true })).kind).toBe('missing')
})
