/** The adaptive solver and the exact engine judge each other: they share the model as data and nothing else. */
import { expect, it } from 'vitest'
import { compile, type Compiled } from '../compile.ts'
import { kineticsWithEffects } from '../composite.ts'
import type { Parameter } from '../model.ts'
import { solve } from '../solve/propagate.ts'
import { timeline, type Dosing } from '../solve/timeline.ts'
import { integrate } from './integrate.ts'
import { givenBy, linearSystem } from './linear-system.ts'
import type { SolverMethod } from './system.ts'

/** Largest difference of any output at any time, relative to the output (or to a millionth of a dose, where it has died away). */
function disagreement(
  model: Compiled,
  dosing: readonly Dosing[],
  times: readonly number[],
  method: SolverMethod,
): number {
  const values = model.typical('racemic-ketamine')
  const width = model.outputs.length
  const exact = new Float64Array(times.length * width)
  solve(model, timeline(model, dosing, 'racemic-ketamine', times), values, exact)
  const { states } = integrate(
    linearSystem(model, values),
    new Float64Array(model.size),
    0,
    times,
    givenBy(model, dosing, 'racemic-ketamine', values),
    { method, relative: 1e-11, absolute: 1e-15, maxSteps: 1e6 },
  )
  return Math.max(
    ...model.outputs.map(({ state, scale }, o) => {
      const truth = times.map((_, k) => exact[k * width + o]!)
      const floor = 1e-6 * scale(values) * Math.max(...dosing.map(({ dose }) => dose))
      return Math.max(
        ...truth.map(
          (one, k) => Math.abs(states[k * model.size + state]! * scale(values) - one) / Math.max(one, floor),
        ),
      )
    }),
  )
}

it.each(['auto', 'rodas'] as const)('[OS4] the composite model with both effect sites: %s within 1e-8 of exact', (method) => {
  const dosing: Dosing[] = [
    { route: 'oral', dose: 25, every: 8, from: 0, until: 48 },
    { route: 'sublingual', dose: 40, every: 24, from: 5.3, until: 50 },
    { route: 'iv', dose: 10, every: 99, from: 11.05, until: 12, infusion: 0.7 },
    { route: 'iv', dose: 3, every: 99, from: 30, until: 31 },
  ]
  const times = [0.1, 0.32, 1, 5.5, 6, 8, 11.5, 12, 16.3, 24, 30, 30.1, 47, 90]
  expect(disagreement(kineticsWithEffects, dosing, times, method)).toBeLessThan(1e-8)
}) // prettier-ignore

const [COUNT, SEED] = [1000, 20261122]
it(`[OS4] ${COUNT} random models under random regimens, seed ${SEED}: within 1e-8 of exact`, () => {
  const random = uniform(SEED)
  for (let i = 0; i < COUNT; i++) {
    const { model, dosing, times } = randomCase(random)
    expect(disagreement(model, dosing, times, 'auto'), `case ${i}`).toBeLessThan(1e-8)
  }
}, 60_000)

/** Two to six states; rates from 0.02 to 20 /h; a chain from the gut outwards, some flows back, some links. */
function randomCase(random: () => number) {
  const between = (low: number, high: number) => low * (high / low) ** random()
  const size = 2 + Math.floor(5 * random())
  const name = (i: number) => `S${i}`
  const parameters: Parameter[] = []
  const rate = (): string => {
    const symbol = `k${parameters.length}`
    parameters.push({
      symbol,
      meaning: symbol,
      unit: '1',
      value: between(0.02, 20),
      status: 'assumed',
      source: { dois: [], where: 'drawn at random' },
    })
    return symbol
  }
  const flows = Array.from({ length: size }, (_, i) =>
    i + 1 < size ? { from: name(i), to: name(i + 1), rate: rate() } : { from: name(i), rate: rate() },
  )
  for (let i = 1; i < size; i++) {
    if (random() < 0.4) flows.push({ from: name(i), to: name(Math.max(1, Math.floor(i * random()))), rate: rate() })
    if (random() < 0.3) flows.push({ from: name(i), rate: rate() })
  }
  const links = random() < 0.5 ? [{ of: name(size - 1), into: name(0), rate: `0.01*${rate()}` }] : []
  const model = compile({
    id: 'random',
    version: '0',
    title: 'drawn at random',
    population: 'none',
    parameters,
    covariances: [],
    states: Array.from({ length: size }, (_, i) => ({ name: name(i), meaning: name(i), unit: 'mg' })),
    flows: flows.filter((flow) => flow.from !== flow.to),
    links,
    routes: {
      slow: [
        { into: name(0), fraction: '0.6', duration: String(0.1 + 0.4 * random()) },
        { into: name(size - 1), fraction: '0.4', lag: String(random()) },
      ],
      given: [{ into: name(size - 1), fraction: '1', duration: 'given' }],
    },
    outputs: [0, size - 1].map((i) => ({ name: `out${i}`, state: name(i), scale: '10', unit: 'ng/mL' })),
  })
  const dosing: Dosing[] = [
    { route: 'slow', dose: between(1, 100), every: between(1, 24), from: random(), until: 30 * random() + 2 },
    { route: 'given', dose: between(1, 100), every: between(4, 24), from: 5 * random(), until: 30, infusion: random() },
  ]
  const times = Array.from({ length: 20 }, () => 40 * random()).sort((a, b) => a - b)
  return { model, dosing, times }
}

/** Uniform numbers in (0, 1): Park & Miller 1988, doi:10.1145/63039.63042. */
function uniform(seed: number): () => number {
  let state = seed % 2147483647
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}
