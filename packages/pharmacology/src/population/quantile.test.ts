import { expect, it } from 'vitest'
import { LEVELS, quantiles } from './quantile.ts'
import { uniforms } from './random.ts'

/** Type 7 on a sorted copy: slow and plain. */
const bySorting = (sample: Float64Array): number[] => {
  const sorted = Float64Array.from(sample).sort()
  return LEVELS.map((level) => {
    const place = level * (sorted.length - 1)
    const low = Math.floor(place)
    return sorted[low]! + (place - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!)
  })
}

it('[POP7] quantiles found by selection are those of the sorted sample, for every size', () => {
  for (let n = 1; n <= 300; n++) {
    const sample = new Float64Array(n)
    uniforms(7, n, 0, sample)
    // Ties, as in a sample of zeros before the first dose.
    if (n % 3 === 0) sample.forEach((value, i) => (sample[i] = Math.round(value * 4)))
    expect(quantiles(Float64Array.from(sample)), `n = ${n}`).toEqual(bySorting(sample))
  }
})

it('[POP7] a NaN in the sample is not sorted out of sight', () => {
  expect(quantiles(Float64Array.of(1, NaN, 2))).toEqual([NaN, NaN, NaN, NaN, NaN])
})

it('[POP7] quantiles found by counting are those of the sorted sample, whatever the numbers', () => {
  const kinds: Readonly<Record<string, (u: number, i: number) => number>> = {
    uniform: (u) => u,
    'log-normal, wide': (u) => Math.exp(20 * (u - 0.5)),
    tiny: (u) => u * 1e-300,
    denormal: (u) => Math.floor(u * 9) * 5e-324,
    'all alike': () => 0.3,
    zeros: () => 0,
    'alike but for the last digits': (u) => 1 + Math.floor(u * 50) * Number.EPSILON,
    ascending: (_, i) => i,
    'two heaps': (u) => (u < 0.5 ? 1e-9 : 1e9),
    'with negative numbers': (u) => u - 0.2,
    'with endless ones': (u) => (u > 0.9 ? Infinity : u),
    'minus zero': (u) => (u < 0.3 ? -0 : u),
  }
  for (const [kind, of] of Object.entries(kinds))
    for (const n of [15, 16, 96, 127, 1000, 1001, 4096]) {
      const sample = new Float64Array(n)
      uniforms(11, n, 0, sample)
      sample.forEach((u, i) => (sample[i] = of(u, i)))
      expect(quantiles(Float64Array.from(sample)).map(plain), `${kind}, n = ${n}`).toEqual(bySorting(sample).map(plain))
    }
})

/** 0 for −0; what lies between an endless number and itself is not asked. */
const plain = (value: number): number | string => (Number.isFinite(value) ? value + 0 : 'endless')

it('[POP7] a NaN in a large sample is not sorted out of sight', () => {
  const sample = new Float64Array(1000).fill(1)
  sample[700] = NaN
  expect(quantiles(sample)).toEqual([NaN, NaN, NaN, NaN, NaN])
})
