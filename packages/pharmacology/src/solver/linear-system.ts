/** A linear model as the adaptive solver sees it: the same equations by another road, to judge the exact one by. */
import type { Compiled } from '../compile.ts'
import { timing } from '../solve/course.ts'
import { doseTimes, type Dosing } from '../solve/timeline.ts'
import type { Substance } from '../substance.ts'
import type { Given, OdeSystem } from './system.ts'

/** x' = A·x for an individual's parameters, in the order of the model. */
export function linearSystem({ size, entries }: Compiled, values: Float64Array): OdeSystem {
  const rate = entries.map((entry) => entry.sign * entry.rate(values))
  return {
    size,
    rates(_, x, out) {
      out.fill(0)
      entries.forEach(({ row, column }, k) => (out[row]! += rate[k]! * x[column]!))
    },
    jacobian(_, __, out) {
      out.fill(0)
      entries.forEach(({ row, column }, k) => (out[row * size + column]! += rate[k]!))
    },
  }
}

/** What a regimen gives to the states of a model: the parts of each dose, with their lags and durations. */
export function givenBy(
  model: Compiled,
  dosing: readonly Dosing[],
  substance: Substance,
  values: Float64Array,
): readonly Given[] {
  return dosing.flatMap((course) => {
    if (course.steadyState) throw new RangeError('steady state: the adaptive solver needs its doses written out')
    const parts = model.routes.get(course.route)
    if (!parts) throw new RangeError(`route ${course.route}: expected ${[...model.routes.keys()].join(', ')}`)
    return parts.flatMap((part) => {
      const { lag, duration } = timing(part, course, part.differs.length > 0 ? values : substance)
      const amount = course.dose * part.fraction(values)
      return [...doseTimes(course)].map((time) => ({ at: time + lag, into: part.into, amount, duration }))
    })
  })
}
