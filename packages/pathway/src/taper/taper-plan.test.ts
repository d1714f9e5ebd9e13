import fc from 'fast-check'
import { expect, it } from 'vitest'
import { daysAfter, daysBetween } from '../calendar.ts'
import { measurableDose } from '../dose-arithmetic.ts'
import { protocol } from '../options/protocol.fixture.ts'
import { taperDoses } from '../options/taper.ts'
import type { Protocol } from '../protocol.ts'
import type { HomeDose } from './home-dose.ts'
import { atOnceReasons, endingRules } from './reason.ts'
import type { EndingReason } from './reason.ts'
import { stageOn, taperPlan } from './taper-plan.ts'
import type { TaperPlan } from './taper-plan.ts'

const SEED = 20_261_122
const solution = (mg: number, strength: number, timesPerDay: number): HomeDose => {
  const dose = measurableDose(mg, strength, protocol)
  if ('refused' in dose) throw new Error(dose.refused.message)
  return { form: 'solution', ...dose, timesPerDay }
}
const units = (n: number, strength: number, timesPerDay: number): HomeDose => ({
  form: 'unit',
  mg: n * strength,
  units: n,
  strength,
  timesPerDay,
})
const withLimit = (key: string, value: number): Protocol => ({
  ...protocol,
  limits: { ...protocol.limits, [key]: { ...protocol.limits[key]!, value } },
})
const plan = (dose: HomeDose, reason: EndingReason = 'own-wish', p = protocol): TaperPlan => {
  const answer = taperPlan(dose, reason, '2026-03-02', p)
  if ('refused' in answer) throw new Error(answer.refused.message)
  return answer
}
const refusal = (dose: HomeDose, reason: EndingReason = 'own-wish', from = '2026-03-02') => {
  const answer = taperPlan(dose, reason, from, protocol)
  return 'refused' in answer ? answer.refused.code : answer
}

it('[TA1] 20 mg three times a day: 15, 10 and 5 mg for a week each, then none', () => {
  const taper = plan(solution(20, 10, 3))
  expect(taper.stages.map((s) => [s.from, s.to, s.perTime, s.mgPerDay])).toEqual([
    ['2026-03-02', '2026-03-08', [1.5, 1.5, 1.5], 45],
    ['2026-03-09', '2026-03-15', [1, 1, 1], 30],
    ['2026-03-16', '2026-03-22', [0.5, 0.5, 0.5], 15],
  ])
  expect(taper).toMatchObject({ kind: 'taper', days: 21, noneFrom: '2026-03-23', total: { mg: 630, amount: 63 } })
  expect(taper.supplies).toEqual([{ on: '2026-03-02', days: 21, mg: 630, amount: 63 }])
  expect(taper.stages[0]!.inWords).toBe('15 mg = 1.5 mL of 10 mg/mL at each of 3 times of day')
  expect(stageOn(taper, '2026-03-15')?.mgPerDay).toBe(30)
  expect(stageOn(taper, '2026-03-23')).toBeUndefined()
})

it('[TA2] shares whole units out over the day, none split', () => {
  const taper = plan(units(1, 25, 3))
  expect(taper.stages.map((s) => s.perTime)).toEqual([
    [0, 1, 1],
    [0, 0, 1],
  ])
  expect(taper.stages[1]!.inWords).toBe('time 1: none; time 2: none; time 3: 25 mg = 1 unit of 25 mg')
  const least = plan(units(1, 25, 1))
  expect(least).toMatchObject({ stages: [], days: 0, noneFrom: '2026-03-02', total: { mg: 0, amount: 0 } })
  expect(least.because).toMatch(/least that can be measured/)
})

it('[TA3] harm ends it at once, whatever the dose, and says why; the rest is tapered', () => {
  expect(atOnceReasons).toEqual([
    'liver-injury',
    'bladder-symptoms',
    'haematuria',
    'emergency',
    'allergy',
    'suicidal-intent',
  ])
  for (const reason of atOnceReasons) {
    const stop = plan({ ...solution(20, 10, 3), mg: NaN }, reason)
    expect(stop).toMatchObject({ kind: 'stop-at-once', stages: [], supplies: [], days: 0, noneFrom: '2026-03-02' })
    expect(stop.because).toContain(endingRules[reason].rule)
  }
  expect(plan(solution(20, 10, 3), 'not-tolerated').stages.map((s) => s.days)).toEqual([3, 3, 3])
  for (const reason of ['no-response', 'planned-review', 'supply-agreement', 'own-wish'] as const)
    expect(plan(solution(20, 10, 3), reason)).toMatchObject({ kind: 'taper', days: 21 })
})

it('[TA4] never hands over more than the supply allows, whole stages together', () => {
  const slow = plan(solution(30, 10, 3), 'own-wish', withLimit('taper.fraction', 0.1))
  expect(slow.supplies.map((s) => [s.on, s.days])).toEqual([
    ['2026-03-02', 28],
    ['2026-03-30', 28],
    ['2026-04-27', 7],
  ])
  expect(slow.supplies.reduce((mg, s) => mg + s.mg, 0)).toBe(slow.total.mg)
})

