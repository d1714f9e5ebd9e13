/**
 * A model that is not linear: swallowed drug passes a gut wall whose enzyme saturates, then a compartment with linear clearance.
 *
 *     Agut' = −ka·Agut        W' = ka·Agut − Vmax·C/(Km + C) − Q·C,  C = W/Vw        A' = Q·C − CL/V·A
 *
 * The numbers are of the size of oral ketamine's and stand for no drug.
 */
import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import type { Parameter } from '../model.ts'
import { solve } from '../solve/propagate.ts'
import { timeline } from '../solve/timeline.ts'
import { integrate } from './integrate.ts'
import type { OdeSystem } from './system.ts'

const p = { ka: 1.35, Vw: 1.2, Q: 18, Vmax: 150, Km: 2, CL: 95, V: 133 }

/** States: gut, wall, plasma, metabolized in the wall, area under plasma (mg·h/L), cleared. */
const system: OdeSystem = {
  size: 6,
  rates(_, [gut, wall, plasma], out) {
    const C = wall! / p.Vw
    const metabolized = (p.Vmax * C) / (p.Km + C)
    out[0] = -p.ka * gut!
    out[1] = p.ka * gut! - metabolized - p.Q * C
    out[2] = p.Q * C - (p.CL / p.V) * plasma!
    out[3] = metabolized
    out[4] = plasma! / p.V
    out[5] = (p.CL / p.V) * plasma!
  },
}
const swallow = (dose: number, times: readonly number[]) =>
  integrate(system, new Float64Array(6), 0, times, [{ at: 0, into: 0, amount: dose }], {
    relative: 1e-10,
    absolute: 1e-14,
  }).states
/** F from the area: AUC·CL/D. */
const bioavailability = (dose: number) => (swallow(dose, [80])[4]! * p.CL) / dose

it('[OS7] mass is conserved at every moment', () => {
  const times = [0.2, 1, 3, 10, 40]
  const states = swallow(300, times)
  times.forEach((t, k) => {
    const [gut, wall, plasma, metabolized, , cleared] = states.slice(6 * k, 6 * k + 6)
    expect(gut! + wall! + plasma! + metabolized! + cleared!, `${t} h`).toBeCloseTo(300, 7)
  })
})

it('[OS7] F rises with the dose from its linear limit Q/(Q + Vmax/Km) towards 1', () => {
  const F = [1e-3, 10, 50, 200, 1000, 1e4].map(bioavailability)
  expect(F[0]! / (p.Q / (p.Q + p.Vmax / p.Km))).toBeCloseTo(1, 3)
  for (let i = 1; i < F.length; i++) expect(F[i]!).toBeGreaterThan(F[i - 1]!)
  expect(F.at(-1)!).toBeGreaterThan(0.9)
  expect(F.at(-1)!).toBeLessThan(1)
})

it('[OS7] a small dose is the linear model, solved exactly', () => {
  const parameters = Object.entries(p).map(([symbol, value]): Parameter => ({
    symbol,
    meaning: symbol,
    unit: '1',
    value,
    status: 'assumed',
    source: { dois: [], where: 'this test' },
  }))
  const linear = compile({
    id: 'linear-first-pass',
    version: '0',
    title: 'The same without saturation',
    population: 'none',
    parameters,
    covariances: [],
    states: ['gut', 'wall', 'plasma'].map((name) => ({ name, meaning: name, unit: 'mg' })),
    flows: [
      { from: 'gut', to: 'wall', rate: 'ka' },
      { from: 'wall', rate: 'Vmax/(Km*Vw)' },
      { from: 'wall', to: 'plasma', rate: 'Q/Vw' },
      { from: 'plasma', rate: 'CL/V' },
    ],
    routes: { oral: [{ into: 'gut', fraction: '1' }] },
    outputs: [{ name: 'plasma', state: 'plasma', scale: '1', unit: 'mg' }],
  })
  const times = [0.1, 0.5, 1, 2, 5, 12]
  const exact = new Float64Array(times.length)
  const dosing = [{ route: 'oral', dose: 1e-5, every: 99, from: 0, until: 1 }]
  solve(linear, timeline(linear, dosing, 'racemic-ketamine', times), linear.typical('racemic-ketamine'), exact)
  const states = swallow(1e-5, times)
  // What is left of saturation is C/Km, about 1e-7 here.
  times.forEach((t, k) => expect(Math.abs(states[6 * k + 2]! / exact[k]! - 1), `${t} h`).toBeLessThan(1e-6))
})
