import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { solve } from '../solve/propagate.ts'
import { timeline } from '../solve/timeline.ts'
import { ketamineComposite } from './ketamine-composite.ts'
import { ketamineCompositeHydroxynorketamine } from './ketamine-composite-hydroxynorketamine.ts'

const infusion = { route: 'iv', dose: 1000, every: 1e4, from: 0, until: 1, infusion: 1000 }
const run = (model: typeof ketamineComposite, times: readonly number[]): number[] => {
  const compiled = compile(model)
  const sink = new Float64Array(times.length * model.outputs.length)
  solve(compiled, timeline(compiled, [infusion], 'esketamine', times), compiled.typical('esketamine'), sink)
  return [...sink]
}

it('[PK14] with hydroxynorketamine, ketamine and norketamine are what they are without it', () => {
  const [without, taking] = [run(ketamineComposite, [3, 50]), run(ketamineCompositeHydroxynorketamine, [3, 50])]
  for (const [a, b] of [[0, 0], [1, 1], [2, 3], [3, 4]] as const) expect(taking[b]! / without[a]!).toBeCloseTo(1, 10) // prettier-ignore
})

it('[PK14] at steady state hydroxynorketamine is fh·rate/CLh', () => {
  // 1 mg/h in, all of it through norketamine, 70 % of that through hydroxynorketamine.
  expect(run(ketamineCompositeHydroxynorketamine, [900])[2]).toBeCloseTo((1000 * 0.7) / 56, 6)
})
