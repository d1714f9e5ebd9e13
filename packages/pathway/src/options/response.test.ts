import { expect, it } from 'vitest'
import { fact, suitableCase } from '../case.fixture.ts'
import type { KetamineTreatment } from '../case.ts'
import { protocol } from './protocol.fixture.ts'
import { responseOf } from './response.ts'

const treated = (now: number, change: Partial<KetamineTreatment> = {}, at = '2026-03-01') =>
  responseOf(
    suitableCase({
      measurements: { painNRS: [fact(now, `${now}`, at)] },
      ketamine: {
        phase: 'maintenance',
        started: '2026-01-01',
        baselinePain: fact(10),
        goal: fact({ name: 'Walk to the shop', met: true }),
        ...change,
      },
    }),
    protocol,
  )

it('[OP16] a responder has 30 % less pain and the named goal', () => {
  expect(treated(7).responder).toBe('yes')
  expect(treated(7.1).responder).toBe('no')
  expect(treated(7, { goal: fact({ name: 'Walk', met: false }) }).responder).toBe('no')
  expect(treated(7).says).toEqual([
    'Pain: 10 before treatment, 7 on 2026-03-01, 30 % less (30 % wanted).',
    'Functional goal: "Walk to the shop", met.',
  ])
})

it('[OP16] without a goal, a baseline or a score on treatment it is not known', () => {
  expect(treated(5, { goal: fact({ name: 'Walk' }) }).responder).toBe('unknown')
  for (const baseline of [0, 11, NaN]) expect(treated(5, { baselinePain: fact(baseline) }).responder).toBe('unknown')
  for (const now of [NaN, -1, 11]) expect(treated(now).responder).toBe('unknown')
  expect(treated(5, {}, '2026-01-01').responder).toBe('unknown')
  expect(treated(5, {}, '2026-03-03').responder).toBe('unknown')
  expect(responseOf(suitableCase(), protocol).responder).toBe('unknown')
})

it('[OP16] never says that a limit was reached which was not', () => {
  expect(treated(7.04)).toMatchObject({
    responder: 'no',
    says: [expect.stringContaining('29 % less'), expect.anything()],
  })
  const odd = treated(4.9, { baselinePain: fact(7) }) // (7 − 4.9) / 7 is 0.29999999999999993
  expect(odd).toMatchObject({ responder: 'yes', says: [expect.stringContaining('30 % less'), expect.anything()] })
})

it('[OP16] a goal that was met before the first dose, later than today, or nobody knows when, is not known to be met', () => {
  const goal = { name: 'Walk', met: true }
  const { at: _, ...undated } = fact(goal)
  for (const known of [fact(goal, 'Walk', '2025-12-31'), fact(goal, 'Walk', '2026-03-03'), undated]) {
    expect(treated(7, { goal: known })).toMatchObject({
      responder: 'unknown',
      says: [expect.anything(), 'Functional goal: "Walk", not known whether met.'],
    })
  }
  expect(treated(7, { goal: fact(goal, 'Walk', '2026-01-02') }).responder).toBe('yes')
})
