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
    'Pain: 10 before treatment, 7 now, 30 % less (30 % wanted).',
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
