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
  const into = parts.map(({ part }) => part.into)
  const settle = steadyState(model, into)
  const states = settling(model, into)
  let [known, amounts]: [Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0)]
  const amountsOf = (values: Float64Array): Float64Array => {
    if (known.length === values.length && known.every((value, i) => value === values[i])) return amounts
    const entering = parts.map(({ part, duration }, k) => ({
      into: part.into,
      amount: part.fraction(values),
      lag: lags[k]!,
      duration,
    }))
    ;[known, amounts] = [values.slice(), settle(values, entering, every)]
    return amounts
  }
  const none = () => 0
  return states.map((state) => {
    const fraction = (values: Float64Array): number => amountsOf(values)[state]!
    const part = { into: state, fraction, lag: none, duration: none, lagOf: none, durationOf: none, differs: [] }
    return { part, dose, duration: 0 }
  })
}
