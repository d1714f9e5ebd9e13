/** Parameters that change in time: against the adaptive solver, closed forms, and the plain engine where nothing changes. */
import { expect, it } from 'vitest'
import { compile, type Compiled } from '../compile.ts'
import { kinetics } from '../composite.ts'
import { ketamineComposite } from '../models/ketamine-composite.ts'
import { simons2022 } from '../models/simons-2022.ts'
import { typicalValues } from '../population/individual.ts'
import { overTime, type Epoch } from './epochs.ts'
import { solve } from './propagate.ts'
import { judged, randomEpochs } from './random-epochs.fixture.ts'
import { randomCase } from './random-model.fixture.ts'
import { timeline, type Dosing } from './timeline.ts'

const run = (of: Compiled, dosing: readonly Dosing[], times: readonly number[], epochs: readonly Epoch[]) => {
  const sink = new Float64Array(times.length * of.outputs.length)
  overTime(of, dosing, times)(epochs, sink)
  return sink
}
const plain = (of: Compiled, dosing: readonly Dosing[], times: readonly number[], values?: Float64Array) => {
  const sink = new Float64Array(times.length * of.outputs.length)
  const own = values ?? of.typical('racemic-ketamine')
  solve(of, timeline(of, dosing, 'racemic-ketamine', times, values), own, sink)
  return sink
}
/** Relative to the value, or to a millionth of the largest (or of a dose) where it is smaller. */
const worst = (found: Float64Array, expected: Float64Array, dose = 0): number => {
  const floor = 1e-6 * expected.reduce((most, value) => Math.max(most, value), dose)
  return Math.max(...found.map((value, i) => Math.abs(value - expected[i]!) / Math.max(expected[i]!, floor)))
}

const [COUNT, SEED] = [1000, 20261122]
it(`[RG6] ${COUNT} random models whose parameters change, seeds from ${SEED}: within 1e-8 of the adaptive solver`, () => {
  for (let seed = SEED; seed < SEED + COUNT; seed++) {
    const one = randomEpochs(seed)
    const largest = Math.max(...one.dosing.map(({ dose }) => dose))
    const found = worst(run(one.model, one.dosing, one.times, one.epochs), judged(one), largest)
    expect(found, `seed ${seed}`).toBeLessThan(1e-8)
  }
}, 120_000)

it('[RG6] epochs that change nothing give what the plain engine gives', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { model, dosing, times } = randomCase(seed, 4)
    const values = model.typical('racemic-ketamine')
    const epochs = [0, 10, 11.3, 200].map((from) => ({ from, values: values.slice() }))
    expect(worst(run(model, dosing, times, epochs), plain(model, dosing, times)), `seed ${seed}`).toBeLessThan(1e-10)
  }
})

/** A depot and a centre of volume V, cleared at CL. */
const source = { dois: [], where: 'of no one' }
const number = (symbol: string, value: number) =>
  ({ symbol, meaning: symbol, unit: '1', value, status: 'assumed', source }) as const
const tank = compile({
  id: 'tank', version: '0', title: 'one compartment', population: 'none', covariances: [],
  parameters: [number('CL', 2), number('V', 10), number('F', 0.5), number('lag', 1), number('D', 4)],
  states: [{ name: 'centre', meaning: 'centre', unit: 'mg' }],
  flows: [{ from: 'centre', rate: 'CL/V' }],
  routes: {
    bolus: [{ into: 'centre', fraction: 'F' }],
    late: [{ into: 'centre', fraction: 'F', lag: 'lag' }],
    slow: [{ into: 'centre', fraction: 'F', duration: 'D' }],
  },
  outputs: [{ name: 'C', state: 'centre', scale: '1/V', unit: '1' }],
}) // prettier-ignore
const values = (change: Partial<Record<'CL' | 'V' | 'F' | 'lag' | 'D', number>> = {}) =>
  Float64Array.from(tank.model.parameters, ({ symbol, value }) => change[symbol as 'CL'] ?? (value as number))
const one = (route: string, from = 0): Dosing => ({ route, dose: 100, every: 9, from, until: from + 1 })

it('[RG6] clearance and volume that change meet the closed form; an output at the change reads what was before', () => {
  const epochs = [{ from: 0, values: values() }, { from: 5, values: values({ CL: 1, V: 20 }) }]
  const A = 50 * Math.exp(-1)
  const expected = [50 * Math.exp(-0.4) / 10, A / 10, (A * Math.exp(-0.05)) / 20, (A * Math.exp(-0.25)) / 20]
  run(tank, [one('bolus')], [2, 5, 6, 10], epochs).forEach((C, k) => expect(C).toBeCloseTo(expected[k]!, 13))
}) // prettier-ignore

