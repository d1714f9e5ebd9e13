/** For tests: one dose of S-ketamine, and what a non-compartmental table would say of a typical curve. */
import type { LibraryCourse, LibraryPerson } from '../domain.ts'
import type { Model } from '../model.ts'
import { typicalCurves } from '../side-by-side.ts'

/** @param infusion h */
export const dose = (route: string, mg: number, from = 0, infusion?: number): LibraryCourse => ({
  substance: 'esketamine',
  route,
  dose: mg,
  every: 9999,
  from,
  until: from + 1,
  ...(infusion === undefined ? {} : { infusion }),
})

export const seventyKilograms: LibraryPerson = { weight: 70, age: 45, interactions: [] }

/** Each half minute from 0. */
export const halfMinutes = (hours: number): readonly number[] =>
  Array.from({ length: hours * 120 + 1 }, (_, k) => k / 120)

export interface Summary {
  /** ng/mL */
  readonly cmax: number
  /** h */
  readonly tmax: number
  /** ng·h/mL, from 0 to `hours` */
  readonly auc: number
}

/** Of the typical person over the first `hours`. */
export function summaries(
  model: Model,
  regimen: readonly LibraryCourse[],
  hours: number,
  person: LibraryPerson = seventyKilograms,
): Readonly<Record<string, Summary>> {
  const times = halfMinutes(hours)
  return Object.fromEntries(
    Object.entries(typicalCurves(model, regimen, person, times)).map(([analyte, { concentration, auc, cmax }]) => [
      analyte,
      { cmax, auc, tmax: times[concentration.indexOf(cmax)]! },
    ]),
  )
}
