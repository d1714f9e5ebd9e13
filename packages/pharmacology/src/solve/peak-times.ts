/**
 * Times at which the highest concentration is also looked for, beside the output grid: quarter hours for three hours (twelve after a
 * prolonged-release tablet) after the first and the last dose of each course (a course of equal doses is highest in one of them),
 * the end of an infusion, and one minute after a bolus.
 */
import type { Course } from '../regimen.ts'

export function peakTimes(regimen: readonly Course[], since: number, until: number): readonly number[] {
  const times: number[] = []
  for (const { route, from, every, until: end, infusion, formulation } of regimen) {
    const last = from + Math.max(0, Math.ceil((end - from) / every - 1e-9) - 1) * every
    for (const dose of new Set([from, last])) {
      if (route === 'iv') times.push(dose + (infusion ? infusion : 1 / 60))
      const quarters = formulation === 'prolonged-release tablet' ? 48 : 12
      for (let quarter = 1; quarter <= quarters; quarter++) times.push(dose + quarter / 4)
    }
  }
  return times.filter((time) => time >= since && time <= until)
}
