import { expect, it } from 'vitest'
import { integrate } from './integrate.ts'
import { SolverError, type SolverMethod, type SolverOptions, type OdeSystem } from './system.ts'

const refusal = (system: OdeSystem, start: number[], until: number, options: SolverOptions = {}): SolverError => {
  try {
    integrate(system, start, 0, [until], [], options)
  } catch (error) {
    if (error instanceof SolverError) return error
    throw error
  }
  throw new Error('an answer, where a refusal was due')
}
const one = (rate: (t: number, x: number) => number): OdeSystem => ({
  size: 1,
  rates: (t, x, out) => void (out[0] = rate(t, x[0]!)),
})
const methods: readonly SolverMethod[] = ['dormand-prince', 'rodas', 'auto']

it.each(methods)('[OS5] %s refuses what grows without bound, at the time it does', (method) => {
  // x' = x², x(0) = 1 is 1/(1 − t).
  const { code, time, message } = refusal(one((_, x) => x * x), [1], 2, { method }) // prettier-ignore
  expect(['step-too-small', 'not-finite']).toContain(code)
  expect(time).toBeGreaterThan(0.999)
  expect(time).toBeLessThan(1 + 1e-6)
  expect(message).toContain(`${time}`)
})

it.each(methods)('[OS5] %s refuses rates that are not a number, with the time', (method) => {
  expect(refusal(one(() => NaN), [1], 2, { method })).toMatchObject({ code: 'not-finite', time: 0 }) // prettier-ignore
  // √(1 − t) is real until 1 h.
  const late = refusal(one((t) => -Math.sqrt(1 - t)), [1], 2, { method }) // prettier-ignore
  expect(late.code).toBe('not-finite')
  expect(late.time).toBeGreaterThan(0.99)
  expect(late.time).toBeLessThanOrEqual(1)
  expect(late.statistics.rejected).toBeGreaterThan(0)
})

it('[OS5] NaN in one state is not hidden by the others', () => {
  const system: OdeSystem = {
    size: 3,
    rates(t, x, out) {
      out[0] = -x[0]!
      out[1] = t < 0.5 ? -x[1]! : NaN
      out[2] = -x[2]!
    },
  }
  for (const method of methods) {
    const { code, time } = refusal(system, [1, 1, 1], 2, { method })
    expect(code).toBe('not-finite')
    expect(Math.abs(time - 0.5), method).toBeLessThan(1e-6)
  }
})

it('[OS5] rates or a Jacobian that forget a place are refused, not filled with what was there before', () => {
  const forgetful: OdeSystem = { size: 2, rates: (_, x, out) => void (out[0] = -x[0]!) }
  for (const method of methods) expect(refusal(forgetful, [1, 1], 1, { method }).code, method).toBe('not-finite')
  const halfJacobian: OdeSystem = {
    size: 2,
    rates(_, x, out) {
      out[0] = -x[0]!
      out[1] = x[0]!
    },
    jacobian: (_, __, out) => out.set([-1, 0]),
  }
  expect(refusal(halfJacobian, [1, 1], 1, { method: 'rodas' }).code).toBe('not-finite')
})

it('[OS6] no step is longer than asked, so that a short change is not stepped over', () => {
  // A pulse of area 1 in a hundredth of an hour, of which the solver is not told.
  const pulse = one((t) => (t > 50 && t < 50.01 ? 100 : 0))
  const { states } = integrate(pulse, [0], 0, [100], [], { longestStep: 0.005, relative: 1e-6, absolute: 1e-6 })
  expect(states[0]).toBeCloseTo(1, 4)
})

it('[OS5] a step limit is a refusal that counts what was done', () => {
  const stiff = one((t, x) => -1e6 * (x - Math.cos(t)))
  const { code, time, statistics } = refusal(stiff, [0], 10, { method: 'dormand-prince', maxSteps: 500 })
  expect(code).toBe('too-many-steps')
  expect(time).toBeLessThan(10)
  expect(statistics.steps + statistics.rejected).toBe(500)
})

it.each([
  ['relative tolerance', { relative: 1e-14 }],
  ['relative tolerance', { relative: NaN }],
  ['absolute tolerance', { absolute: 0 }],
  ['absolute tolerances: 2', { absolute: [1, 1] }],
  ['maxSteps', { maxSteps: NaN }],
  ['longestStep', { longestStep: NaN }],
  ['restart', { restarts: [NaN] }],
] as const)('[OS5] refuses %s', (named, options) => {
  expect(() => integrate(one(() => 0), [1], 0, [1], [], options)).toThrow(named) // prettier-ignore
})

it.each([
  ['at -1', { at: -1, into: 0, amount: 1 }],
  ['amount NaN', { at: 1, into: 0, amount: NaN }],
  ['into 1', { at: 1, into: 1, amount: 1 }],
  ['duration -1', { at: 1, into: 0, amount: 1, duration: -1 }],
] as const)('[OS5] refuses a dose with %s', (named, dose) => {
  expect(() => integrate(one(() => 0), [1], 0, [2], [dose])).toThrow(named) // prettier-ignore
})

it('[OS5] refuses times that run backwards and a start that is not finite', () => {
  const still = one(() => 0)
  expect(() => integrate(still, [1], 0, [2, 1])).toThrow('time 1: expected 2 or later')
  expect(() => integrate(still, [1], 3, [2])).toThrow('time 2: expected 3 or later')
  expect(() => integrate(still, [NaN], 0, [2])).toThrow('state 0')
  expect(() => integrate(still, [1, 2], 0, [2])).toThrow('expected 1')
})
