/** For tests: the composite model with areas under the curve as two more states, so that AUC is exact too. */
import { compile } from './compile.ts'
import { ketamineComposite } from './models/ketamine-composite.ts'
import { typicalValues } from './population/individual.ts'
import type { InteractionName } from './interactions.ts'
import { solve } from './solve/propagate.ts'
import { timeline, type Dosing } from './solve/timeline.ts'
import type { Substance } from './substance.ts'

const model = compile({
  ...ketamineComposite,
  states: [
    ...ketamineComposite.states,
    { name: 'AUCk', meaning: 'area under ketamine', unit: 'ng.h/mL' },
    { name: 'AUCn', meaning: 'area under norketamine', unit: 'ng.h/mL' },
  ],
  links: [
    { of: 'K1', into: 'AUCk', rate: '1000/V1' },
    { of: 'N1', into: 'AUCn', rate: '1000/Vn' },
  ],
  outputs: [
    ...ketamineComposite.outputs,
    { name: 'AUCk', state: 'AUCk', scale: '1', unit: 'ng.h/mL' },
    { name: 'AUCn', state: 'AUCn', scale: '1', unit: 'ng.h/mL' },
  ],
})

export const single = (route: string, dose: number, infusion?: number): Dosing[] => [
  { route, dose, every: 1e4, from: 0, until: 1, ...(infusion === undefined ? {} : { infusion }) },
]

export interface Exposure {
  /** Ketamine and norketamine at the given times. */
  readonly K: readonly number[]
  readonly N: readonly number[]
  readonly AUCk: readonly number[]
  readonly AUCn: readonly number[]
}

export function exposure(
  dosing: readonly Dosing[],
  times: readonly number[],
  substance: Substance = 'racemic-ketamine',
  interactions: readonly InteractionName[] = [],
): Exposure {
  const sink = new Float64Array(times.length * 4)
  solve(
    model,
    timeline(model, dosing, substance, times),
    typicalValues(model, substance, { weight: 70, interactions }),
    sink,
  )
  const column = (o: number) => times.map((_, k) => sink[4 * k + o]!)
  return { K: column(0), N: column(1), AUCk: column(2), AUCn: column(3) }
}

/** Long enough for the slowest exponential to be gone: half-life 7 h. */
export const FOREVER = 1000

/** Highest of each analyte on a one-minute grid over `hours`, and when ketamine peaks. */
export function peak(
  dosing: readonly Dosing[],
  hours: number,
  substance: Substance = 'racemic-ketamine',
  interactions: readonly InteractionName[] = [],
): { readonly K: number; readonly N: number; readonly tmax: number } {
  const times = Array.from({ length: hours * 60 }, (_, k) => (k + 1) / 60)
  const { K, N } = exposure(dosing, times, substance, interactions)
  return { K: Math.max(...K), N: Math.max(...N), tmax: times[K.indexOf(Math.max(...K))]! }
}
