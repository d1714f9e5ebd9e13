/** A trial done again: each subject's own doses at their own times, in as many virtual patients as there are replicates. */
import {
  chunkLength,
  chunks,
  LANES,
  type Compiled,
  type LibraryCourse,
  type LibraryPerson,
  type Study,
} from '@anodyne/pharmacology'
import type { Draws } from '../crew/job.ts'

export interface Subject {
  readonly id: string
  readonly courses: readonly LibraryCourse[]
  /** h; the body is empty again, and what was given before is gone */
  readonly resets: readonly number[]
  readonly person: LibraryPerson
  readonly observations: readonly Observed[]
}

export interface Observed {
  /** h */
  readonly time: number
  readonly output: string
  readonly value: number
  /** Below the limit of quantification, which is then `value`. */
  readonly below: boolean
}

export interface Predicted extends Observed {
  readonly subject: string
  /** One number for each replicate. */
  readonly simulated: Float64Array
}

/** Subject `j` is virtual patients `j·room` and on, so no two subjects share one. @throws RangeError */
export function* simulateTrial(
  model: Compiled,
  subjects: readonly Subject[],
  replicates: number,
  draws: Draws,
): Generator<readonly Predicted[]> {
  const room = Math.ceil(replicates / LANES) * LANES
  for (const [j, subject] of subjects.entries()) yield predict(model, subject, j * room, replicates, draws)
}

function predict(
  model: Compiled,
  { id, courses, resets, person, observations }: Subject,
  first: number,
  replicates: number,
  draws: Draws,
): readonly Predicted[] {
  const times = [...new Set(observations.map(({ time }) => time))].sort((a, b) => a - b)
  const predicted = observations.map((one) => ({ ...one, subject: id, simulated: new Float64Array(replicates) }))
  if (times.length === 0) return predicted
  const starts = [-Infinity, ...resets]
  starts.forEach((from, k) => {
    const until = starts[k + 1] ?? Infinity
    const own = courses.filter((course) => course.from >= from && course.from < until)
    // An observation at the moment of a reset is of the time before it. Without doses it stays 0.
    const wanted = predicted.filter(({ time }) => time > from && time <= until)
    if (own.length === 0 || wanted.length === 0) return
    fill({ model, courses: own, times, person, ...draws }, wanted, first, replicates)
  })
  return predicted
}

function fill(study: Study, wanted: readonly Predicted[], first: number, replicates: number): void {
  const { times, model } = study
  const width = model.outputs.length
  const simulate = chunks(study)
  const length = chunkLength(times.length * width)
  const places = wanted.map(
    ({ time, output }) => times.indexOf(time) * width + model.outputs.findIndex(({ name }) => name === output),
  )
  for (let done = 0; done < replicates; done += length) {
    const n = Math.min(length, replicates - done)
    const { values } = simulate({ first: first + done, n })
    wanted.forEach(({ simulated }, w) => {
      for (let i = 0; i < n; i++)
        simulated[done + i] = values[(Math.floor(i / LANES) * times.length * width + places[w]!) * LANES + (i % LANES)]!
    })
  }
}

/** Quantile by linear interpolation between order statistics (type 7); NaN if one is NaN or there is none. */
export function quantile(sorted: ArrayLike<number>, level: number): number {
  const last = sorted.length - 1
  // NaN sorts to the end of a Float64Array.
  if (last < 0 || Number.isNaN(sorted[last])) return NaN
  const at = level * last
  const low = sorted[Math.floor(at)]!
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - low)
}
