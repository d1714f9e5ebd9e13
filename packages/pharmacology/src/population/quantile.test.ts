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
