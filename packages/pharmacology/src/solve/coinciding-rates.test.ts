/** Rates that approach each other until they are equal, against 256-bit arithmetic: every output of 40 doses, purely relative. */
import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import type { Parameter } from '../model.ts'
import { apply, exact, exponential, nearest } from './high-precision.fixture.ts'
import { solve } from './propagate.ts'
import { timeline } from './timeline.ts'

const HOURS = 320

/** Absorption through two transit states, a centre with a tissue, a metabolite and its site. */
function rates(gap: number): Readonly<Record<string, number>> {
  const k = 0.9
  // The centre's own rates are 0.9 and 0.2: ka, ktr, the metabolite and its site come near one or the other.
  return { ka: k * (1 + gap), ktr: k, out: 0.225, to: 0.075, back: 0.8, km: 0.2 * (1 + gap), ke: 0.2 * (1 - gap) }
}

function engine(k: Readonly<Record<string, number>>): Float64Array {
  const model = compile({
    id: 'coinciding',
    version: '0',
    title: 'rates that coincide',
    population: 'none',
    parameters: Object.entries(k).map(([symbol, value]): Parameter => ({
      symbol,
      meaning: symbol,
      unit: '1',
      value,
      status: 'assumed',
      source: { dois: [], where: 'this test' },
    })),
    covariances: [],
    states: ['A', 'T1', 'T2', 'C', 'P', 'M', 'E'].map((name) => ({ name, meaning: name, unit: 'mg' })),
    flows: [
      { from: 'A', to: 'T1', rate: 'ka' },
      { from: 'T1', to: 'T2', rate: 'ktr' },
      { from: 'T2', to: 'C', rate: 'ktr' },
      { from: 'C', to: 'M', rate: 'out' },
      { from: 'C', to: 'P', rate: 'to' },
      { from: 'P', to: 'C', rate: 'back' },
      { from: 'M', rate: 'km' },
      { from: 'E', rate: 'ke' },
    ],
    links: [{ of: 'M', into: 'E', rate: 'ke' }],
    routes: { oral: [{ into: 'A', fraction: '1' }] },
    outputs: ['C', 'M', 'E'].map((state) => ({ name: state, state, scale: '1', unit: 'mg' })),
  })
  const times = Array.from({ length: HOURS }, (_, i) => i + 1)
  const sink = new Float64Array(HOURS * 3)
  const course = { route: 'oral', dose: 64, every: 8, from: 0, until: HOURS }
  solve(model, timeline(model, [course], 'racemic-ketamine', times), model.typical('racemic-ketamine'), sink)
  return sink
}

function truth({ ka, ktr, out, to, back, km, ke }: Record<string, number>): number[] {
  const E = exponential(
    [
      [-ka!, 0, 0, 0, 0, 0, 0],
      [ka!, -ktr!, 0, 0, 0, 0, 0],
      [0, ktr!, -ktr!, 0, 0, 0, 0],
      [0, 0, ktr!, -(out! + to!), back!, 0, 0],
      [0, 0, 0, to!, -back!, 0, 0],
      [0, 0, 0, out!, 0, -km!, 0],
      [0, 0, 0, 0, 0, ke!, -ke!],
    ],
    1,
  )
  let x = [exact(64), 0n, 0n, 0n, 0n, 0n, 0n]
  return Array.from({ length: HOURS }, (_, i) => {
    x = apply(E, x)
    const outputs = [x[3]!, x[5]!, x[6]!].map(nearest)
    if ((i + 1) % 8 === 0) x[0]! += exact(64)
    return outputs
  }).flat()
}

it.each([0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14, 0])(
  '[EN3] rates %f apart: every output within 1e-11 of 256-bit arithmetic',
  (gap) => {
    const [found, wanted] = [engine(rates(gap)), truth(rates(gap))]
    const errors = wanted.map((value, i) => Math.abs(found[i]! / value - 1))
    expect(Math.max(...errors)).toBeLessThan(1e-11)
  },
)
