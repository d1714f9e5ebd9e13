import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { kinetics } from '../composite.ts'
import { exposure, FOREVER, single } from '../exposure.fixture.ts'
import { ketamineComposite } from '../models/ketamine-composite.ts'
import { solve } from './propagate.ts'
import { timeline, type Dosing } from './timeline.ts'

const profile = (dosing: readonly Dosing[], times: readonly number[]): Float64Array => {
  const sink = new Float64Array(times.length * 2)
  solve(kinetics, timeline(kinetics, dosing, 'racemic-ketamine', times), kinetics.typical('racemic-ketamine'), sink)
  return sink
}

it.each([
  ['oral', undefined],
  ['oral-capsule', undefined],
  ['sublingual', undefined],
  ['held-and-spat-least', undefined],
  ['iv', undefined],
  ['iv', 3],
] as const)('[PK4] what was given %s is in the body or has left it, at every moment', (route, infusion) => {
  // Whatever leaves the body is caught in one more state.
  const closed = compile({
    ...ketamineComposite,
    states: [...ketamineComposite.states, { name: 'left', meaning: 'left the body', unit: 'mg' }],
    flows: ketamineComposite.flows.map((flow) => ({ to: 'left', ...flow })),
    outputs: [...ketamineComposite.states, { name: 'left' }].map(({ name }) => ({
      name,
      state: name,
      scale: '1',
      unit: 'mg',
    })),
  })
  const times = [1, 4, 8.6, 30, 200]
  const sink = new Float64Array(times.length * closed.size)
  const course: Dosing = { route, dose: 30, every: 8, from: 0, until: 24, ...(infusion ? { infusion } : {}) }
  solve(closed, timeline(closed, [course], 'racemic-ketamine', times), closed.typical('racemic-ketamine'), sink)
  const { size } = closed
  const inside = times.map((_, i) => sink.slice(size * i, size * (i + 1)).reduce((sum, amount) => sum + amount, 0))
  const given = infusion ? [10, 30, 30 + 6, 90, 90] : [30, 30, 60, 90, 90]
  inside.forEach((amount, i) => {
    // 8.6 h and 1 h may fall inside the swallowed input, but all of it is in by then (0.32 h, 0.57 h, or 0.17 + 0.32 h).
    expect(amount, `${times[i]} h`).toBeCloseTo(given[i]!, 9)
  })
})

it('[PK5] doses superpose, and a doubled dose doubles everything', () => {
  const a: Dosing = { route: 'oral', dose: 25, every: 6, from: 0, until: 48 }
  const b: Dosing = { route: 'iv', dose: 5, every: 24, from: 3.3, until: 60, infusion: 2 }
  const times = [0.5, 3.4, 5, 12, 29, 61, 100]
  const [both, one, other] = [profile([a, b], times), profile([a], times), profile([b], times)]
  both.forEach((value, i) => expect(value).toBeCloseTo(one[i]! + other[i]!, 10))
  profile([{ ...a, dose: 50 }], times).forEach((value, i) => expect(value).toBeCloseTo(2 * one[i]!, 10))
})

it('[PK6] at steady state the area over a dose interval is F·D/CL', () => {
  const times = [994, 1000]
  for (const [route, F] of [
    ['oral', 0.17],
    ['sublingual', 0.14 + 0.86 * 0.17],
    ['iv', 1],
  ] as const) {
    const { AUCk } = exposure([{ route, dose: 25, every: 6, from: 0, until: 1006 }], times)
    expect(AUCk[1]! - AUCk[0]!, route).toBeCloseTo((1000 * F * 25) / 95.2, 6)
  }
})

it('[PK6] one dose has the area F·D/CL, and its norketamine (F + (1 − F)·phi)·D/CLn', () => {
  const { AUCk, AUCn } = exposure(single('oral', 25), [FOREVER])
  expect(AUCk[0]).toBeCloseTo((1000 * 0.17 * 25) / 95.2, 8)
  expect(AUCn[0]).toBeCloseTo((1000 * (0.17 + 0.83 * 0.94) * 25) / 57.72, 8)
})

it('[PK10] irregular output times give what the regular grid gives', () => {
  const course: Dosing = { route: 'sublingual', dose: 40, every: 24 / 7, from: 0.4, until: 90 }
  const regular = Array.from({ length: 100 }, (_, k) => k)
  const all = [...regular, ...regular.map((t) => t + Math.sqrt(t) / 11 + 0.01)].sort((a, b) => a - b)
  const [grid, mixed] = [profile([course], regular), profile([course], all)]
  regular.forEach((t, i) => {
    const j = all.indexOf(t)
    expect(Math.abs(mixed[2 * j]! - grid[2 * i]!), `${t} h`).toBeLessThanOrEqual(1e-11 * grid[2 * i]!)
  })
})

it('[PK10] a dose at an output time counts after it, and none is given at the end of a course', () => {
  const bolus: Dosing = { route: 'iv', dose: 10, every: 1, from: 1, until: 2 }
  const C = profile([bolus], [1, 1 + 1e-6, 2, 2 + 1e-6])
  expect(C[0]).toBe(0)
  expect(C[2]).toBeCloseTo(10_000 / 133, 2)
  expect(C[6]).toBeLessThan(C[4]!)
})

it('[PK10] overlapping infusions add up', () => {
  const infusion: Dosing = { route: 'iv', dose: 8, every: 4, from: 0, until: 1000, infusion: 8 }
  // Two always run: 2 mg/h in all, so K1 settles at rate/CL.
  expect(profile([infusion], [900])[0]).toBeCloseTo((1000 * 2) / 95.2, 8)
})
