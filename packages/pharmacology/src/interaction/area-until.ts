/** The area under an output to a time, as one more state that is kept ready: a fit asks for it a thousand times. */
import type { Compiled } from '../compile.ts'
import { solve } from '../solve/propagate.ts'
import { timeline, type Dosing } from '../solve/timeline.ts'

const ready = new WeakMap<Compiled, Map<string, Compiled>>()

/** @returns ng·h/mL from 0 to `time` (h), of S-ketamine. */
export function areaUntil(
  model: Compiled,
  dosing: readonly Dosing[],
  output: string,
  time: number,
  values: Float64Array,
): number {
  const area = withArea(model, output)
  const sink = new Float64Array(1)
  solve(area, timeline(area, dosing, 'esketamine', [time]), values, sink)
  return sink[0]!
}

function withArea(model: Compiled, output: string): Compiled {
  const made = ready.get(model) ?? new Map<string, Compiled>()
  ready.set(model, made)
  const before = made.get(output)
  if (before) return before
  const place = model.outputs.find(({ name }) => name === output)!
  const area: Compiled = {
    ...model,
    size: model.size + 1,
    entries: [...model.entries, { row: model.size, column: place.state, sign: 1, rate: place.scale }],
    outputs: [{ name: 'area', state: model.size, scale: () => 1 }],
  }
  made.set(output, area)
  return area
}
