import { expect, it } from 'vitest'
import { liverDisease } from './liver-disease.ts'
import { condition } from '../case.fixture.ts'
import { judged } from '../judged.fixture.ts'

const has = (status: 'active' | 'resolved' | 'refuted' | 'unknown') => ({
  conditions: [condition(['liver-disease'], 'Cirrhosis', status)],
})

it('[E10] asks for the Child–Pugh class of any liver disease', () => {
  expect(judged(liverDisease, has('active'))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/Child–Pugh/),
  })
  expect(judged(liverDisease, has('unknown')).kind).toBe('missing')
})

it('[E10] is clear without one only when the liver tests say so too', () => {
  expect(judged(liverDisease).kind).toBe('clear')
  expect(judged(liverDisease, has('refuted')).kind).toBe('clear')
  expect(judged(liverDisease, { measurements: {} })).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/\?/),
  })
})

it('[E10] cautions when it is recorded as resolved', () => {
  expect(judged(liverDisease, has('resolved')).kind).toBe('caution')
})
