import { expect, it } from 'vitest'
import { ageFrailty } from './age-frailty.ts'
import { condition, suitableCase } from '../case.fixture.ts'
import { form, judged } from '../judged.fixture.ts'

const { person } = suitableCase()
const aged = (age: number) => ({ person: { ...person, age } })

it.each([
  [0, 'stop'],
  [17, 'stop'],
  [18, 'clear'],
  [64, 'clear'],
  [65, 'caution'],
  [120, 'caution'],
  [121, 'missing'],
  [-1, 'missing'],
  [NaN, 'missing'],
] as const)('[E17] %d years is %s', (age, kind) => {
  expect(judged(ageFrailty, aged(age)).kind).toBe(kind)
})

it('[E17] asks when age is not recorded', () => {
  const { age: _, ...unknown } = person
  expect(judged(ageFrailty, { person: unknown })).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/birth/),
  })
})

it('[E17] cautions for frailty at any adult age, and asks when it is not known', () => {
  expect(judged(ageFrailty, form({ frail: true })).kind).toBe('caution')
  expect(judged(ageFrailty, { conditions: [condition(['frailty'], 'Frailty')] })).toMatchObject({
    kind: 'caution',
    because: expect.stringMatching(/unsafe reading/),
  })
  expect(judged(ageFrailty, { conditions: [condition(['frailty'], 'Frailty', 'resolved')] }).kind).toBe('clear')
  expect(judged(ageFrailty, form({ frail: undefined }))).toMatchObject({ kind: 'missing', ask: 'Is the person frail?' })
  expect(judged(ageFrailty, form({ frail: false }, '2025-08-31')).kind).toBe('clear')
  expect(judged(ageFrailty, form({ frail: false }, '2025-08-30')).kind).toBe('missing')
  expect(judged(ageFrailty, { ...aged(70), ...form({ frail: undefined }) }).kind).toBe('caution')
})
