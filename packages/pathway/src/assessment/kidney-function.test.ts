import { expect, it } from 'vitest'
import { kidneyFunction } from './kidney-function.ts'
import { condition, fact } from '../case.fixture.ts'
import type { Fact } from '../case.ts'
import { judged } from '../judged.fixture.ts'

const eGFR = (...readings: Fact<number>[]) => judged(kidneyFunction, { measurements: { eGFR: readings } })

it.each([
  [131, 'clear'],
  [60, 'clear'],
  [59.9, 'caution'],
  [30, 'caution'],
  [29.9, 'hold'],
  [NaN, 'missing'],
  [0, 'missing'],
  [-5, 'missing'],
] as const)('[E16] an eGFR of %d is %s', (value, kind) => {
  expect(eGFR(fact(value)).kind).toBe(kind)
})

it('[E16] asks when it is missing, stale or undated, and still counts an old bad one', () => {
  expect(eGFR()).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/eGFR/) })
  expect(eGFR(fact(90, '90', '2025-12-01')).kind).toBe('clear')
  expect(eGFR(fact(90, '90', '2025-11-30')).kind).toBe('missing')
  expect(eGFR(fact(20, '20', '2019-01-01')).kind).toBe('hold')
})

it('[E16] cautions for a recorded kidney disease with a good eGFR', () => {
  expect(judged(kidneyFunction, { conditions: [condition(['renal-impairment'], 'CKD')] }).kind).toBe('caution')
  expect(judged(kidneyFunction, { conditions: [condition(['renal-impairment'], 'CKD', 'refuted')] }).kind).toBe('clear')
  expect(judged(kidneyFunction, { conditions: [condition(['renal-impairment'], 'AKI', 'resolved')] }).kind).toBe(
    'clear',
  )
})
