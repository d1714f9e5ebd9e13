/**
 * Concentrations in a population of virtual patients, for any model and any regimen: patient i depends on (seed, i) alone. What a
 * pharmacometrician asks for first; `forecast` adds a person's covariates, effects and bands.
 */
import type { Compiled } from '../compile.ts'
import { CEILING, checkTimes, within } from '../limits.ts'
import type { Method } from '../solve/maps.ts'
import { propagator } from '../solve/propagate.ts'
import { timeline, type Dosing } from '../solve/timeline.ts'
import type { Substance } from '../substance.ts'
import { groupsOf, LANES } from './groups.ts'
import { sampler } from './individual.ts'

export interface Simulation {
  /** Whole number of virtual patients. */
  readonly n: number
  /** Number of the first one, so that shards of one population can be simulated apart; default 0. */
  readonly first?: number
  readonly seed: number
  /** Typical values in the order of the model's parameters; default those at 70 kg. */
  readonly typical?: Float64Array
  readonly substance?: Substance
  /** Default by-structure; general is slower and agrees to 1e-10. */
  readonly method?: Method
  /** To be used again for the numbers, if it is large enough. */
  readonly into?: Float64Array
}

export interface Simulated {
  /** Whole groups of `LANES` patients: `values[((group·times + time)·outputs + output)·LANES + patient in group]`; use `place`. */
  readonly values: Float64Array
  /** Place in `values`; all three count from 0, patients from `first`. */
  place(patient: number, time: number, output: number): number
}

/**
 * @param times output times in h, ascending; a dose at an output time counts after it
 * @throws RangeError for what cannot be simulated
 */
export function simulate(
  model: Compiled,
  dosing: readonly Dosing[],
  times: readonly number[],
  { n, first = 0, seed, substance = 'racemic-ketamine', typical, method, into }: Simulation,
): Simulated {
  checkTimes(times)
  for (const [name, value] of Object.entries({ n, first, seed }))
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${name} ${value}: expected a whole number from 0`)
  const width = model.outputs.length
  const size = times.length * width * LANES
  within('n × output times × outputs', n * times.length * width, 1, LARGEST, `1 to ${LARGEST}; simulate in shards`)
  const propagate = propagator(model, timeline(model, dosing, substance, times), LANES, method)
  const draw = sampler(model, typical ?? model.typical(substance), seed)
  const { from, count, before } = groupsOf(first, n)
  const room = count * size
  const values = into !== undefined && into.length >= room ? into : new Float64Array(room)
  for (let group = 0; group < count; group++) {
    for (let lane = 0; lane < LANES; lane++) propagate.load(lane, draw(from + group * LANES + lane))
    propagate.write(values.subarray(group * size, (group + 1) * size))
  }
  const place = (patient: number, time: number, output: number): number => {
    const at = before + patient
    return Math.floor(at / LANES) * size + (time * width + output) * LANES + (at % LANES)
  }
  return { values, place }
}

/** Numbers in one answer (0.8 GB); more in shards. */
const LARGEST = 10 * CEILING.cells
