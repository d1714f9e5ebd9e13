import { expect, it } from 'vitest'
import { bloodPressure } from './blood-pressure.ts'
import { fact, pressure } from '../case.fixture.ts'
import { judged } from '../judged.fixture.ts'

const at = (...readings: ReturnType<typeof pressure>[]) => judged(bloodPressure, { bloodPressure: readings })

it.each([
  [60, 40, 'clear'],
  [122, 76, 'clear'],
  [140, 90, 'clear'],
  [141, 70, 'caution'],
  [120, 91, 'caution'],
  [150, 99, 'caution'],
  [151, 70, 'hold'],
  [159, 99, 'hold'],
  [160, 70, 'stop'],
  [120, 100, 'stop'],
  [166, 113, 'stop'],
  [171, 107, 'stop'],
] as const)('[E06] %i/%i is %s', (systolic, diastolic, kind) => {
  expect(at(pressure(systolic, diastolic)).kind).toBe(kind)
})

it.each([
  [NaN, 80],
  [120, NaN],
  [Infinity, 80],
  [-120, -80],
  [80, 120],
  [90, 90],
  [120, 0],
  [16, 10],
  [59, 40],
])('[E06] %d/%d cannot be right, so it is asked for again', (systolic, diastolic) => {
  expect(at(pressure(systolic, diastolic))).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/Measure/) })
})

it('[E06] takes the worse of two readings on one day, and the newest of several days', () => {
  expect(at(pressure(120, 70), pressure(165, 80)).kind).toBe('stop')
  expect(at(pressure(165, 80), pressure(NaN, 70)).kind).toBe('stop')
  expect(at(pressure(120, 70), pressure(NaN, 70)).kind).toBe('missing')
  expect(at(pressure(120, 70), pressure(165, 80, '2026-03-01')).kind).toBe('clear')
})

it('[E06] lets good news expire after 28 d, and bad news never', () => {
  expect(at(pressure(120, 70, '2026-02-02')).kind).toBe('clear')
  expect(at(pressure(120, 70, '2026-02-01')).kind).toBe('missing')
  expect(at(pressure(145, 92, '2020-01-01')).kind).toBe('missing')
  expect(at(pressure(155, 92, '2020-01-01'))).toMatchObject({
    kind: 'hold',
    because: expect.stringMatching(/is 2252 days old; 28 are allowed\. It still counts/),
  })
  expect(at(pressure(170, 92, '2020-01-01'))).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/is 2252 days old; 28 are allowed\. It still counts/),
  })
})

it('[E06] does not believe an undated good reading, and believes an undated bad one', () => {
  const undated = (systolic: number, diastolic: number) => {
    const { at: _, ...rest } = pressure(systolic, diastolic)
    return rest
  }
  expect(at(undated(120, 70)).kind).toBe('missing')
  expect(at(undated(170, 70))).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/has no date\. It still counts/),
  })
  expect(at(pressure(120, 70), undated(170, 70)).kind).toBe('stop')
  expect(at(pressure(120, 70), undated(110, 70)).kind).toBe('clear')
})

it('[E06] asks when there is none, and shows what it saw', () => {
  expect(at()).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/Measure/) })
  expect(at(pressure(165, 80)).facts).toEqual([fact({}, 'Blood pressure 165/80 mm[Hg], 2026-03-02').says])
})
