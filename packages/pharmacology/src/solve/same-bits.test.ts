/** Interpreted or as machine code, in a fresh thread or a used one: not one bit differs. */
import { afterEach, expect, it, vi } from 'vitest'
import { uniforms } from '../population/random.ts'
import { interpret } from './interpret.ts'
import * as make from './program.ts'
import type { Kernel, Node, Program } from './program.ts'
import { compiles, instantiate, scratch } from './scratch.ts'
import { emit } from './wasm/emit.ts'

const FIRST_SEED = 20261122
const [ENTRIES, ARRAYS, TURNS, TIMES] = [6, 3, 3, 2]
const ROOM = 4096

/** A program of all operations on random operands, the same for the same seed. */
function randomProgram(seed: number, looping: 'once' | 'turns' | 'again'): Program {
  const u = new Float64Array(400)
  uniforms(seed, 0, 0, u)
  let used = 0
  const below = (n: number): number => Math.floor(u[used++ % u.length]! * n)
  const nodes: Node[] = [make.constant(0.1 + below(9)), make.constant(-0), make.uniform(0), make.uniform(1)]
  for (let entry = 0; entry < ENTRIES; entry++) nodes.push(make.load(below(ARRAYS - 1), entry))
  const any = (): Node => nodes[below(nodes.length)]!
  const kinds: readonly (() => Node)[] = [
    () => make.neg(any()),
    () => make.abs(any()),
    () => make.sqrt(make.abs(any())),
    () => make.add(any(), any()),
    () => make.sub(any(), any()),
    () => make.mul(any(), any()),
    () => make.div(any(), any()),
    () => make.min(any(), any()),
    () => make.max(any(), any()),
    () => make.select(any(), any(), any(), any()),
    () => make.dot(Array.from({ length: 1 + below(8) }, () => [any(), any()] as const)),
    () =>
      make.dot(
        Array.from({ length: 1 + below(8) }, () => [any(), any()] as const),
        any(),
      ),
  ]
  for (let k = 0; k < 24; k++) nodes.push(kinds[below(kinds.length)]!())
  return {
    arrays: ARRAYS,
    uniforms: 2,
    ...(looping === 'once' ? {} : { moves: [1, 0, ENTRIES] }),
    ...(looping === 'again' ? { again: [0, 1, undefined] } : {}),
    stores: Array.from({ length: ENTRIES }, (_, entry) => ({ array: ARRAYS - 1, entry, value: any() })),
  }
}

/** What a kernel leaves in memory. */
function left(kernel: Kernel, seed: number, lanes: number, looping: string): Float64Array {
  const mem = scratch(ROOM)
  uniforms(seed, 1, 0, mem.subarray(0, ROOM / 2))
  for (let i = 0; i < ROOM / 2; i += 7) mem[i]! *= -3
  for (const [k, odd] of [NaN, -0, 0, Infinity].entries()) for (let i = k; i < ROOM / 2; i += 31) mem[i] = odd
  mem.fill(0, ROOM / 2, ROOM)
  const counts = looping === 'once' ? [] : looping === 'turns' ? [TURNS] : [TURNS, TIMES]
  kernel(0, 20 * lanes, ROOM / 2, ...counts, 0.7, -1.3)
  return mem.slice(0, ROOM)
}

