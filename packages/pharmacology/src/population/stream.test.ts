import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { kinetics } from '../composite.ts'
import type { LibraryCourse } from '../domain.ts'
import { modelOf } from '../models/library.ts'
import { simulate } from './simulate.ts'
import { SKETCH_ERROR, sketchMean, sketchQuantiles } from './sketch-answers.ts'
import { encodeSketches } from './sketch-bytes.ts'
import { mergeSketches, type Sketches } from './sketch.ts'
import { cellsOf, chunkLength, largestStream, stream, Stopped, type StreamOptions, type Study } from './stream.ts'

const courses: LibraryCourse[] = [
  { substance: 'racemic-ketamine', route: 'sublingual', dose: 25, every: 8, from: 0, until: 40 },
]
const study: Study = { model: kinetics, courses, times: [1, 2, 4, 8, 39], seed: 5 }
const run = (study: Study, options: StreamOptions): Sketches => {
  const steps = stream(study, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

it('[SI6] sketches of a stream are those of every patient simulated', () => {
  const n = 10_000
  const sketches = run(study, { n })
  const all = simulate(kinetics, courses, study.times, { n, seed: 5 })
  study.times.forEach((_, k) => {
    const sorted = Float64Array.from({ length: n }, (_, i) => all.values[all.place(i, k, 0)]!).sort()
    const mean = sorted.reduce((sum, value) => sum + value, 0) / n
    expect(Math.abs(sketchMean(sketches, 2 * k) / mean - 1)).toBeLessThan(1e-13)
    expect(Math.abs(sketchQuantiles(sketches, 2 * k, [0.5])[0]! / sorted[n / 2]! - 1)).toBeLessThan(SKETCH_ERROR)
  })
})

it('[SI3] shards of any size give the same bytes when merged, whatever the order', () => {
  const n = 12_345
  const whole = encodeSketches(run(study, { n }))
  for (const ends of [
    [8192, n],
    [16, 32, 9600, n],
    [6000, 6016, n],
  ]) {
    const shards = ends.map((end, k) => run(study, { n: end - (ends[k - 1] ?? 0), first: ends[k - 1] ?? 0 })).reverse()
    const [into, ...others] = shards
    for (const other of others) mergeSketches(into!, other)
    expect(encodeSketches(into!)).toEqual(whole)
  }
})

it('[SI6] doses of different substances add up in the same patient', () => {
  const both: LibraryCourse[] = [...courses, { ...courses[0]!, substance: 'esketamine', route: 'oral', dose: 40 }]
  const mean = (courses: readonly LibraryCourse[]) => sketchMean(run({ ...study, courses }, { n: 160 }), 4)
  expect(mean(both)).toBeCloseTo(mean([both[0]!]) + mean([both[1]!]), 10)
  const variance = (courses: readonly LibraryCourse[]) =>
    sketchQuantiles(run({ ...study, courses }, { n: 160 }), 4, [0.95])
  expect(variance([both[0]!, both[0]!])[0]! / (2 * variance([both[0]!])[0]!)).toBeCloseTo(1, 12)
})

it('[SI6] weight and interacting drugs are those of everyone in the study', () => {
  const mean = (person: Study['person']) => sketchMean(run({ ...study, ...(person ? { person } : {}) }, { n: 320 }), 8)
  expect(mean({ weight: 140, interactions: [] })).toBeLessThan(mean(undefined))
  expect(mean({ interactions: ['clarithromycin'] })).toBeGreaterThan(mean({ interactions: [] }))
})

it('[SI6] an interaction begun and stopped on the way acts between, in the same people', () => {
  const mean = (more: Partial<Study>) => {
    const sketches = run({ ...study, ...more }, { n: 48 })
    return study.times.map((_, k) => sketchMean(sketches, 2 * k))
  }
  const [without, always] = [mean({}), mean({ person: { interactions: ['clarithromycin'] } })]
  const period = (from: number, until: number) => mean({ periods: [{ name: 'clarithromycin', from, until }] })
  const close = (a: readonly number[], b: readonly number[]) =>
    a.forEach((value, k) => expect(Math.abs(value / b[k]! - 1)).toBeLessThan(1e-10))
  close(period(0, Infinity), always)
  close(period(39.5, 60), without)
  const late = period(8, Infinity)
  close(late.slice(0, 4), without.slice(0, 4))
  expect(late[4]! / without[4]!).toBeGreaterThan(1.2)
  expect(period(0, 8)[4]! / always[4]!).toBeLessThan(0.95)
  expect(refusal(() => period(4, 4))).toContain('until 4')
})

it('[SI6] not knowing the typical values widens the spread, and assays widen it again', () => {
  const ratio = (study: Study) => {
    const [low, high] = sketchQuantiles(run({ ...study, times: [4] }, { n: 4000 }), 0, [0.05, 0.95])
    return high! / low!
  }
  expect(ratio({ ...study, uncertain: true })).toBeGreaterThan(1.1 * ratio(study))
  const oral: Study = {
    ...study,
    model: compile(modelOf('perez-ruixo-2021')),
    courses: [{ ...courses[0]!, substance: 'esketamine', route: 'oral' }],
  }
  expect(ratio({ ...oral, observed: true })).toBeGreaterThan(1.02 * ratio(oral))
})

it('[SI3] with epochs, occasions, uncertainty and assays too, shards are the whole', () => {
  const all: Study = {
    ...study,
    model: compile(modelOf('simons-2022')),
    courses: [{ ...courses[0]!, substance: 'esketamine' }],
    occasions: 'dose',
    uncertain: true,
    observed: true,
  }
  const shards = [run(all, { n: 32 }), run(all, { n: 20, first: 32 })]
  mergeSketches(shards[0]!, shards[1]!)
  expect(encodeSketches(shards[0]!)).toEqual(encodeSketches(run(all, { n: 52 })))
})

it('[SI7] it says how far it is, and stops when told', () => {
  const n = 3 * chunkLength(cellsOf(study))
  const stop = { aborted: false }
  const steps = stream(study, { n, stop })
  expect(steps.next()).toEqual({ done: false, value: { done: n / 3, of: n } })
  stop.aborted = true
  expect(() => steps.next()).toThrow(Stopped)
})

it('[SI8] what may not fit is refused before it is begun, and the refusal says what would fit', () => {
  const times = Array.from({ length: 5000 }, (_, k) => k + 1)
  const big = { ...study, times }
  expect(() => stream(big, { n: 1e6, ceiling: 1e8 }).next()).toThrow(
    /10000 output times × outputs: .* at most 100 MB, which about \d+ fit/,
  )
  const fits = Number(/about (\d+) fit/.exec(String(refusal(() => stream(big, { n: 1, ceiling: 1e8 }).next())))![1])
  expect(largestStream(fits)).toBeLessThanOrEqual(1e8)
  expect(largestStream(fits)).toBeGreaterThan(0.9e8)
})

it('[SI8] the bins of a million need no more than those of a thousand can', () => {
  const sketches = run(study, { n: 40_000 })
  expect(sketches.bytes).toBeLessThan(largestStream(cellsOf(study)) / 3)
})

it.each([
  [{ n: 0 }, 'n 0'],
  [{ n: 1.5 }, 'n 1.5'],
  [{ n: NaN }, 'n NaN'],
  [{ n: 2 ** 31 }, 'n 2147483648'],
  [{ n: 16, first: 8 }, 'first 8: expected a multiple of 16'],
  [{ n: 16, first: -16 }, 'first -16'],
])('[SI9] %j is refused', (options, message) => {
  expect(refusal(() => stream(study, options).next())).toContain(message)
})

it('[SI9] a study without courses is refused', () => {
  expect(refusal(() => stream({ ...study, courses: [] }, { n: 16 }).next())).toContain('courses: none')
})

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
  return 'not refused'
}

it.each<[string, Partial<Study>, string]>([
  [
    'the racemate in a model of S-ketamine',
    { model: compile(modelOf('simons-2022')) },
    'substance racemic-ketamine: expected esketamine',
  ],
  ['a weight of 0', { person: { weight: 0, interactions: [] } }, 'weight 0: expected kg'],
  ['a weight that is no number', { person: { weight: NaN, interactions: [] } }, 'weight NaN'],
  ['an age of 500', { person: { age: 500, interactions: [] } }, 'age 500'],
  ['occasions of another kind', { occasions: 'week' as 'day' }, 'occasions week: expected dose or day'],
])('[SI9] %s is refused, not simulated as something else', (_, change, message) => {
  expect(() => run({ ...study, ...change }, { n: 16 })).toThrow(RangeError)
  expect(() => run({ ...study, ...change }, { n: 16 })).toThrow(message)
})

it.each([NaN, -0.01, 1.01])('[SI1] a quantile at level %f is refused', (level) => {
  expect(() => sketchQuantiles(run(study, { n: 16 }), 0, [level])).toThrow(RangeError)
})
