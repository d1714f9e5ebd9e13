/** A curve through samples: known between the first and the last, drawn between them by a rule of trapezoids. */
import type { Curve } from './curve.ts'
import { areaBetween, between, type Sample, type Trapezoids } from './trapezoids.ts'

/** @throws RangeError for samples that are not finite, negative, or not in ascending order of time. */
export function sampledCurve(samples: readonly Sample[], rule: Trapezoids = 'linear-up-log-down'): Curve {
  if (samples.length < 2) throw new RangeError(`samples: ${samples.length}, expected two or more`)
  samples.forEach(({ time, concentration }, k) => {
    if (!(time < Infinity && time > (samples[k - 1]?.time ?? -Infinity)))
      throw new RangeError(`sample time ${time}: expected later than the one before (${samples[k - 1]?.time})`)
    if (!(concentration >= 0 && concentration < Infinity))
      throw new RangeError(`concentration ${concentration} at ${time} h: expected 0 or more`)
  })
  const [from, to] = [samples[0]!.time, samples.at(-1)!.time]
  const read = (time: number): number => {
    if (!(time >= from && time <= to)) throw new RangeError(`time ${time}: expected ${from} to ${to} h, where it was sampled`)
    const next = Math.max(1, samples.findIndex((sample) => sample.time >= time)) // prettier-ignore
    return samples[next]!.time === time
      ? samples[next]!.concentration
      : between(rule, samples[next - 1]!, samples[next]!, time)
  } // prettier-ignore
  const grid = (left: number, right: number): readonly number[] => [
    left,
    ...samples.map(({ time }) => time).filter((time) => time > left && time < right),
    right,
  ]
  return {
    from,
    to,
    at: (times) => Float64Array.from(times, read),
    jump: () => 0,
    grid,
    area(left, right) {
      if (!(right >= left)) throw new RangeError(`interval ${left} to ${right} h: expected from ≤ to`)
      const points = grid(left, right).map((time) => ({ time, concentration: read(time) }))
      return points.reduce((sum, point, k) => (k === 0 ? 0 : sum + areaBetween(rule, points[k - 1]!, point)), 0)
    },
  }
}
