import { expect, it } from 'vitest'
import { integrate } from './integrate.ts'
import type { SolverMethod, OdeSystem } from './system.ts'

const methods: readonly SolverMethod[] = ['dormand-prince', 'rodas', 'auto']
const relative = (value: number, truth: number) => Math.abs(value / truth - 1)

/** x' = rate·x */
const decay = (rate: number): OdeSystem => ({ size: 1, rates: (_, x, out) => void (out[0] = rate * x[0]!) })

it.each(methods)('[OS1] %s: one compartment with an infusion and boluses meets its closed form', (method) => {
  const k = 0.4
  const given = [
    { at: 0, into: 0, amount: 10 },
    { at: 1, into: 0, amount: 6, duration: 3 },
    { at: 5, into: 0, amount: 4 },
  ]
  const truth = (t: number) =>
    10 * Math.exp(-k * t) +
    (t > 1 ? (2 / k) * (1 - Math.exp(-k * (Math.min(t, 4) - 1))) * Math.exp(-k * Math.max(0, t - 4)) : 0) +
    (t > 5 ? 4 * Math.exp(-k * (t - 5)) : 0)
  const times = [0.3, 1, 1.7, 4, 4.9, 5, 5.1, 20, 60]
  const { states } = integrate(decay(-k), [0], 0, times, given, { method, relative: 1e-10, absolute: 1e-20 })
  times.forEach((t, i) => expect(relative(states[i]!, truth(t)), `${t} h`).toBeLessThan(3e-9))
})

it.each([
  ['dormand-prince', 1e-5, 1e-10, 40],
  ['rodas', 1e-5, 1e-10, 40],
] as const)('[OS1] %s: the error follows the tolerance, at and between steps', (method, loose, tight, within) => {
  // Oscillator driven in time: x'' = −x + sin 2t, x(0) = 1, x'(0) = 0 has x = cos t + (2 sin t − sin 2t)/3.
  const driven: OdeSystem = {
    size: 2,
    rates(t, x, out) {
      out[0] = x[1]!
      out[1] = -x[0]! + Math.sin(2 * t)
    },
  }
  const times = Array.from({ length: 137 }, (_, i) => (i + 1) * 0.0731)
  const worst = (tolerance: number) => {
    const { states } = integrate(driven, [1, 0], 0, times, [], { method, relative: tolerance, absolute: tolerance })
    return Math.max(
      ...times.map((t, i) => Math.abs(states[2 * i]! - Math.cos(t) - (2 * Math.sin(t) - Math.sin(2 * t)) / 3)),
    )
  }
  for (const tolerance of [loose, 1e-8, tight])
    expect(worst(tolerance), `${tolerance}`).toBeLessThan(within * tolerance)
})

/** The branch W ≥ −1 of w·e^w = z for z > 0, by Halley's iteration on its logarithm's start. */
function lambertW(logarithm: number): number {
  // Solves w + ln w = logarithm, which does not overflow.
  let w = logarithm > 1 ? logarithm - Math.log(logarithm) : Math.exp(logarithm) / (1 + Math.exp(logarithm))
  for (let i = 0; i < 60; i++) w -= ((w + Math.log(w) - logarithm) * w) / (1 + w)
  return w
}

it.each(methods)('[OS2] %s: Michaelis–Menten elimination meets its Lambert W closed form', (method) => {
  const [Vmax, Km] = [8, 3]
  const system: OdeSystem = { size: 1, rates: (_, x, out) => void (out[0] = (-Vmax * x[0]!) / (Km + x[0]!)) }
  const times = [0.01, 0.5, 2, 5, 10, 14]
  for (const start of [0.01, 3, 100]) {
    const { states } = integrate(system, [start], 0, times, [], { method, relative: 1e-10, absolute: 1e-28 })
    times.forEach((t, i) => {
      // x/Km + ln(x/Km) = x₀/Km + ln(x₀/Km) − Vmax·t/Km
      const truth = Km * lambertW(start / Km + Math.log(start / Km) - (Vmax * t) / Km)
      expect(relative(states[i]!, truth), `${start} mg, ${t} h`).toBeLessThan(2e-8)
    })
  }
})

it('[OS6] a dose at a wanted time counts after it; overlapping infusions add up; a very short one is not lost', () => {
  const still: OdeSystem = { size: 2, rates: (_, __, out) => void out.fill(0) }
  const { states } = integrate(still, [0, 0], 0, [0, 1, 2, 3, 10], [
    { at: 1, into: 0, amount: 5 },
    { at: 1, into: 1, amount: 4, duration: 4 },
    { at: 2, into: 1, amount: 4, duration: 4 },
    { at: 2.5, into: 0, amount: 7, duration: 1e-12 },
    { at: 0.1 * 3, into: 0, amount: 1 },
    { at: 0.3, into: 0, amount: 1 },
  ]) // prettier-ignore
  const rows = [
    [0, 0],
    [2, 0],
    [7, 1],
    [14, 3],
    [14, 8],
  ]
  rows.forEach((row, k) => row.forEach((value, i) => expect(states[2 * k + i], `${k}, ${i}`).toBeCloseTo(value, 9)))
})

it('[OS6] a dose at the start, or a rounding away from a wanted time, counts after it', () => {
  const still: OdeSystem = { size: 1, rates: (_, __, out) => void out.fill(0) }
  const given = [0, 0.3, 0.7].map((at) => ({ at, into: 0, amount: 1 }))
  const { states } = integrate(still, [5], 0, [0, 0.1 * 3, 0.1 * 7, 1], given)
  expect([...states]).toEqual([5, 6, 7, 8])
})

it('[OS6] rates that jump are never stepped across at a restart', () => {
  // x' = 1 before 2 h and −3 after: exact for any method that does not look across.
  const jumping: OdeSystem = { size: 1, rates: (t, _, out) => void (out[0] = t < 2 ? 1 : -3) }
  for (const method of methods) {
    const { states, statistics } = integrate(jumping, [0], 0, [1, 2, 3], [], { method, restarts: [2] })
    ;[1, 2, -1].forEach((value, i) => expect(states[i], method).toBeCloseTo(value, 12))
    expect(statistics.rejected).toBe(0)
  }
})
