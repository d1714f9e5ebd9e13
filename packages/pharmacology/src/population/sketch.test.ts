import { expect, it } from 'vitest'
import { uniforms } from './random.ts'
import { encodeSketches, decodeSketches } from './sketch-bytes.ts'
import { readyToMove } from './sketch-transfer.ts'
import { SKETCH_ERROR, sketchMean, sketchQuantiles } from './sketch-answers.ts'
import {
  addNumbers,
  emptySketches,
  GROUP,
  LARGEST_SKETCH,
  mergeSketches,
  SKETCH_RANGE,
  type Sketches,
} from './sketch.ts'

const seed = 31
const LEVELS = [0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1]
const draw = (n: number, of: (u: number, i: number) => number, stream = 0): number[] => {
  const u = new Float64Array(n)
  uniforms(seed, n, stream, u)
  return [...u].map(of)
}
/** One column of numbers as `addNumbers` wants it. */
const add = (sketches: Sketches, numbers: readonly number[]): Sketches => {
  const values = new Float64Array(Math.ceil(numbers.length / GROUP) * GROUP)
  values.set(numbers)
  addNumbers(sketches, values, numbers.length)
  return sketches
}
const of = (numbers: readonly number[]): Sketches => add(emptySketches(1), numbers)
/** Type 7 on a sorted copy: slow and plain. */
const exact = (numbers: readonly number[], level: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const place = level * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
  return low + (place - Math.floor(place)) * (high - low)
}

const kinds: Readonly<Record<string, (u: number, i: number) => number>> = {
  uniform: (u) => u,
  'log-normal, wide': (u) => Math.exp(20 * (u - 0.5)),
  'all alike': () => 0.3,
  'at the edges of bins': (u) =>
    2 ** Math.floor(9 * u) * (1 + Math.floor(u * 1e6) / 256 - Math.floor(Math.floor(u * 1e6) / 256)),
  'half of them zero': (u) => Math.max(0, u - 0.5),
  'on both sides of zero': (u) => Math.exp(12 * u) - 400,
  'two heaps': (u) => (u < 0.5 ? 1e-7 : 1e7),
}
it.each(Object.entries(kinds))(
  `[SI1] quantiles of a sketch are within the error stated: %s (seed ${seed})`,
  (_, kind) => {
    for (const n of [1, 2, 15, 16, 17, 1000, 20_001]) {
      const numbers = draw(n, kind)
      const found = sketchQuantiles(of(numbers), 0, LEVELS)
      LEVELS.forEach((level, k) => {
        const place = level * (n - 1)
        const sorted = [...numbers].sort((a, b) => a - b)
        // Interpolated between two order statistics, each within the error: so is what lies between, relative to the larger.
        const size = Math.max(Math.abs(sorted[Math.floor(place)]!), Math.abs(sorted[Math.ceil(place)]!))
        expect(Math.abs(found[k]! - exact(numbers, level)), `n ${n}, level ${level}`).toBeLessThanOrEqual(
          SKETCH_ERROR * size,
        )
      })
    }
  },
)

it(`[SI1] of many numbers a quantile is far nearer than the error stated (seed ${seed})`, () => {
  const numbers = draw(200_000, (u) => Math.exp(4 * u + 2))
  for (const level of [0.05, 0.5, 0.95])
    expect(Math.abs(sketchQuantiles(of(numbers), 0, [level])[0]! / exact(numbers, level) - 1)).toBeLessThan(3e-4)
})

it('[SI2] means are exact to rounding, however far apart the numbers are', () => {
  const numbers = draw(50_000, (u) => Math.exp(30 * (u - 0.4)))
  const scaled = numbers.reduce((sum, value) => sum + BigInt(Math.round(value * 2 ** 40)), 0n)
  expect(Math.abs(sketchMean(of(numbers), 0) / (Number(scaled) / 2 ** 40 / 50_000) - 1)).toBeLessThan(3e-15)
})

