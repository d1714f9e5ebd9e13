/** The way chosen by structure against the general one (dense matrix exponential, every step walked). */
import { expect, it } from 'vitest'
import { solve } from './propagate.ts'
import { randomCase, type Case } from './random-model.fixture.ts'
import { runs } from './runs.ts'
import { timeline } from './timeline.ts'

const FIRST_SEED = 20261122

/** Largest difference in units of the value, or of a 10⁻⁶th of the largest value of that output where it is smaller. */
function disagreement({ model, dosing, times }: Case): number {
  const along = timeline(model, dosing, 'racemic-ketamine', times)
  const width = model.outputs.length
  const [fast, general] = [new Float64Array(times.length * width), new Float64Array(times.length * width)]
  solve(model, along, model.typical('racemic-ketamine'), fast)
  solve(model, along, model.typical('racemic-ketamine'), general, 'general')
  let worst = 0
  for (let o = 0; o < width; o++) {
    const largest = general.reduce((most, value, i) => (i % width === o ? Math.max(most, value) : most), 0)
    if (largest === 0) continue
    for (let i = o; i < fast.length; i += width) {
      const error = Math.abs(fast[i]! - general[i]!) / Math.max(general[i]!, 1e-6 * largest)
      if (!(error <= worst)) worst = error
    }
  }
  return worst
}

it.each([
  ['blocks of up to three states', 3, 300],
  ['a block of up to six, which has no closed form', 6, 100],
])('[EN2] both ways agree to 1e-10: %s', (_, largest, count) => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + count; seed++)
    expect(disagreement(randomCase(seed, largest)), `seed ${seed}, largest block ${largest}`).toBeLessThan(1e-10)
})

it('[EN2] most of these timelines repeat themselves, so that the two ways differ', () => {
  const repeating = Array.from({ length: 300 }, (_, k) => {
    const { model, dosing, times } = randomCase(FIRST_SEED + k, 3)
    return runs(timeline(model, dosing, 'racemic-ketamine', times)).length > 0
  })
  expect(repeating.filter(Boolean).length).toBeGreaterThan(150)
})
