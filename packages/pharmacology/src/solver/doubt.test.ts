import { expect, it } from 'vitest'
import { integrateWithDoubt } from './doubt.ts'
import type { OdeSystem, SolverMethod } from './system.ts'

/** x'' = −x + sin 2t from (1, 0) has x = cos t + (2 sin t − sin 2t)/3. */
const driven: OdeSystem = {
  size: 2,
  rates(t, x, out) {
    out[0] = x[1]!
    out[1] = -x[0]! + Math.sin(2 * t)
  },
}
const truth = (t: number) => [
  Math.cos(t) + (2 * Math.sin(t) - Math.sin(2 * t)) / 3,
  -Math.sin(t) + (2 * Math.cos(t) - 2 * Math.cos(2 * t)) / 3,
]
/** Doubles every 0.7 h: errors grow with it. */
const growing: OdeSystem = { size: 1, rates: (_, x, out) => void (out[0] = x[0]!) }

it.each(['dormand-prince', 'rodas', 'auto'] as const)('[OS8] %s: the doubt is more than the error and not much more than the tolerance', (method: SolverMethod) => {
  for (const relative of [1e-4, 1e-6, 1e-8, 1e-10]) {
    const options = { method, relative, absolute: relative }
    const times = [0.4, 3, 11, 40]
    const { states, doubt } = integrateWithDoubt(driven, [1, 0], 0, times, [], options)
    times.forEach((t, k) =>
      truth(t).forEach((value, i) =>
        expect(Math.abs(states[2 * k + i]! - value) / Math.max(1, Math.abs(value)), `${relative}, ${t} h`).toBeLessThan(doubt),
      ),
    )
    expect(doubt).toBeLessThan(1000 * relative)
    const growth = integrateWithDoubt(growing, [1], 0, [20], [], options)
    expect(Math.abs(growth.states[0]! / Math.exp(20) - 1)).toBeLessThan(growth.doubt)
  }
}) // prettier-ignore

it('[OS8] an answer that rests on chance has a doubt that says so', () => {
  // Lorenz's equations forget where they began: after 40 time units no tolerance here holds.
  const lorenz: OdeSystem = {
    size: 3,
    rates(_, x, out) {
      out[0] = 10 * (x[1]! - x[0]!)
      out[1] = x[0]! * (28 - x[2]!) - x[1]!
      out[2] = x[0]! * x[1]! - (8 / 3) * x[2]!
    },
  }
  const at = (time: number) => integrateWithDoubt(lorenz, [1, 1, 1], 0, [time], [], { relative: 1e-9 }).doubt
  expect(at(1)).toBeLessThan(1e-7)
  expect(at(60)).toBeGreaterThan(0.1)
})
