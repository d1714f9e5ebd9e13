/** Steady state against a run-in that is longer than anything remembers, closed forms, and what other engines got wrong. */
import { expect, it } from 'vitest'
import { compile, type Compiled } from '../compile.ts'
import { kinetics, kineticsWithEffects } from '../composite.ts'
import type { Model, RoutePart } from '../model.ts'
import { solve } from './propagate.ts'
import { steadyState } from './steady-state.ts'
import { timeline, type Dosing } from './timeline.ts'

const source = { dois: [], where: 'of no one' }
const number = (symbol: string, value: number) =>
  ({ symbol, meaning: symbol, unit: '1', value, status: 'assumed', source }) as const

/** Depot → centre ⇄ tissue, and a site that follows the centre; k 0.3, ka 0.9 /h. */
const plain: Model = {
  id: 'plain',
  version: '0',
  title: 'two compartments',
  population: 'none',
  parameters: [number('ka', 0.9), number('k', 0.3), number('k12', 0.4), number('k21', 0.15), number('ke0', 0.2), number('lag', 2.5), number('D', 7)], // prettier-ignore
  covariances: [],
  states: ['depot', 'centre', 'tissue', 'site'].map((name) => ({ name, meaning: name, unit: 'mg' })),
  flows: [
    { from: 'depot', to: 'centre', rate: 'ka' },
    { from: 'centre', rate: 'k' },
    { from: 'centre', to: 'tissue', rate: 'k12' },
    { from: 'tissue', to: 'centre', rate: 'k21' },
    { from: 'site', rate: 'ke0' },
  ],
  links: [{ of: 'centre', into: 'site', rate: 'ke0' }],
  routes: {
    bolus: [{ into: 'centre', fraction: '1' }],
    swallowed: [{ into: 'depot', fraction: '0.8' }],
    late: [{ into: 'depot', fraction: '1', lag: 'lag' }],
    long: [{ into: 'depot', fraction: '1', lag: 'lag', duration: 'D' }],
    both: [{ into: 'depot', fraction: '0.6', duration: 'D' }, { into: 'centre', fraction: '0.4', lag: 'lag' }],
    given: [{ into: 'centre', fraction: '1', duration: 'given' }],
  },
  outputs: ['centre', 'tissue', 'site', 'depot'].map((name) => ({ name, state: name, scale: '1', unit: 'mg' })),
} // prettier-ignore
const model = compile(plain)
const routed = (parts: readonly RoutePart[]): Compiled => compile({ ...plain, routes: { own: parts } })

const run = (of: Compiled, dosing: readonly Dosing[], times: readonly number[]): Float64Array => {
  const sink = new Float64Array(times.length * of.outputs.length)
  const typical = of.typical('racemic-ketamine')
  solve(of, timeline(of, dosing, 'racemic-ketamine', times), typical, sink)
  return sink
}
const times = [0, 0.2, 1, 2.5, 4, 5.9, 6, 7.3, 12, 30, 71]

/** The same after doses have been given `far` hours long, in the clock of the steady state. */
function afterRunIn(of: Compiled, course: Dosing, at: readonly number[], far = 1500): Float64Array {
  const before = Math.ceil(far / course.every) * course.every
  const { steadyState: _, ...plainly } = course
  const shifted = { ...plainly, from: 0, until: course.until - course.from + before }
  // A dose at an output time counts after it, in both.
  return run(of, [shifted], at.map((time) => time - course.from + before)) // prettier-ignore
}

const worst = (found: Float64Array, expected: Float64Array): number => {
  const most = Math.max(...expected)
  return Math.max(...found.map((value, i) => Math.abs(value - expected[i]!) / Math.max(expected[i]!, 1e-3 * most)))
}

it.each<[string, Dosing]>([
  ['boluses', { route: 'bolus', dose: 10, every: 6, from: 0, until: 24, steadyState: true }],
  ['swallowed', { route: 'swallowed', dose: 10, every: 6, from: 0, until: 24, steadyState: true }],
  ['a lag (mrgsolve 239, 264)', { route: 'late', dose: 10, every: 6, from: 0, until: 24, steadyState: true }],
  ['a lag longer than the interval (596)', { route: 'late', dose: 10, every: 1.1, from: 0, until: 3, steadyState: true }],
  ['a lag of exactly the interval', { route: 'late', dose: 10, every: 2.5, from: 0, until: 5, steadyState: true }],
  ['an infusion (947)', { route: 'given', dose: 10, every: 6, from: 0, until: 24, infusion: 2, steadyState: true }],
  ['an infusion as long as the interval', { route: 'given', dose: 10, every: 6, from: 0, until: 24, infusion: 6, steadyState: true }],
  ['an infusion longer than the interval', { route: 'given', dose: 10, every: 6, from: 0, until: 24, infusion: 15.5, steadyState: true }],
  ['an infusion of exactly two intervals', { route: 'given', dose: 10, every: 6, from: 0, until: 24, infusion: 12, steadyState: true }],
  ['zero-order input with a lag (267, 270)', { route: 'long', dose: 10, every: 8, from: 0, until: 24, steadyState: true }],
  ['zero-order input with a lag, longer than the interval', { route: 'long', dose: 10, every: 3, from: 0, until: 24, steadyState: true }],
  ['two parts with their own lags and durations', { route: 'both', dose: 10, every: 2, from: 0, until: 9, steadyState: true }],
  ['a course that begins later', { route: 'both', dose: 10, every: 5, from: 0, until: 20, steadyState: true }],
  ['one dose', { route: 'swallowed', dose: 10, every: 12, from: 0, until: 1, steadyState: true }],
])('[RG4] steady state is that of a long run-in: %s', (_, course) => {
  expect(worst(run(model, [course], times), afterRunIn(model, course, times))).toBeLessThan(1e-11)
}) // prettier-ignore

