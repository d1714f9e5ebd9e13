import { expect, it } from 'vitest'
import { kinetics } from '../composite.ts'
import type { Dosing } from '../solve/timeline.ts'
import { simulate, type Simulated } from './simulate.ts'

const dosing: Dosing[] = [{ route: 'sublingual', dose: 25, every: 8, from: 0, until: 200 }]
const times = Array.from({ length: 240 }, (_, k) => k + 1)
const cells = (population: Simulated, patients: readonly number[]): number[] =>
  patients.flatMap((i) => times.flatMap((_, k) => [0, 1].map((o) => population.values[population.place(i, k, o)]!)))
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

it.each([
  [23, 11],
  [0, 1],
  [16, 16],
  [39, 1],
])('[EN4] virtual patients from %i on, %i of them, are bit for bit the same as among all', (first, n) => {
  const all = simulate(kinetics, dosing, times, { n: 40, seed: 5 })
  const shard = simulate(kinetics, dosing, times, { n, first, seed: 5 })
  expect(cells(shard, range(0, n))).toEqual(cells(all, range(first, first + n)))
})

it('[EN4] the way chosen by structure and the general one agree to 1e-10', () => {
  const [fast, general] = (['by-structure', 'general'] as const).map((method) =>
    cells(simulate(kinetics, dosing, times, { n: 40, seed: 5, method }), range(0, 40)),
  )
  general!.forEach((value, i) => expect(Math.abs(fast![i]! / value - 1)).toBeLessThan(1e-10))
})

it('[EN4] numbers may be written where others were', () => {
  const into = new Float64Array(48 * times.length * 2).fill(7)
  const fresh = simulate(kinetics, dosing, times, { n: 17, seed: 5 })
  const used = simulate(kinetics, dosing, times, { n: 17, seed: 5, into })
  expect(used.values).toBe(into)
  expect(cells(used, range(0, 17))).toEqual(cells(fresh, range(0, 17)))
})

it.each([
  [{ n: 0, seed: 1 }, 'n × output times × outputs 0'],
  [{ n: 1.5, seed: 1 }, 'n 1.5'],
  [{ n: 1, seed: NaN }, 'seed NaN'],
  [{ n: 1, seed: 1, first: -1 }, 'first -1'],
  [{ n: 1e7, seed: 1 }, 'simulate in shards'],
])('[EN4] %j is refused', (options, message) => {
  expect(() => simulate(kinetics, dosing, times, options)).toThrow(RangeError)
  expect(() => simulate(kinetics, dosing, times, options)).toThrow(message)
})

it.each([
  [{ dose: NaN }, 'course 1: dose NaN'],
  [{ dose: -1 }, 'course 1: dose -1'],
  [{ every: 0 }, 'course 1: every 0'],
  [{ until: -1 }, 'course 1: until -1: expected later than from (0)'],
  [{ infusion: -2 }, 'course 1: infusion -2'],
  [{ route: 'nasal' }, 'route nasal'],
  [{ every: 1e-9 }, 'course 1: every 1e-9: 200000000000 doses, expected at most 1000000'],
  [{ route: 'oral', infusion: 1 }, 'course 1: infusion 1: route oral is not infused, expected none'],
  [{ substance: 'esketamine' }, 'course 1: substance esketamine: simulated as racemic-ketamine'],
  [{ formulation: 'capsule' }, 'course 1: capsule: not read here, expected dosingOf(course)'],
])('[EN4] a course with %j is refused', (change, message) => {
  const course = { ...dosing[0]!, ...change }
  expect(() => simulate(kinetics, [course], times, { n: 1, seed: 1 })).toThrow(RangeError)
  expect(() => simulate(kinetics, [course], times, { n: 1, seed: 1 })).toThrow(message)
})
