/** What happens to one individual, in the order of time: outputs, epochs, boluses, inputs that start and stop, steady states. */
import type { Compiled } from '../compile.ts'
import { doseTimes, given, SAME, timing, type Dosing } from './course.ts'
import type { Epoch } from './epochs.ts'
import type { SteadyState } from './steady-state.ts'

export type Happening = { readonly time: number } & (
  | { readonly kind: 'output'; readonly output: number }
  | { readonly kind: 'epoch'; readonly epoch: number }
  | { readonly kind: 'bolus'; readonly into: number; readonly amount: number }
  | { readonly kind: 'rate'; readonly into: number; readonly change: number }
  /** A steady state: what is added to each state. */
  | { readonly kind: 'present'; readonly amounts: Float64Array }
)

/**
 * @param settle of each course that is at steady state
 * @throws RangeError for epochs that do not ascend, a first one that begins too late, and a steady state that there is not.
 */
export function happenings(
  model: Compiled,
  dosing: readonly Dosing[],
  epochs: readonly Epoch[],
  times: readonly number[],
  settle: readonly (SteadyState | undefined)[],
): readonly Happening[] {
  const end = times.at(-1) ?? 0
  const start = Math.min(times[0] ?? 0, ...dosing.map(({ from }) => from))
  checkEpochs(epochs, start)
  const all: Happening[] = times.map((time, output) => ({ time, kind: 'output', output }))
  epochs.forEach(({ from }, epoch) => {
    if (epoch > 0 && from <= end) all.push({ time: from, kind: 'epoch', epoch })
  })
  const resets = epochs.flatMap(({ from, reset }) => (reset ? [from] : []))
  for (const [k, course] of dosing.entries()) {
    if (course.from > end) continue
    const parts = model.routes.get(course.route)!
    /** What was given at `dose` is dropped where a reset comes before it has entered. */
    const enter = (dose: number, into: number, amount: number, from: number, until: number, duration: number): void => {
      const dropped = resets.find((reset) => reset > dose + SAME) ?? Infinity
      if (amount === 0 || from > end || from >= dropped - SAME) return
      if (duration === 0) all.push({ time: from, kind: 'bolus', into, amount })
      else {
        const change = amount / duration
        all.push({ time: from, kind: 'rate', into, change })
        // A reset stops what runs by itself.
        if (until < dropped - SAME) all.push({ time: until, kind: 'rate', into, change: -change })
      }
    }
    if (course.steadyState) {
      const { values } = epochs[epochAt(epochs, course.from)]!
      const entering = parts.map((part) => ({
        into: part.into,
        amount: course.dose * part.fraction(values),
        ...timing(part, course, values),
      }))
      const amounts = settle[k]!(values, entering, course.every).slice()
      all.push({ time: course.from, kind: 'present', amounts })
      for (const { into, amount, lag, duration } of entering)
        for (const { from, until } of given({ ...course, until: course.from }, lag, duration))
          enter(course.from, into, amount, from, until, duration)
    }
    let epoch = epochAt(epochs, course.from)
    for (const dose of doseTimes(course)) {
      if (dose > end) break
      while (epoch + 1 < epochs.length && epochs[epoch + 1]!.from <= dose + SAME) epoch++
      const { values } = epochs[epoch]!
      for (const part of parts) {
        const { lag, duration } = timing(part, course, values)
        enter(dose, part.into, course.dose * part.fraction(values), dose + lag, dose + lag + duration, duration)
      }
    }
  }
  return all.sort((a, b) => a.time - b.time)
}

/** The epoch in force at a time; one that begins then is. */
function epochAt(epochs: readonly Epoch[], time: number): number {
  let epoch = 0
  while (epoch + 1 < epochs.length && epochs[epoch + 1]!.from <= time + SAME) epoch++
  return epoch
}

/** @throws RangeError */
export function checkEpochs(epochs: readonly Pick<Epoch, 'from'>[], start: number): void {
  if (epochs.length === 0) throw new RangeError('epochs: none, expected at least one')
  epochs.forEach(({ from }, k) => {
    if (k === 0 && !(from <= start))
      throw new RangeError(`epoch 1 from ${from}: expected ${start} or earlier, when the first dose or output is`)
    if (k > 0 && !(from > epochs[k - 1]!.from && from < Infinity))
      throw new RangeError(`epoch ${k + 1} from ${from}: expected later than the one before (${epochs[k - 1]!.from})`)
  })
}
