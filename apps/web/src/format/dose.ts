/** A dose in words. Hazard H17: mg without mL and strength has killed; the three are never shown apart. */
import type { Dose, PlannedRegimen } from '@anodyne/pathway'
import { count, decimal, NBSP } from './number.ts'

/** Strength as written on the bottle. */
export const strength = (mgPerMl: number) => `${decimal(mgPerMl)}${NBSP}mg/mL`

export const milligrams = (mg: number) => `${decimal(mg)}${NBSP}mg`
export const millilitres = (mL: number) => `${decimal(mL)}${NBSP}mL`

export function timesADay(times: number): string {
  if (!Number.isFinite(times)) return `how often:${NBSP}not known`
  if (times === 1) return `once${NBSP}a${NBSP}day`
  if (times === 2) return `twice${NBSP}a${NBSP}day`
  return `${decimal(times)}${NBSP}times${NBSP}a${NBSP}day`
}

/** "20 mg = 2 mL of 10 mg/mL": one unbreakable run of characters. */
export function doseOnce(dose: Dose): string {
  return `${milligrams(dose.mg)}${NBSP}=${NBSP}${millilitres(dose.mL)}${NBSP}of${NBSP}${strength(dose.strength)}`
}

/** "20 mg = 2 mL of 10 mg/mL, 3 times a day" */
export function doseLine(dose: Dose): string {
  return `${doseOnce(dose)},${NBSP}${timesADay(dose.timesPerDay)}`
}

const substances: Record<Dose['substance'], string> = { 'racemic-ketamine': 'racemic ketamine (free base)' }
const routes: Record<Dose['route'], string> = { oral: 'oral solution, swallowed' }

/** "racemic ketamine (free base), oral solution, swallowed" */
export const drugWords = (dose: Dose) => `${substances[dose.substance]}, ${routes[dose.route]}`

const single = (dose: Dose, regimen: PlannedRegimen | undefined) => dose.timesPerDay === 1 && regimen?.days === 1

/** "3 times a day"; a single dose is "once only", never "once a day", which would be taken again tomorrow. */
export function howOften(dose: Dose, regimen: PlannedRegimen | undefined): string {
  if (single(dose, regimen)) return 'once only'
  return (regimen?.stages?.length ?? 0) > 0
    ? `${timesADay(dose.timesPerDay)} at${NBSP}first`
    : timesADay(dose.timesPerDay)
}

/** "for 7 days, 60 mg a day in all"; of a course in stages only its length, since each stage has its own amount; nothing of a single dose. */
export function courseWords(regimen: PlannedRegimen): string | undefined {
  if ((regimen.stages?.length ?? 0) > 0) return `then less, in stages over ${count(regimen.days, 'day')}:`
  if (single(regimen.dose, regimen)) return undefined
  return `for ${count(regimen.days, 'day')}, ${milligrams(regimen.mgPerDay)} a${NBSP}day in all`
}
