/** When a course gives what: the times of its doses, and when each part of a dose enters. */
import type { CompiledPart } from '../compile.ts'
import type { Substance } from '../substance.ts'

/** A course as the engine sees it: a dose (mg) by a route at `from`, `from + every`, … before `until` (h). */
export interface Dosing {
  readonly route: string
  readonly dose: number
  readonly every: number
  readonly from: number
  readonly until: number
  readonly infusion?: number
  /** At `from` the body is as if such doses had always been given; the courses add up. */
  readonly steadyState?: true
}

/** Times closer than this (h) are the same time; it only absorbs the rounding of sums such as 3 × 0.1. */
export const SAME = 1e-10

/** Times of the doses of a course, each computed from its number so that rounding does not add up. */
export function* doseTimes({ from, every, until }: Dosing): Generator<number> {
  if (!(every > 0)) throw new RangeError(`every ${every}: expected h between doses, above 0`)
  for (let k = 0; from + k * every < until - SAME; k++) yield from + k * every
}

/** Lag and duration (h) of a part of a dose: of everyone, or of an individual with these parameters. */
export function timing(
  { lag, lagOf, duration, durationOf }: CompiledPart,
  { infusion = 0 }: Pick<Dosing, 'infusion'>,
  whose: Substance | Float64Array,
): { readonly lag: number; readonly duration: number } {
  if (typeof whose === 'string') return { lag: lag(whose), duration: duration === 'given' ? infusion : duration(whose) }
  return { lag: lagOf(whose), duration: durationOf === 'given' ? infusion : durationOf(whose) }
}

/**
 * When a part of each dose of a course enters, ascending. Of doses before a steady state only those that have not yet entered
 * wholly: they go on at `course.from`, and what had entered by then is in the state.
 */
export function* given(course: Dosing, lag: number, duration: number): Generator<{ from: number; until: number }> {
  const { from, every, steadyState: steady } = course
  if (steady) {
    const most = duration > 0 ? Math.ceil((lag + duration) / every - SAME) - 1 : Math.floor(lag / every + SAME)
    for (let k = most; k >= 1; k--) {
      const time = from + lag - k * every
      yield { from: Math.max(from, time), until: time + duration }
    }
  }
  for (const dose of doseTimes(course)) yield { from: dose + lag, until: dose + lag + duration }
}