it('[RG7] a dose keeps the fraction, lag and duration of the epoch in which it is given', () => {
  const epochs = [{ from: 0, values: values() }, { from: 5, values: values({ F: 1, lag: 3, D: 1 }) }]
  // Given at 4.5 it enters at 5.5, half of it, although lag and fraction are others by then.
  const late = run(tank, [one('late', 4.5)], [5.4, 6.5], epochs)
  expect(late[0]).toBe(0)
  expect(late[1]).toBeCloseTo((50 * Math.exp(-0.2)) / 10, 13)
  // Given at the change it is of the new epoch.
  const at = run(tank, [one('late', 5)], [7.9, 9], epochs)
  expect(at[0]).toBe(0)
  expect(at[1]).toBeCloseTo((100 * Math.exp(-0.2)) / 10, 13)
  // Zero-order input goes on at its rate, 50/4 per hour, until 8.
  const slow = run(tank, [one('slow', 4)], [9], epochs)
  expect(slow[0]).toBeCloseTo(((12.5 / 0.2) * -Math.expm1(-0.8) * Math.exp(-0.2)) / 10, 13)
}) // prettier-ignore

it('[RG8] a reset empties the body and drops what is on its way; a dose at that moment is given', () => {
  const reset = [{ from: 0, values: values() }, { from: 5, values: values(), reset: true as const }]
  expect(run(tank, [one('bolus')], [5, 5.1], reset)[0]).toBeCloseTo((50 * Math.exp(-1)) / 10, 13)
  for (const route of ['bolus', 'late', 'slow'])
    expect([...run(tank, [one(route, 4.5)], [5.1, 6, 20], reset)], route).toEqual([0, 0, 0])
  expect(run(tank, [one('bolus'), one('bolus', 5)], [6], reset)[0]).toBeCloseTo((50 * Math.exp(-0.2)) / 10, 13)
  const steady: Dosing = { ...one('slow', 5), every: 3, steadyState: true }
  const anew = run(tank, [one('bolus'), steady], [5.5, 7, 11], reset)
  expect(worst(anew, run(tank, [steady], [5.5, 7, 11], [reset[0]!]))).toBeLessThan(1e-13)
}) // prettier-ignore

it('[RG6] doses superpose and double, and months later nothing is left but what should be', () => {
  const { model, epochs } = randomEpochs(SEED + 1)
  const [a, b]: Dosing[] = [{ route: 'slow', dose: 30, every: 5, from: 0, until: 30 }, { route: 'given', dose: 9, every: 7, from: 2, until: 40, infusion: 9 }] as const // prettier-ignore
  const times = [1, 6, 8, 30, 33, 45]
  const of = (dosing: readonly Dosing[], at = times) => run(model, dosing, at, epochs)
  const [both, first, second] = [of([a!, b!]), of([a!]), of([b!])]
  both.forEach((value, i) => expect(Math.abs(value - first[i]! - second[i]!)).toBeLessThan(1e-12 * value + 1e-15))
  expect(worst(of([{ ...a!, dose: 60 }]), first.map((value) => 2 * value))).toBeLessThan(1e-13) // prettier-ignore
  // A moment two months later: what falls by exp(-k·t) alone, with no floor of rounding under it.
  const late = run(
    tank,
    [one('slow')],
    [4, 1500],
    [
      { from: 0, values: values() },
      { from: 3, values: values() },
    ],
  )
  expect(late[1]! / (late[0]! * Math.exp(-0.2 * 1496)) - 1).toBeCloseTo(0, 11)
})

