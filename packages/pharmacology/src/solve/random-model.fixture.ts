/** For tests: linear models and regimens drawn at random, of the kinds that the engine tells apart. */
import { compile, type Compiled } from '../compile.ts'
import type { Flow, Link, Parameter } from '../model.ts'
import { uniforms } from '../population/random.ts'
import type { Dosing } from './timeline.ts'

export interface Case {
  readonly model: Compiled
  readonly dosing: readonly Dosing[]
  readonly times: readonly number[]
}

const source = { dois: [], where: 'drawn at random' }

/** @param largest states in the largest block; up to 3 have a closed form */
export function randomCase(seed: number, largest: number): Case {
  const pool = new Float64Array(400)
  uniforms(seed, 0, 0, pool)
  let next = 0
  const uniform = () => pool[next++]!
  const whole = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1))
  const pick = <T>(of: readonly T[]): T => of[whole(0, of.length - 1)]!

  const parameters: Parameter[] = []
  const rate = (value = 0.02 * 500 ** uniform()): string => {
    // Now and then the same as one before, or nearly.
    const other = parameters.length > 0 && uniform() < 0.25 ? Number(pick(parameters).value) : undefined
    const symbol = `k${parameters.length}`
    const chosen = other === undefined ? value : other * (1 + pick([0, 1e-12, 1e-9, 1e-6, 1e-3]))
    parameters.push({ symbol, meaning: symbol, unit: '1', value: chosen, status: 'assumed', source })
    return symbol
  }

  const flows: Flow[] = []
  const links: Link[] = []
  const blocks: string[][] = []
  const count = whole(2, 5)
  for (let b = 0, n = 0; b < count; b++) {
    const block = Array.from({ length: whole(1, b === 1 ? largest : 3) }, () => `x${n++}`)
    // A centre and its tissues, or one after the other.
    block.forEach((state, i) => {
      if (i === 0) return
      const to = uniform() < 0.7 ? block[0]! : block[i - 1]!
      flows.push({ from: state, to, rate: rate() }, { from: to, to: state, rate: rate() })
    })
    if (b > 0) flows.push({ from: pick(blocks[b - 1]!), to: block[0]!, rate: rate() })
    if (b > 1 && uniform() < 0.5) flows.push({ from: pick(blocks[b - 2]!), to: block[0]!, rate: rate() })
    flows.push({ from: block[0]!, rate: rate() })
    blocks.push(block)
  }
  const states = blocks.flat()
  if (uniform() < 0.5) {
    const ke0 = rate()
    flows.push({ from: 'site', rate: ke0 })
    links.push({ of: pick(states), into: 'site', rate: ke0 })
    states.push('site')
  }
  const outputs = [states.at(-1)!, pick(states), blocks[count - 1]![0]!]
  const model = compile({
    id: `random-${seed}`,
    version: '0',
    title: 'drawn at random',
    population: 'none',
    parameters,
    covariances: [],
    states: states.map((name) => ({ name, meaning: name, unit: 'mg' })),
    flows,
    links,
    routes: {
      bolus: [{ into: states[0]!, fraction: '1' }],
      slow: [{ into: states[0]!, fraction: '1', lag: '0.3', duration: '0.7' }],
      given: [{ into: pick(states), fraction: '1', duration: 'given' }],
    },
    outputs: outputs.map((state, o) => ({ name: `${o} ${state}`, state, scale: '1', unit: 'mg' })),
  })

  const dosing = Array.from({ length: whole(1, 2) }, (): Dosing => {
    const from = pick([0, 0, 2, 5.5])
    const infusion = pick([undefined, 0.5, 9])
    return {
      route: pick(['bolus', 'slow', 'given']),
      dose: 1 + 99 * uniform(),
      every: pick([4, 6, 8, 12, 24, 7.3]),
      from,
      until: from + pick([100, 400, 900]),
      ...(infusion === undefined ? {} : { infusion }),
    }
  })
  const step = pick([0.25, 1, 1, 2])
  const irregular = uniform() < 0.2
  const times = Array.from({ length: 500 }, (_, k) => (k + 1) * step + (irregular ? 0.4 * step * Math.sin(k * k) : 0))
  return { model, dosing, times }
}
