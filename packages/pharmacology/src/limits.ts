/** Refuses what cannot be forecast: what, the value, what was expected. Engineering ceilings keep one call within memory. */
import { modelRoute } from './formulation/model-route.ts'
import type { InteractionName } from './interactions.ts'
import { knownInteractions } from './interactions.ts'
import type { Regimen } from './regimen.ts'
import type { Person } from './person.ts'
import type { Dosing } from './solve/course.ts'

export const CEILING = {
  /** virtual patients */
  patients: 100_000,
  /** patients × output times */
  cells: 10_000_000,
  doses: 20_000,
  times: 100_000,
  /** h; ten years */
  hours: 87_660,
} as const

export function within(what: string, value: number, low: number, high: number, expected: string): void {
  if (!(value >= low && value <= high)) throw new RangeError(`${what} ${value}: expected ${expected}`)
}

export function checkRegimen(regimen: Regimen): void {
  if (regimen.length === 0) throw new RangeError('regimen: empty, expected at least one course')
  let doses = 0
  regimen.forEach((one, index) => {
    const { substance, route, dose, every, from, until, infusion } = one
    const course = `course ${index + 1}: `
    if (substance !== 'racemic-ketamine' && substance !== 'esketamine')
      throw new RangeError(`${course}substance ${String(substance)}: expected racemic-ketamine or esketamine`)
    try {
      modelRoute(one)
    } catch (error) {
      throw error instanceof RangeError ? new RangeError(course + error.message, { cause: error }) : error
    }
    within(`${course}dose`, dose, 0, 10_000, 'mg of free base, 0 to 10000')
    within(`${course}every`, every, 1 / 60, CEILING.hours, `h between doses, 1/60 to ${CEILING.hours}`)
    within(`${course}from`, from, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    within(`${course}until`, until, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    if (!(until > from)) throw new RangeError(`${course}until ${until}: expected later than from (${from})`)
    if (infusion !== undefined) {
      within(`${course}infusion`, infusion, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
      if (route !== 'iv' && infusion > 0)
        throw new RangeError(`${course}infusion ${infusion}: expected only with route iv`)
    }
    doses += Math.ceil((until - from) / every)
  })
  within('regimen', doses, 1, CEILING.doses, `at most ${CEILING.doses} doses`)
}

/** A course as the engine sees it: what is no number would be lost in sums, or taken for 0. @param course in front of the message */
export function checkDosing({ dose, every, from, until, infusion = 0 }: Dosing, course: string): void {
  within(`${course}dose`, dose, 0, Number.MAX_VALUE, '0 or more')
  within(`${course}every`, every, Number.MIN_VALUE, Number.MAX_VALUE, 'h between doses, above 0')
  within(`${course}from`, from, -CEILING.hours, CEILING.hours, `h, at most ${CEILING.hours}`)
  within(`${course}until`, until, from, Infinity, `later than from (${from})`)
  within(`${course}infusion`, infusion, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
}

export function checkPerson({ weight, age, interactions }: Person): void {
  if (weight !== undefined) within('weight', weight, 1, 500, 'kg, 1 to 500')
  if (age !== undefined) within('age', age, 0, 130, 'years, 0 to 130')
  if (!Array.isArray(interactions))
    throw new RangeError(`interactions ${String(interactions)}: expected a list, [] when none is taken`)
  for (const name of interactions)
    if (!knownInteractions.includes(name as InteractionName))
      throw new RangeError(`interaction ${String(name)}: expected one of ${knownInteractions.join(', ')}`)
}

export function checkTimes(times: readonly number[]): void {
  within('output times', times.length, 1, CEILING.times, `1 to ${CEILING.times} of them`)
  times.forEach((time, index) => {
    within('output time', time, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    if (index > 0 && !(time > times[index - 1]!))
      throw new RangeError(`output time ${time}: expected later than the one before (${times[index - 1]})`)
  })
}
