/** A population whose parameters change in time: side by side where one set of timelines serves everyone, else one by one. */
import type { Compiled } from '../compile.ts'
import { epochPropagator, shareEpochs } from '../solve/epoch-propagator.ts'
import { overTime, type Epoch } from '../solve/epochs.ts'
import type { Method } from '../solve/maps.ts'
import type { Dosing } from '../solve/timeline.ts'
import type { Substance } from '../substance.ts'
import { groupsOf, LANES } from './groups.ts'
import { patientEpochs, type TypicalEpoch } from './over-time.ts'
import type { Simulated } from './simulate.ts'

interface Changing {
  readonly seed: number
  readonly substance: Substance
  readonly changes: readonly TypicalEpoch[]
  readonly occasions: readonly number[]
  readonly method: Method | undefined
}

/** Writes every patient's outputs into `simulated`. */
export function fillOverTime(
  model: Compiled,
  dosing: readonly Dosing[],
  times: readonly number[],
  { seed, substance, changes, occasions, method }: Changing,
  simulated: Simulated,
): void {
  const { n, first, values } = simulated
  const epochsOf = patientEpochs(model, seed, changes, occasions)
  const typicals = changes.flatMap(({ typical }) => (typeof typical === 'function' ? [] : [typical]))
  const everyone = occasions.length === 0 && typicals.length === changes.length
  if (!everyone || !shareEpochs(model, dosing, substance, changes, typicals)) {
    oneByOne(model, dosing, times, epochsOf, simulated)
    return
  }
  const propagate = epochPropagator(model, dosing, substance, times, changes, LANES, method)
  const { from, count } = groupsOf(first, n)
  const size = times.length * model.outputs.length * LANES
  for (let group = 0; group < count; group++) {
    for (let lane = 0; lane < LANES; lane++) {
      const epochs = epochsOf(from + group * LANES + lane)
      propagate.load(lane, epochs.map((epoch) => epoch.values)) // prettier-ignore
    }
    propagate.write(values.subarray(group * size, (group + 1) * size))
  }
}

function oneByOne(
  model: Compiled,
  dosing: readonly Dosing[],
  times: readonly number[],
  epochsOf: (patient: number) => readonly Epoch[],
  { n, first, values, place }: Simulated,
): void {
  const solve = overTime(model, dosing, times)
  const width = model.outputs.length
  const one = new Float64Array(times.length * width)
  for (let patient = 0; patient < n; patient++) {
    solve(epochsOf(first + patient), one.fill(0))
    for (let k = 0; k < times.length; k++)
      for (let o = 0; o < width; o++) values[place(patient, k, o)] = one[k * width + o]!
  }
}
