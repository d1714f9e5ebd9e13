/** Populations whose parameters change, from occasion to occasion or with what begins and stops. */
import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { kinetics } from '../composite.ts'
import { ketamineComposite } from '../models/ketamine-composite.ts'
import { simons2022 } from '../models/simons-2022.ts'
import { overTime } from '../solve/epochs.ts'
import type { Dosing } from '../solve/timeline.ts'
import { deviates, individual, typicalValues } from './individual.ts'
import { occasionTimes, putOccasion } from './occasions.ts'
import { patientEpochs } from './over-time.ts'
import { personEpochs } from './person-epochs.ts'
import { simulate, type Simulated } from './simulate.ts'

const film = compile(simons2022)
const films: Dosing[] = [{ route: 'sublingual', dose: 50, every: 24, from: 0, until: 90 }]
const hours = [0.3, 1, 3, 24.3, 25, 27, 60]
const all = ({ n, times, place, values }: Simulated, outputs: number): number[] =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: times * outputs }, (__, k) => values[place(i, Math.floor(k / outputs), k % outputs)]!),
  ).flat()
const close = (found: readonly number[], expected: readonly number[], tolerance = 1e-10) => {
  const floor = 1e-9 * Math.max(...expected)
  found.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(tolerance * expected[k]! + floor * tolerance))
} // prettier-ignore

