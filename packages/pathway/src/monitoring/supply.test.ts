import { expect, it } from 'vitest'
import { supply } from './supply.ts'
import type { Phase } from '../case.ts'
import { judged, onTreatment } from '../judged.fixture.ts'

const days = (phase: Phase, supplyDays: number) => judged(supply, onTreatment({ supplyDays }, { phase })).kind

it.each([
  ['titration', 7, 'clear'],
  ['titration', 8, 'hold'],
  ['test-dose', 8, 'hold'],
  ['maintenance', 28, 'clear'],
  ['maintenance', 29, 'hold'],
  ['taper', 30, 'hold'],
  ['maintenance', NaN, 'missing'],
  ['maintenance', 0, 'missing'],
  ['maintenance', -7, 'missing'],
] as const)('[M13] in %s a supply of %d d is %s', (phase, supplyDays, kind) => {
  expect(days(phase, supplyDays)).toBe(kind)
})

it('[M13] asks when the order or its days are not on record, and does not apply before one', () => {
  const { order } = onTreatment().ketamine
  const { supplyDays: _, ...lacking } = order!.value
  expect(judged(supply, onTreatment({}, { order: { ...order!, value: lacking } }))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/days/),
  })
  expect(judged(supply, { ketamine: { phase: 'maintenance' } }).kind).toBe('missing')
  expect(judged(supply)).toMatchObject({ kind: 'clear', facts: ['Phase: assessment, 2026-03-02'] })
})
