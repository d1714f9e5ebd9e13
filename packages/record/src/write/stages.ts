/** The stages of a regimen, and the check that a dose does not contradict itself. */
import type { Dose, PlannedRegimen } from '@anodyne/pathway'

export interface Stage {
  readonly dose: Dose
  readonly days: number
}

/** The stages in which something is taken. A taper's last stage of 0 mg is its end, not a dose. */
export function givenStages(regimen: PlannedRegimen): readonly Stage[] {
  const stages = regimen.stages ?? [{ dose: regimen.dose, days: regimen.days }]
  return endsInNothing(regimen) ? stages.slice(0, -1) : stages
}

export function endsInNothing({ stages }: PlannedRegimen): boolean {
  const last = stages?.at(-1)?.dose
  return last !== undefined && last.mg === 0 && last.mL === 0
}

/**
 * A plan whose dose contradicts itself is not written.
 * @throws RangeError mg ≠ mL × strength, a number that is not positive, a daily total that is another
 */
export function checkRegimen(regimen: PlannedRegimen): void {
  const stages = givenStages(regimen)
  if (stages.length === 0) throw new RangeError('regimen.stages holds no dose; expected at least one')
  for (const { dose, days } of [...stages, { dose: regimen.dose, days: regimen.days }]) {
    for (const [name, value] of Object.entries({ ...numbersOf(dose), days })) {
      if (!(value > 0 && Number.isFinite(value))) {
        throw new RangeError(`dose: ${name} is ${value}; expected more than 0`)
      }
    }
    if (!Number.isInteger(dose.timesPerDay)) {
      throw new RangeError(`dose: ${dose.timesPerDay} times a day is no whole number`)
    }
    if (!near(dose.mg, dose.mL * dose.strength)) {
      throw new RangeError(`dose: ${dose.mL} mL × ${dose.strength} mg/mL is not ${dose.mg} mg`)
    }
  }
  const { dose, mgPerDay } = regimen
  if (!near(mgPerDay, dose.mg * dose.timesPerDay)) {
    throw new RangeError(`regimen: ${mgPerDay} mg a day is not ${dose.mg} mg × ${dose.timesPerDay}`)
  }
}

const numbersOf = ({ mg, mL, strength, timesPerDay }: Dose) => ({ mg, mL, strength, timesPerDay })
/** Within a millionth: rounding, never a different dose. */
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
