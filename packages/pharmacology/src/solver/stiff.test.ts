/**
 * Reference values: F. Mazzia and C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4, University of Bari 2008
 * (problems ROBER at 1e11 and VDPOLM, μ = 1000, at 2000); found there with three solvers at tolerance 1e-18 and printed to 16 digits.
 */
import { expect, it } from 'vitest'
import { integrate } from './integrate.ts'
import type { OdeSystem } from './system.ts'

const robertson: OdeSystem = {
  size: 3,
  rates(_, x, out) {
    const [slow, middle, fast] = [0.04 * x[0]!, 1e4 * x[1]! * x[2]!, 3e7 * x[1]! ** 2]
    out[0] = middle - slow
    out[1] = slow - middle - fast
    out[2] = fast
  },
}
const withJacobian: OdeSystem = {
  ...robertson,
  jacobian(_, x, out) {
    out.set([-0.04, 1e4 * x[2]!, 1e4 * x[1]!, 0.04, -1e4 * x[2]! - 6e7 * x[1]!, -1e4 * x[1]!, 0, 6e7 * x[1]!, 0])
  },
}
const vanDerPol: OdeSystem = {
  size: 2,
  rates(_, x, out) {
    out[0] = x[1]!
    out[1] = 1000 * (1 - x[0]! ** 2) * x[1]! - x[0]!
  },
}

it.each([
  ['rodas', 1e-6, 1e-4, robertson],
  ['rodas', 1e-8, 2e-6, robertson],
  ['rodas', 1e-8, 2e-6, withJacobian],
  ['auto', 1e-8, 2e-6, robertson],
] as const)('[OS3] Robertson’s reaction at 1e11 with %s at %f', (method, relative, within, system) => {
  const absolute = [1e-4, 1e-10, 1e-4].map((part) => part * relative)
  const { states } = integrate(system, [1, 0, 0], 0, [1e11], [], { method, relative, absolute })
  const reference = [0.2083340149701255e-7, 0.8333360770334713e-13, 0.999999979166505]
  reference.forEach((value, i) => expect(Math.abs(states[i]! / value - 1), `state ${i}`).toBeLessThan(within))
})

it.each([
  ['rodas', 1e-6, 1e-5],
  ['rodas', 1e-8, 1e-7],
  ['auto', 1e-8, 1e-7],
] as const)('[OS3] van der Pol’s oscillator, μ = 1000, with %s at %f', (method, tolerance, within) => {
  const { states } = integrate(vanDerPol, [2, 0], 0, [2000], [], { method, relative: tolerance, absolute: tolerance })
  const reference = [1.706167732170469, -0.8928097010248125e-3]
  reference.forEach((value, i) => expect(Math.abs(states[i]! / value - 1), `state ${i}`).toBeLessThan(within))
})

it('[OS3] auto turns to the stiff method only where stiffness is, and back', () => {
  const solve = (method: 'auto' | 'rodas', system: OdeSystem, start: number[], until: number) =>
    integrate(system, start, 0, [until], [], { method, relative: 1e-6, absolute: 1e-6 }).statistics
  const auto = solve('auto', vanDerPol, [2, 0], 2000)
  expect(auto.switches).toBeGreaterThanOrEqual(3)
  expect(auto.stiffSteps).toBeGreaterThan(0)
  expect(auto.stiffSteps).toBeLessThan(auto.steps)
  expect(auto.evaluations).toBeLessThan(2 * solve('rodas', vanDerPol, [2, 0], 2000).evaluations)
  const easy: OdeSystem = {
    size: 2,
    rates: (_, x, out) => {
      out[0] = x[1]!
      out[1] = -x[0]!
    },
  }
  expect(solve('auto', easy, [1, 0], 50)).toMatchObject({ switches: 0, stiffSteps: 0, jacobians: 0 })
})
