import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import type { Model, Parameter } from '../model.ts'
import { solve } from './propagate.ts'
import { timeline, type Dosing } from './timeline.ts'

const parameter = (symbol: string, unit: string, value: number): Parameter => ({
  symbol,
  meaning: symbol,
  unit,
  value,
  status: 'assumed',
  source: { dois: [], where: 'this test' },
})

const [CL, V, F] = [80, 240, 0.2]
const k = CL / V

const model = (ka: number): Model => ({
  id: 'one-compartment',
  version: '0',
  title: 'One compartment with first-order absorption',
  population: 'none',
  parameters: [parameter('CL', 'L/h', CL), parameter('V', 'L', V), parameter('ka', '/h', ka), parameter('F', '1', F)],
  covariances: [],
  states: [
    { name: 'A', meaning: 'gut', unit: 'mg' },
    { name: 'C', meaning: 'plasma', unit: 'mg' },
  ],
  flows: [
    { from: 'A', to: 'C', rate: 'ka*F' },
    { from: 'A', rate: 'ka*(1-F)' },
    { from: 'C', rate: 'CL/V' },
  ],
  routes: { oral: [{ into: 'A', fraction: '1' }] },
  outputs: [{ name: 'C', state: 'C', scale: '1000/V', unit: 'ng/mL' }],
})

function solved(ka: number, dosing: readonly Dosing[], times: readonly number[]): Float64Array {
  const compiled = compile(model(ka))
  const sink = new Float64Array(times.length)
  solve(compiled, timeline(compiled, dosing, 'racemic-ketamine', times), compiled.typical('racemic-ketamine'), sink)
  return sink
}

/** F·D·ka/V · (e^(−kt) − e^(−ka·t))/(ka − k), written around the slower rate; ka = k is its limit. */
function closedForm(ka: number, dose: number, t: number): number {
  if (t <= 0) return 0
  const [slow, gap] = [Math.min(ka, k), Math.abs(ka - k)]
  return ((1000 * F * dose * ka) / V) * Math.exp(-slow * t) * (gap === 0 ? t : -Math.expm1(-gap * t) / gap)
}

it.each([
  ['ordinary', 1.35],
  ['slow absorption', 0.1],
  ['ka a hair above k', k * (1 + 1e-9)],
  ['ka = k', k],
  ['fast', 30],
])('[PK2] one dose: %s (ka %f) meets the closed form, months later included', (_, ka) => {
  const times = [0.1, 0.5, 1, 2, 5, 12, 24, 100, 500, 1500]
  const course = [{ route: 'oral', dose: 100, every: 1e4, from: 0, until: 1 }]
  const C = solved(ka, course, times)
  times.forEach((t, i) => expect(Math.abs(C[i]! / closedForm(ka, 100, t) - 1), `t = ${t} h`).toBeLessThan(1e-10))
})

it('[PK2] 270 doses over 90 days meet the sum of closed forms', () => {
  const times = [7.9, 8, 8.1, 719, 1440.25, 2159, 2160, 2400]
  const C = solved(1.35, [{ route: 'oral', dose: 50, every: 8, from: 0, until: 2160 }], times)
  times.forEach((t, i) => {
    let sum = 0
    for (let dose = 0; dose < 270; dose++) sum += closedForm(1.35, 50, t - 8 * dose)
    expect(Math.abs(C[i]! / sum - 1), `t = ${t} h`).toBeLessThan(1e-11)
  })
})