it('[RG11] occasions are drawn with the variances of the model, independently, and only where asked for', () => {
  const [count, index] = [4000, film.model.parameters.findIndex(({ symbol }) => symbol === 'D2')]
  const typical = film.typical('esketamine')
  const kappa = (patient: number, occasion: number): number => {
    const values = typical.slice()
    putOccasion(film, 3, patient, occasion, values)
    return Math.log(values[index]! / typical[index]!)
  }
  const pairs = Array.from({ length: count }, (_, i) => [kappa(i, 0), kappa(i, 1)] as const)
  const mean = (of: (pair: readonly [number, number]) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / count
  expect(Math.abs(mean(([a]) => a))).toBeLessThan(4 * Math.sqrt(0.611 / count))
  expect(Math.abs(mean(([a]) => a * a) / 0.611 - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
  expect(Math.abs(mean(([a, b]) => a * b) / 0.611)).toBeLessThan(4 / Math.sqrt(count))
  // MTTN and CLH1 have both, between patients and between occasions.
  const name = (one: { readonly index: number }) => film.model.parameters[one.index]!.symbol
  expect(film.occasional.map(name)).toEqual(['F1', 'D1', 'KA1', 'F2', 'D2', 'KA2', 'MTTG', 'MTTN', 'VH2', 'CLH1'])
}) // prettier-ignore

it('[RG11] what differs between patients does not move when occasions are drawn', () => {
  const changes = [{ from: 0, typical: film.typical('esketamine') }]
  const [still, moved] = [[], [0, 24]].map((occasions) => patientEpochs(film, 5, changes, occasions)(7))
  const own = new Float64Array(film.model.parameters.length)
  individual(film, film.typical('esketamine'), deviates(film, 5, 7), own)
  expect(still!.map(({ from, values }) => [from, ...values])).toEqual([[0, ...own]])
  expect(moved).toHaveLength(2)
  const changing = new Set(film.occasional.map(({ index }) => index))
  own.forEach((value, index) => {
    const [a, b] = moved!.map(({ values }) => values[index])
    if (changing.has(index)) expect(new Set([value, a, b]).size).toBe(3)
    else expect([a, b]).toEqual([value, value])
  })
})

it('[RG11] simulate draws occasions: each film has its own absorption, the same whatever else is asked', () => {
  const occasions = occasionTimes(films, 'dose', 90)
  expect(occasions).toEqual([0, 24, 48, 72])
  const options = { seed: 9, substance: 'esketamine', occasions } as const
  const population = simulate(film, films, hours, { n: 20, ...options })
  const shard = simulate(film, films, hours, { n: 3, first: 5, ...options })
  expect(all(shard, 6)).toEqual(all(population, 6).slice(5 * 42, 8 * 42))
  const one = new Float64Array(42)
  const changes = [{ from: 0, typical: film.typical('esketamine') }]
  overTime(film, films, hours)(patientEpochs(film, 9, changes, occasions)(6), one)
  expect(all(shard, 6).slice(42, 84)).toEqual([...one])
  // Without occasions a person's second film repeats the first; with them it does not.
  const repeated = (simulated: Simulated) =>
    Array.from({ length: 20 }, (_, i) => Math.abs(Math.log(simulated.values[simulated.place(i, 3, 0)]! / simulated.values[simulated.place(i, 0, 0)]!))) // prettier-ignore
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(repeated(simulate(film, films, hours, { n: 20, seed: 9, substance: 'esketamine' })))).toBeLessThan(0.02)
  expect(mean(repeated(population))).toBeGreaterThan(0.2)
}) // prettier-ignore

it('[RG11] occasions begin with each dose or each day, and must ascend', () => {
  const twice: Dosing[] = [...films, { route: 'iv', dose: 20, every: 12, from: 24, until: 40 }]
  expect(occasionTimes(twice, 'dose', 60)).toEqual([0, 24, 36, 48])
  expect(occasionTimes(twice, 'day', 60)).toEqual([0, 24, 48])
  const options = { n: 1, seed: 1, substance: 'esketamine' } as const
  expect(() => simulate(film, films, hours, { ...options, occasions: [0, 24, 24] })).toThrow('occasion 3 at 24')
  expect(() => simulate(film, films, hours, { ...options, occasions: [-1] })).toThrow('occasion 1 at -1')
})

it('[RG12] [RG16] typical values may change in time, for everyone or for each patient', () => {
  const course: Dosing[] = [{ route: 'sublingual', dose: 25, every: 8, from: 0, until: 70 }]
  const of = (weight: number, interactions: readonly 'clarithromycin'[] = []) =>
    typicalValues(kinetics, 'racemic-ketamine', { weight, interactions })
  const times = [1, 9, 25, 49, 60]
  const options = { n: 20, seed: 4 }
  const plain = simulate(kinetics, course, times, { ...options, typical: of(80) })
  const still = simulate(kinetics, course, times, { ...options, epochs: [0, 30].map((from) => ({ from, typical: of(80) })) })
  close(all(still, 2), all(plain, 2))
  const begun = simulate(kinetics, course, times, { ...options, epochs: [{ from: 0, typical: of(80) }, { from: 24, typical: of(80, ['clarithromycin']) }] })
  const [before, after] = [all(plain, 2), all(begun, 2)]
  before.forEach((value, k) => {
    if (k % 10 < 4) close([after[k]!], [value])
    else if (k % 2 === 0) expect(after[k]! / value).toBeGreaterThan(1.1)
  })
  // Typical values of each patient's own go the way of one at a time.
  const alone = simulate(kinetics, course, times, { ...options, epochs: [{ from: 0, typical: () => of(80) }, { from: 24, typical: of(80, ['clarithromycin']) }] })
  close(after, all(alone, 2))
  const shard = simulate(kinetics, course, times, { n: 2, first: 17, seed: 4, epochs: [{ from: 0, typical: of(80) }, { from: 24, typical: of(80, ['clarithromycin']) }] })
  expect(all(shard, 2)).toEqual(after.slice(17 * 10, 19 * 10))
  const each = simulate(kinetics, course, times, { ...options, typical: (patient) => of(60 + patient) })
  close(all(each, 2).slice(50, 60), all(simulate(kinetics, course, times, { n: 1, first: 5, seed: 4, typical: of(65) }), 2))
  expect(() => simulate(kinetics, course, times, { ...options, typical: of(80), epochs: [] })).toThrow('expected one of them')
}) // prettier-ignore

it('[RG9] a model whose lag differs between patients is simulated, each on a timeline of his or her own', () => {
  const own = compile({ ...ketamineComposite, routes: { oral: [{ into: 'Agut', fraction: '1', lag: '0.5/ka' }] } })
  const course: Dosing[] = [{ route: 'oral', dose: 25, every: 8, from: 0, until: 20 }]
  const times = [0.25, 0.4, 1, 9]
  const found = simulate(own, course, times, { n: 30, seed: 2 })
  const begun = Array.from({ length: 30 }, (_, i) => found.values[found.place(i, 1, 0)]! > 0)
  expect(new Set(begun)).toEqual(new Set([true, false]))
  const ka = own.model.parameters.findIndex(({ symbol }) => symbol === 'ka')
  const values = own.typical('racemic-ketamine')
  begun.forEach((yes, i) => {
    individual(own, own.typical('racemic-ketamine'), deviates(own, 2, i), values)
    expect(yes).toBe(0.5 / values[ka]! < 0.4)
  })
})

it('[RG8] a reset empties everyone, side by side and one by one, and an occasion is none', () => {
  const typical = film.typical('esketamine')
  const epochs = [{ from: 0, typical }, { from: 10, typical, reset: true as const }]
  const options = { n: 3, seed: 9, substance: 'esketamine' } as const
  for (const change of [{ epochs }, { epochs, occasions: [0, 24.5] }]) {
    const found = simulate(film, films, [9, 11, 13, 23, 25], { ...options, ...change })
    expect([1, 2, 3].map((k) => found.values[found.place(2, k, 0)])).toEqual([0, 0, 0])
    for (const k of [0, 4]) expect(found.values[found.place(2, k, 0)]).toBeGreaterThan(1)
  }
}) // prettier-ignore

it('[RG17] what changes in a life becomes typical values: what is left out stays, an empty list stops', () => {
  const epochs = personEpochs(kinetics, 'racemic-ketamine', [
    { from: 0, weight: 80 },
    { from: 24, interactions: ['clarithromycin', 'clarithromycin'] },
    { from: 48, weight: 60 },
    { from: 72, interactions: [], reset: true },
  ])
  const of = (weight: number, interactions: readonly 'clarithromycin'[]) =>
    typicalValues(kinetics, 'racemic-ketamine', { weight, interactions })
  const taken = ['clarithromycin'] as const
  expect(epochs).toEqual([
    { from: 0, typical: of(80, []) },
    { from: 24, typical: of(80, taken) },
    { from: 48, typical: of(60, taken) },
    { from: 72, typical: of(60, []), reset: true },
  ])
  const changed = (change: object) => () => personEpochs(kinetics, 'racemic-ketamine', [{ from: 0, ...change }])
  expect(changed({ weight: 0 })).toThrow('weight 0: expected kg')
  expect(changed({ interactions: ['aspirin'] })).toThrow('interaction aspirin')
})
