import { expect, it } from 'vitest'
import { pressureOnTreatment } from './pressure-on-treatment.ts'
import { pressure } from '../case.fixture.ts'
import { judged, onTreatment } from '../judged.fixture.ts'

const on = onTreatment({}, { started: '2026-01-01' })
const at = (...readings: ReturnType<typeof pressure>[]) =>
  judged(pressureOnTreatment, { ...on, bloodPressure: readings })

it.each([
  [150, 99, 'clear'],
  [150, 100, 'hold'],
  [151, 80, 'hold'],
  [120, 101, 'hold'],
  [170, 110, 'hold'],
  [NaN, 80, 'missing'],
  [80, 120, 'missing'],
  [16, 10, 'missing'],
] as const)('[M08] one reading of %d/%d is %s', (systolic, diastolic, kind) => {
  expect(at(pressure(systolic, diastolic)).kind).toBe(kind)
})

it('[M08] stops for two readings at or above 160/100 within 31 d', () => {
  expect(at(pressure(160, 80), pressure(120, 100, '2026-01-30')).kind).toBe('stop')
  expect(at(pressure(160, 80), pressure(159, 99, '2026-02-20')).kind).toBe('hold')
  expect(at(pressure(160, 80), pressure(170, 100, '2026-01-29')).kind).toBe('hold')
  expect(at(pressure(120, 80), pressure(170, 100, '2026-02-20'), pressure(170, 100, '2026-02-21')).kind).toBe('stop')
  expect(at(pressure(120, 80), pressure(170, 100, '2026-02-20')).kind).toBe('clear')
})

it('[M08] asks when there is none since the first dose, or the last is over 31 d old', () => {
  expect(at()).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/at home/) })
  expect(at(pressure(120, 80, '2025-12-31')).kind).toBe('missing')
  expect(at(pressure(120, 80, '2026-01-30')).kind).toBe('clear')
  expect(at(pressure(120, 80, '2026-01-29')).kind).toBe('missing')
  expect(at(pressure(155, 80, '2026-01-10')).kind).toBe('hold')
})

it('[M08] says that it does not apply before treatment', () => {
  expect(judged(pressureOnTreatment, { bloodPressure: [] })).toMatchObject({
    kind: 'clear',
    facts: ['Phase: assessment, 2026-03-02'],
  })
})

it('[M08] a clear answer still says that an earlier reading was high', () => {
  const bloodPressure = [pressure(120, 70, '2026-03-01'), pressure(170, 80, '2026-02-20')]
  const { kind, because } = judged(pressureOnTreatment, { ...onTreatment(), bloodPressure })
  expect([kind, because]).toEqual([
    'clear',
    'The last day is not above 150/100 mm[Hg]; 1 earlier at or above 160/100 mm[Hg].',
  ])
})