it(`[SI3] any cut, any order, the same bytes (seed ${seed})`, () => {
  const numbers = draw(16 * 997 + 5, (u, i) => (i % 50 === 0 ? 0 : i % 77 === 0 ? -u : Math.exp(30 * u - 8)))
  const whole = encodeSketches(of(numbers))
  for (const cuts of [[16], [160, 4800], [16, 32, 48, 12_000, 15_984]]) {
    const ends = [...cuts, numbers.length]
    const parts = ends.map((end, k) => of(numbers.slice(ends[k - 1] ?? 0, end)))
    for (const order of [parts, [...parts].reverse()]) {
      const into = emptySketches(1)
      for (const part of order) mergeSketches(into, decodeSketches(encodeSketches(part)))
      expect(encodeSketches(into)).toEqual(whole)
    }
    const inTwos = parts.reduceRight((sum, part) => (mergeSketches(part, sum), part))
    expect(encodeSketches(inTwos)).toEqual(whole)
  }
  const grown = emptySketches(1)
  ;[...numbers.keys()].filter((i) => i % 16 === 0).forEach((i) => add(grown, numbers.slice(i, i + 16)))
  expect(encodeSketches(grown)).toEqual(whole)
})

/** What `postMessage` does; the language's own types know nothing of it. */
const { structuredClone: move } = globalThis as unknown as {
  readonly structuredClone: <T>(value: T, options: { readonly transfer: readonly ArrayBuffer[] }) => T
}
it(`[SI3] sketches moved to another thread have the bytes they had (seed ${seed})`, () => {
  const numbers = draw(1000, (u, i) => (i % 7 === 0 ? -u : Math.exp(30 * u - 8)))
  const sketches = add(emptySketches(1), numbers)
  const memory = readyToMove(sketches)
  const moved = move(sketches, { transfer: memory })
  expect(memory.every(({ byteLength }) => byteLength === 0)).toBe(true)
  expect(encodeSketches(moved)).toEqual(encodeSketches(of(numbers)))
  const none = emptySketches(3)
  expect(move(none, { transfer: readyToMove(none) })).toEqual(none)
})

it('[SI4] zero, NaN and what lies beyond the range are counted apart, and seen', () => {
  const [low, high] = SKETCH_RANGE
  const odd = of([0, -0, low / 2, 1, 2, high, Infinity, -Infinity, 3])
  expect([odd.zero[0], odd.above[0], odd.below[0], odd.nan[0], odd.count]).toEqual([3, 2, 1, 0, 9])
  expect(sketchMean(odd, 0)).toBeNaN()
  const quantiles = sketchQuantiles(odd, 0, [0, 0.25, 1])
  expect(quantiles).toEqual([-Infinity, 0, Infinity])
  const bad = of([1, NaN, 2])
  expect(bad.nan[0]).toBe(1)
  expect(sketchQuantiles(bad, 0, [0, 0.5])).toEqual([NaN, NaN])
  expect(sketchMean(bad, 0)).toBeNaN()
  expect(sketchQuantiles(emptySketches(1), 0, [0.5])).toEqual([NaN])
})

it('[SI4] bins never take more than is stated', () => {
  const [low, high] = SKETCH_RANGE
  const full = of([low, high * (1 - Number.EPSILON), 1])
  expect(full.bytes).toBeLessThanOrEqual(LARGEST_SKETCH)
  expect(sketchQuantiles(full, 0, [1])[0]! / high - 1).toBeGreaterThan(-SKETCH_ERROR)
})

it.each([
  ['cut short', (bytes: Uint8Array) => bytes.slice(0, -1)],
  ['too long', (bytes: Uint8Array) => Uint8Array.of(...bytes, 0)],
  ['empty', () => new Uint8Array(0)],
  ['of another number of numbers', (bytes: Uint8Array) => bytes.with(1, bytes[1]! + 1)],
  [
    'with counts that do not add up',
    (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length - 1 ? byte + 1 : byte)),
  ],
])('[SI5] bytes that are %s are refused', (_, damage) => {
  const bytes = encodeSketches(of([1, 2, 3, 4]))
  expect(() => decodeSketches(damage(bytes))).toThrow(RangeError)
})
