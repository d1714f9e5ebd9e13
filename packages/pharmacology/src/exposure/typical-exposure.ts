/** Exposure of the typical person of a weight and of interacting drugs: what a regimen amounts to, exactly. */
import { kinetics } from '../composite.ts'
import { dosingOf } from '../formulation/model-route.ts'
import { checkPerson, checkRegimen } from '../limits.ts'
import { assume, type Person } from '../person.ts'
import { typicalValues } from '../population/individual.ts'
import type { Regimen } from '../regimen.ts'
import { exactCurve, type ExactCurve, type LinearPart } from './exact-curve.ts'
import { exposure, type Exposure } from './measures.ts'

export interface AnalyteExposure extends Exposure {
  /** From the first dose to infinity, ng·h/mL. */
  readonly AUCinf: number
  /** Terminal half-life, h. */
  readonly thalf: number
}

export interface TypicalExposure {
  /** ng/mL and ng·h/mL */
  readonly ketamine: AnalyteExposure
  readonly norketamine: AnalyteExposure
}

/** The curve of an analyte of the composite model in the typical person, to ask anything of. */
export function typicalCurve(regimen: Regimen, person: Person, analyte: 'ketamine' | 'norketamine'): ExactCurve {
  checkRegimen(regimen)
  checkPerson(person)
  const { covariates } = assume(person, regimen)
  const substances = [...new Set(regimen.map(({ substance }) => substance))]
  const parts: readonly LinearPart[] = substances.map((substance) => ({
    model: kinetics,
    dosing: regimen.filter((course) => course.substance === substance).map(dosingOf),
    substance,
    values: typicalValues(kinetics, substance, covariates),
  }))
  return exactCurve(parts, analyte)
}

/** @throws RangeError as `forecast` does, and for an interval that runs backwards. */
export function typicalExposure(
  regimen: Regimen,
  person: Person,
  interval: { readonly from: number; readonly to: number },
): TypicalExposure {
  const of = (analyte: 'ketamine' | 'norketamine'): AnalyteExposure => {
    const curve = typicalCurve(regimen, person, analyte)
    const { from, to } = interval
    return { ...exposure(curve, from, to), AUCinf: curve.areaToInfinity(), thalf: curve.halfLife() }
  }
  return { ketamine: of('ketamine'), norketamine: of('norketamine') }
}
