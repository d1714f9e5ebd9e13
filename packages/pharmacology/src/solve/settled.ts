/** Steady state as boluses on a timeline. */
import type { Compiled } from '../compile.ts'
import type { Dosing } from './course.ts'
import { settling, steadyState } from './steady-state.ts'
import type { Component } from './timeline.ts'

/** The state before the first dose of a course, as one bolus into each state, worked out anew for each individual's parameters. */
export function settled(
  model: Compiled,
  { dose, every }: Dosing,
  parts: readonly Component[],
  lags: readonly number[],
): readonly Component[] {
  const states = settling(model, parts.map(({ part }) => part.into)) // prettier-ignore
  let [known, amounts]: [Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0)]
  const amountsOf = (values: Float64Array): Float64Array => {
    if (known.length === values.length && known.every((value, i) => value === values[i])) return amounts
    const entering = parts.map(({ part, duration }, k) => ({
      into: part.into,
      amount: part.fraction(values),
      lag: lags[k]!,
      duration,
    }))
    ;[known, amounts] = [values.slice(), steadyState(model, values, entering, every)]
    return amounts
  }
  const none = () => 0
  return states.map((into) => {
    const fraction = (values: Float64Array): number => amountsOf(values)[into]!
    const part = { into, fraction, lag: none, duration: none, lagOf: none, durationOf: none, differs: [] }
    return { part, dose, duration: 0 }
  })
}