it('[TA5] watches each stage, and eight weeks after the last dose', () => {
  const { watch, noneFrom } = plan(solution(20, 10, 3))
  expect(watch.filter((w) => w.stage === 'taper').map((w) => w.on)).toEqual([
    '2026-03-02',
    '2026-03-08',
    '2026-03-09',
    '2026-03-15',
    '2026-03-16',
    '2026-03-22',
  ])
  const after = watch.filter((w) => w.stage === 'after')
  expect([after[0]!.on, after.at(-1)!.on, after.length]).toEqual([noneFrom, daysAfter(noneFrom, 56), 9])
})

it('[TA6] refuses what cannot be followed', () => {
  const good = solution(20, 10, 3)
  expect(refusal({ ...good, mg: 25 })).toBe('not-measurable')
  expect(refusal({ form: 'solution', mg: 12.5, mL: 1.25, strength: 10, timesPerDay: 3 })).toBe('not-measurable')
  expect(refusal({ ...good, mg: NaN })).toBe('not-measurable')
  expect(refusal({ ...good, strength: 0 })).toBe('no-strength')
  expect(refusal({ ...good, timesPerDay: 2.5 })).toBe('times-per-day')
  expect(refusal({ form: 'unit', mg: 37.5, units: 1.5, strength: 25, timesPerDay: 1 })).toBe('not-whole-units')
  expect(refusal(good, 'because' as EndingReason)).toBe('reason')
  expect(refusal(good, 'constructor' as EndingReason)).toBe('reason')
  expect(refusal(good, 'own-wish', '2026-02-30')).toBe('date')
  expect(refusal(solution(140, 10, 3))).toBe('above-cap')
  expect(() => plan(good, 'own-wish', withLimit('taper.fraction', 0))).toThrow(/taper.fraction 0/)
})

const anyDose = fc.oneof(
  fc
    .record({
      n: fc.integer({ min: 1, max: 130 }),
      strength: fc.constantFrom(10, 20, 50, 7.5),
      times: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ n, strength, times }) => solution((n * strength) / 10, strength, times)),
  fc
    .record({
      n: fc.integer({ min: 1, max: 8 }),
      strength: fc.constantFrom(5, 10, 25, 12.5),
      times: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ n, strength, times }) => units(n, strength, times)),
)

it(`[TA1] [TA2] [TA4] for any dose, cut and pace (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      anyDose.filter((d) => d.mg * d.timesPerDay <= 400),
      fc.constantFrom(0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 1 / 3, 0.5, 1),
      fc.constantFrom(1, 3, 7, 14, 40),
      (dose, fraction, days) => {
        const p = withLimit('taper.fraction', fraction)
        const q = {
          ...p,
          limits: { ...p.limits, 'taper.daysPerStage': { ...p.limits['taper.daysPerStage']!, value: days } },
        }
        const taper = plan(dose, 'own-wish', q)
        const now = dose.form === 'solution' ? dose.mL : dose.units
        const portion = dose.form === 'solution' ? 0.1 : 1
        let before = dose.mg * dose.timesPerDay
        let next = '2026-03-02'
        let total = 0
        for (const stage of taper.stages) {
          expect(stage.mgPerDay).toBeLessThan(before)
          expect(stage.mgPerDay).toBeGreaterThan(0)
          expect(stage.from).toBe(next)
          expect(daysBetween(stage.from, stage.to) + 1).toBe(days)
          expect(stage.perTime).toHaveLength(dose.timesPerDay)
          for (const amount of stage.perTime) {
            expect(amount).toBeLessThanOrEqual(now)
            expect(Math.abs(amount / portion - Math.round(amount / portion))).toBeLessThan(1e-6)
          }
          expect(Math.abs(stage.perTime.reduce((a, b) => a + b, 0) * dose.strength - stage.mgPerDay)).toBeLessThan(1e-6)
          before = stage.mgPerDay
          next = daysAfter(stage.to, 1)
          total += stage.mgPerDay * days
        }
        expect(taper.noneFrom).toBe(next)
        expect(taper.days).toBe(taper.stages.length * days)
        expect(Math.abs(taper.total.mg - total)).toBeLessThan(1e-6)
        for (const s of taper.supplies) expect(s.days).toBeLessThanOrEqual(28)
        expect(taper.supplies.reduce((sum, s) => sum + s.days, 0)).toBe(taper.days)
        expect(Math.abs(taper.supplies.reduce((sum, s) => sum + s.mg, 0) - total)).toBeLessThan(1e-6)
      },
    ),
    { seed: SEED, numRuns: 2000 },
  )
})

it(`[TA1] its equal stages of a solution are those of the taper option (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.constantFrom(10, 50),
      fc.integer({ min: 1, max: 3 }),
      (n, strength, times) => {
        const dose = solution((n * strength) / 10, strength, times)
        fc.pre(dose.mg * times <= 400 && dose.form === 'solution')
        const equal = plan(dose).stages.filter((s) => s.perTime.every((mL) => mL > 0 && mL === s.perTime[0]))
        const option = taperDoses(dose as HomeDose & { mL: number }, protocol).filter((d) => d.mg > 0)
        expect(equal.map((s) => s.perTime[0])).toEqual(option.map((d) => d.mL))
      },
    ),
    { seed: SEED, numRuns: 500 },
  )
})