it('[RG4] courses at steady state add up, and add to what was there; before its first dose a course has given nothing', () => {
  const a: Dosing = { route: 'late', dose: 10, every: 4, from: 6, until: 20, steadyState: true }
  const b: Dosing = { route: 'given', dose: 5, every: 12, from: 6, until: 20, infusion: 3, steadyState: true }
  const c: Dosing = { route: 'bolus', dose: 3, every: 24, from: 0, until: 20 }
  const [all, one, other, third] = [run(model, [a, b, c], times), run(model, [a], times), run(model, [b], times), run(model, [c], times)]
  all.forEach((value, i) => expect(value).toBeCloseTo(one[i]! + other[i]! + third[i]!, 11))
  expect([...one.slice(0, 4 * times.indexOf(6))].every((value) => value === 0)).toBe(true)
  const after = times.filter((time) => time >= 6)
  expect(worst(run(model, [a], after), afterRunIn(model, a, after))).toBeLessThan(1e-11)
}) // prettier-ignore

it('[RG4] the composite with both effect sites, half-life 10.9 days, and the closed form of one compartment', () => {
  const course: Dosing = { route: 'sublingual', dose: 25, every: 8, from: 0, until: 48, steadyState: true }
  expect(worst(run(kineticsWithEffects, [course], times), afterRunIn(kineticsWithEffects, course, times, 12_000))).toBeLessThan(1e-10) // prettier-ignore
  const one = compile({ ...plain, flows: [{ from: 'depot', rate: 'k' }], links: [], outputs: [plain.outputs[3]!] })
  const [found] = run(one, [{ route: 'swallowed', dose: 10, every: 6, from: 0, until: 1, steadyState: true }], [0])
  expect(found! / ((8 * Math.exp(-1.8)) / -Math.expm1(-1.8)) - 1).toBeCloseTo(0, 14)
})

it('[RG4] the area over an interval is F·D/CL', () => {
  const grid = Array.from({ length: 20_001 }, (_, k) => (8 * k) / 20_000)
  const C = run(kinetics, [{ route: 'oral', dose: 25, every: 8, from: 0, until: 24, steadyState: true }], grid)
  // Simpson's rule; the zero-order input ends on the grid.
  const area = grid.reduce((sum, _, k) => sum + C[2 * k]! * (k === 0 || k === 20_000 ? 1 : k % 2 === 1 ? 4 : 2), 0) * (8 / 60_000) // prettier-ignore
  expect(area / ((1000 * 0.17 * 25) / 95.2) - 1).toBeCloseTo(0, 9)
})

it('[RG5] what never empties has no steady state, and is named; what reaches no output need not settle', () => {
  const kept = { ...plain, flows: plain.flows.filter(({ from, to }) => !(from === 'centre' && to === undefined)) }
  const course: Dosing = { route: 'swallowed', dose: 10, every: 6, from: 0, until: 24, steadyState: true }
  const refused = (change: Partial<Model>) => () => run(compile({ ...plain, ...change }), [course], times)
  expect(refused(kept)).toThrow(RangeError)
  expect(refused(kept)).toThrow('steady state: tissue, and what exchanges with it, never empties')
  // An area, and an effect without loss.
  const summed = { flows: plain.flows.filter(({ from }) => from !== 'site') }
  expect(refused(summed)).toThrow('steady state: site, and what exchanges with it, never empties')
  expect(refused({ ...summed, outputs: [plain.outputs[0]!] })).not.toThrow()
  // Slow is not never.
  const slow = { ...plain, parameters: plain.parameters.map((one) => (one.symbol === 'k' ? { ...one, value: 1e-6 } : one)) }
  expect(refused(slow)).not.toThrow()
}) // prettier-ignore

it('[RG5] a flow below 0 and an interval that is none are refused', () => {
  const values = model.typical('racemic-ketamine')
  const one = [{ into: 0, amount: 1, lag: 0, duration: 0 }]
  for (const every of [0, -1, NaN, Infinity])
    expect(() => steadyState(model, [0])(values, one, every)).toThrow('above 0')
  const negative = Float64Array.from(values, (value, i) => (i === 2 ? -value : value))
  expect(() => steadyState(model, [0])(negative, one, 6)).toThrow('the flow from centre to tissue is -0.4')
  expect(() => run(routed([{ into: 'centre', fraction: '1' }]), [{ route: 'own', dose: 1, every: 0, from: 0, until: 1, steadyState: true }], times)).toThrow('above 0') // prettier-ignore
})