it('[RG6] what was given is in a state or has left, whatever changes', () => {
  const closed = compile({
    ...ketamineComposite,
    states: [...ketamineComposite.states, { name: 'left', meaning: 'left the body', unit: 'mg' }],
    flows: ketamineComposite.flows.map((flow) => ({ to: 'left', ...flow })),
    outputs: [...ketamineComposite.states, { name: 'left' }].map(({ name }) => ({ name, state: name, scale: '1', unit: 'mg' })),
  }) // prettier-ignore
  const at = (weight: number, interactions: readonly 'clarithromycin'[]) =>
    typicalValues(closed, 'racemic-ketamine', { weight, interactions })
  const epochs = [{ from: 0, values: at(80, []) }, { from: 9, values: at(80, ['clarithromycin']) }, { from: 50, values: at(60, []) }] // prettier-ignore
  const times = [8.8, 9, 20, 60, 200]
  const width = closed.outputs.length
  const sink = run(closed, [{ route: 'oral', dose: 30, every: 8, from: 0, until: 24 }], times, epochs)
  const inside = times.map((_, k) => sink.slice(width * k, width * (k + 1)).reduce((sum, amount) => sum + amount, 0))
  ;[60, 60, 90, 90, 90].forEach((amount, k) => expect(inside[k]).toBeCloseTo(amount, 10))
})

it('[RG6] an interaction that begins tends to its own steady state, F·D/CL', () => {
  const of = (interactions: readonly 'clarithromycin'[]) =>
    typicalValues(kinetics, 'racemic-ketamine', { weight: 70, interactions })
  const epochs = [
    { from: 0, values: of([]) },
    { from: 100, values: of(['clarithromycin']) },
  ]
  const course: Dosing = { route: 'oral', dose: 25, every: 8, from: 0, until: 500, steadyState: true }
  const times = [90, 97, 99, 491, 499]
  const found = run(kinetics, [course], times, epochs)
  const [before, after] = epochs.map(({ values: own }) => plain(kinetics, [course], times, own))
  expect(worst(found.slice(0, 6), before!.slice(0, 6))).toBeLessThan(1e-12)
  expect(worst(found.slice(6), after!.slice(6))).toBeLessThan(1e-6)
  expect(worst(found.slice(6), before!.slice(6))).toBeGreaterThan(0.1)
})

it('[RG9] a lag or duration that differs between patients has a timeline for each; one for all is refused', () => {
  const routes = { oral: [{ into: 'Agut', fraction: '1', lag: '1/ka', duration: '0.3/ka' }] }
  const own = compile({ ...ketamineComposite, routes })
  const dosing: Dosing[] = [{ route: 'oral', dose: 25, every: 8, from: 0, until: 40 }]
  expect(() => timeline(own, dosing, 'racemic-ketamine', [9])).toThrow('route oral: ka differs between patients')
  const values = own.typical('racemic-ketamine').map((value) => 1.3 * value)
  const times = [0.5, 1, 3, 8.3, 9, 50]
  expect(worst(run(own, dosing, times, [{ from: 0, values }]), plain(own, dosing, times, values))).toBeLessThan(1e-12)
  expect(run(own, dosing, [1 / (1.3 * 1.35)], [{ from: 0, values }])[0]).toBe(0)
})

it('[RG6] the film model: durations that change from one film to the next meet the plain engine film by film', () => {
  const film = compile(simons2022)
  const [first, second] = [film.typical('esketamine'), film.typical('esketamine')]
  for (const [symbol, value] of [['D1', 0.4], ['D2', 1.3], ['F1', 0.2]] as const)
    second[film.model.parameters.findIndex((one) => one.symbol === symbol)] = value
  const [a, b] = [0, 8].map((from): Dosing => ({ route: 'sublingual', dose: 50, every: 8, from, until: from + 1 }))
  const times = [0.1, 1, 8.2, 8.5, 9, 12]
  const [of, apart] = [run(film, [a!, b!], times, [{ from: 0, values: first }, { from: 8, values: second }]), plain(film, [a!], times, first)]
  plain(film, [b!], times, second).forEach((value, i) => (apart[i]! += value))
  expect(worst(of, apart)).toBeLessThan(1e-12)
}) // prettier-ignore

it.each([
  ['no epoch', [], 'epochs: none'],
  ['a first epoch that begins after the first dose', [{ from: 1, values: values() }], 'epoch 1 from 1: expected 0 or earlier'],
  ['epochs that do not ascend', [0, 5, 5].map((from) => ({ from, values: values() })), 'epoch 3 from 5: expected later'],
  ['an epoch at no time', [0, NaN].map((from) => ({ from, values: values() })), 'epoch 2 from NaN: expected later'],
])('[RG6] %s is refused', (_, epochs, message) => {
  expect(() => run(tank, [one('bolus')], [1, 9], epochs)).toThrow(RangeError)
  expect(() => run(tank, [one('bolus')], [1, 9], epochs)).toThrow(message)
}) // prettier-ignore