it.runIf(compiles)('[EN5] random programs give the same bits, interpreted or as machine code', () => {
  for (const looping of ['once', 'turns', 'again'] as const)
    for (const lanes of [1, 2, 16])
      for (let seed = FIRST_SEED; seed < FIRST_SEED + 60; seed++) {
        const program = randomProgram(seed, looping)
        const slow = left(interpret(program, lanes, 64), seed, lanes, looping)
        const fast = left(instantiate(emit(program, lanes))!, seed, lanes, looping)
        expect(slow.some((value) => value !== 0)).toBe(true)
        // Object.is, so that 0 and −0 differ and NaN is itself.
        expect(
          fast.findIndex((value, i) => !Object.is(value, slow[i])),
          `seed ${seed}, ${lanes} lanes, ${looping}`,
        ).toBe(-1)
      }
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const regimens = {
  swallowed: [{ route: 'oral', dose: 25, every: 8, from: 0, until: 672 }],
  'held, infused, irregular': [
    { route: 'sublingual', dose: 25, every: 12, from: 0, until: 300 },
    { route: 'iv', dose: 10, every: 24, from: 5, until: 200, infusion: 0.7 },
  ],
} as const

/** 40 virtual patients by modules loaded anew, twice. */
async function population(regimen: keyof typeof regimens): Promise<{ compiles: boolean; values: Float64Array[] }> {
  vi.resetModules()
  const { compiles: can } = await import('./scratch.ts')
  const { simulate } = await import('../population/simulate.ts')
  const { kinetics } = await import('../composite.ts')
  const times = Array.from({ length: 400 }, (_, k) => 1.5 * k)
  const run = () => simulate(kinetics, regimens[regimen], times, { n: 40, seed: 5 }).values.slice()
  return { compiles: can, values: [run(), run()] }
}

it.each(['swallowed', 'held, infused, irregular'] as const)(
  '[EN5] %s: with WebAssembly, without it, and where a page forbids it: the same bits',
  async (regimen) => {
    const usual = await population(regimen)
    expect(usual.compiles).toBe(true)
    expect(usual.values[1]).toEqual(usual.values[0])
    vi.stubGlobal('WebAssembly', undefined)
    const without = await population(regimen)
    expect(without.compiles).toBe(false)
    expect(without.values[0]).toEqual(usual.values[0])
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new Error('forbidden by the content security policy')
        }
      },
    })
    const forbidden = await population(regimen)
    expect(forbidden.compiles).toBe(false)
    expect(forbidden.values[0]).toEqual(usual.values[0])
  },
)

it('[EN5] one person, interpreted at first and then by machine code: the same bits', async () => {
  const { propagator } = await import('./propagate.ts')
  const { timeline } = await import('./timeline.ts')
  const { kinetics } = await import('../composite.ts')
  const times = Array.from({ length: 300 }, (_, k) => k)
  const one = propagator(kinetics, timeline(kinetics, regimens.swallowed, 'racemic-ketamine', times), 1)
  const run = (): Float64Array => {
    const sink = new Float64Array(times.length * kinetics.outputs.length)
    one.load(0, kinetics.typical('racemic-ketamine'))
    one.write(sink)
    return sink
  }
  const first = run()
  for (let again = 0; again < 300; again++) expect(run()).toEqual(first)
})

it('[EN6] a full group gives the same bits whatever was solved before it', async () => {
  const { propagator } = await import('./propagate.ts')
  const { timeline } = await import('./timeline.ts')
  const { kinetics } = await import('../composite.ts')
  const { sampler } = await import('../population/individual.ts')
  const times = Array.from({ length: 300 }, (_, k) => k)
  const along = timeline(kinetics, regimens.swallowed, 'racemic-ketamine', times)
  const draw = sampler(kinetics, kinetics.typical('racemic-ketamine'), 3)
  const size = times.length * kinetics.outputs.length * 16
  const group = (propagate: ReturnType<typeof propagator>, first: number, count = 16): Float64Array => {
    const sink = new Float64Array(size)
    for (let lane = 0; lane < count; lane++) propagate.load(lane, draw(first + lane))
    propagate.write(sink)
    return sink
  }
  const used = propagator(kinetics, along, 16)
  const alone = group(propagator(kinetics, along, 16), 32)
  for (const first of [0, 16, 1000]) group(used, first)
  expect(group(used, 32)).toEqual(alone)
  // Nor does a group that is not full remember the one before it.
  const few = group(used, 64, 5)
  expect(group(propagator(kinetics, along, 16), 64, 5)).toEqual(few)
  expect(few.some(Number.isNaN)).toBe(false)
})
