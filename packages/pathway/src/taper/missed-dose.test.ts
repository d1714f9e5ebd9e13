import fc from 'fast-check'
import { expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import type { HomeDose } from './home-dose.ts'
import { afterMissed } from './missed-dose.ts'
import type { MissedAdvice } from './missed-dose.ts'

const SEED = 20_261_123
const dose: HomeDose = { form: 'solution', mg: 20, mL: 2, strength: 10, timesPerDay: 3 }
const plan = { dose, times: ['08:00', '14:00', '20:00'] }
const at = (time: string, day = '02') => `2026-03-${day}T${time}:00+01:00`
const advice = (last: string | undefined, now: string): MissedAdvice => {
  const answer = afterMissed(plan, last, now, protocol)
  if ('refused' in answer) throw new Error(answer.refused.message)
  return answer
}

it.each([
  ['on time', at('08:00'), at('14:00'), 'take'],
  ['an hour late', at('08:00'), at('15:00'), 'take'],
  ['over an hour late', at('08:00'), at('15:01'), 'skip'],
  ['two missed', at('20:00', '01'), at('15:30'), 'skip'],
  ['this one was taken', at('14:00'), at('14:30'), 'wait'],
  ['this one was taken early', at('13:10'), at('14:30'), 'wait'],
  ['something was taken 3 h ago', at('11:00'), at('14:00'), 'skip'],
  ['three days of nothing', at('08:00', '01'), at('08:00', '04'), 'take'],
  ['more than three days', at('08:00', '01'), at('08:01', '04'), 'ask'],
  ['not known', undefined, at('14:00'), 'ask'],
  ['the next would be too soon', at('17:00'), at('17:05'), 'ask'],
] as const)('[TA7] %s: from %s to %s', (_, last, now, answer) => {
  expect(advice(last, now).answer).toBe(answer)
})

it('[TA7] names the next planned time, in the offset of now', () => {
  expect(advice(at('08:00'), at('15:30')).next).toBe('2026-03-02T20:00:00+01:00')
  expect(advice(at('20:00'), at('22:00')).next).toBe('2026-03-03T08:00:00+01:00')
  // The clock was put back in the night: 20:00+02:00 is 13 h before 08:00+01:00.
  expect(advice('2026-10-24T20:00:00+02:00', '2026-10-25T08:00:00+01:00')).toMatchObject({ answer: 'take', mg: 20 })
})

it('[TA8] refuses times that cannot be read, and a last dose in the future', () => {
  const code = (last: string | undefined, now: string, p = plan) => {
    const answer = afterMissed(p, last, now, protocol)
    return 'refused' in answer ? answer.refused.code : answer.answer
  }
  expect(code(at('08:00'), '2026-03-02T14:00:00')).toBe('now')
  expect(code(at('08:00'), '2026-03-02')).toBe('now')
  expect(code('in the morning', at('14:00'))).toBe('last-taken')
  expect(code(at('15:00'), at('14:00'))).toBe('last-taken')
  expect(code(at('08:00'), at('14:00'), { dose, times: ['08:00', '14:00'] })).toBe('times')
  expect(code(at('08:00'), at('14:00'), { dose, times: ['08:00', '08:00', '20:00'] })).toBe('times')
  expect(code(at('08:00'), at('14:00'), { dose, times: ['08:00', '25:00', '20:00'] })).toBe('times')
  expect(code(at('08:00'), at('14:00'), { dose: { ...dose, mg: NaN }, times: plan.times })).toBe('not-measurable')
})

it(`[TA7] whoever follows it, asking whenever they like, is never told to double (seed ${SEED})`, () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 20, maxLength: 60 })
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 6 })
  const least = protocol.limits['missed.leastInterval.hours']!.value * 60
  fc.assert(
    fc.property(minutes, times, (gaps, daily) => {
      const clock = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
      const p = { dose: { ...dose, timesPerDay: daily.length }, times: daily.map(clock) }
      const start = Date.parse('2026-03-02T00:00:00Z')
      const taken = [0]
      let now = 0
      for (const gap of gaps) {
        now += gap
        const iso = (m: number) => new Date(start + m * 60_000).toISOString()
        const answer = afterMissed(p, iso(taken.at(-1)!), iso(now), protocol)
        if ('refused' in answer) throw new Error(answer.refused.message)
        expect(answer.mg).toBe(answer.doses * dose.mg)
        expect(answer.doses).toBe(answer.answer === 'take' ? 1 : 0)
        if (answer.next)
          expect(Date.parse(answer.next) - start).toBeGreaterThanOrEqual((taken.at(-1)! + least) * 60_000)
        if (answer.doses === 1) taken.push(now)
      }
      for (let i = 1; i < taken.length; i++) expect(taken[i]! - taken[i - 1]!).toBeGreaterThanOrEqual(least)
    }),
    { seed: SEED, numRuns: 1000 },
  )
})
