/**
 * How much has been given in all. Harm to bladder and bile ducts goes with how much and how long, so monitoring counts it
 * (hazards of long-term use; docs/HAZARDS.md).
 */
import { doseTimes } from '../solve/timeline.ts'
import type { Regimen } from '../regimen.ts'
import type { Substance } from '../substance.ts'

export interface CumulativeDose {
  /** mg of free base, racemate and S-ketamine together; and the same in g. */
  readonly mg: number
  readonly g: number
  readonly doses: number
  /** mg of free base of each substance: a mg of one is not a mg of the other. */
  readonly bySubstance: Readonly<Record<Substance, number>>
}

/**
 * Given before `until` (h; left out: all of it). A dose at `until` is not yet given; of an infusion that runs, the part that is in.
 * What is prescribed, taken as taken.
 */
export function cumulativeDose(regimen: Regimen, until = Infinity): CumulativeDose {
  if (Number.isNaN(until)) throw new RangeError('until NaN: expected h')
  const bySubstance = { 'racemic-ketamine': 0, esketamine: 0 }
  let doses = 0
  regimen.forEach((course, index) => {
    if (!(course.until < Infinity && course.every > 0 && course.dose >= 0 && course.dose < Infinity))
      throw new RangeError(`course ${index + 1}: expected a dose, an interval and an end`)
    for (const time of doseTimes(course)) {
      if (time >= until) break
      const running = course.infusion ? Math.min(1, (until - time) / course.infusion) : 1
      bySubstance[course.substance] += course.dose * running
      doses++
    }
  })
  const mg = bySubstance['racemic-ketamine'] + bySubstance.esketamine
  return { mg, g: mg / 1000, doses, bySubstance }
}
