/**
 * Ketamine as a typed amount: racemate or S-ketamine, free base or hydrochloride.
 * Hazard H17: mixing base and salt is a 15 % dose error, mixing racemate and S-ketamine up to two-fold.
 */
import { mg, type Milligrams } from '@anodyne/units'

export type Substance = 'racemic-ketamine' | 'esketamine'
export type Form = 'base' | 'hydrochloride'

/** An amount of drug as written on a label. */
export interface Amount<F extends Form = Form> {
  readonly substance: Substance
  readonly form: F
  readonly mass: Milligrams
}

/** g/mol. Ketamine base: DrugBank / PubChem; hydrochloride: US esketamine label §11 (274.2; 274.19 = base + HCl 36.46). */
export const MOLAR_MASS = { base: 237.73, hydrochloride: 274.19, norketamine: 223.7 } as const

/**
 * The free base in an amount: m · 237.73 / 274.19 for the hydrochloride (0.867).
 * Check: the US esketamine label equates 32.3 mg of hydrochloride with 28 mg of base.
 * @throws RangeError for another form: what is not known to be a hydrochloride is not converted as one
 */
export function freeBase({ form, mass }: Amount): Milligrams {
  if (form === 'base') return mass
  if (form !== 'hydrochloride') throw new RangeError(`form ${String(form)}: expected base or hydrochloride`)
  return mg((mass * MOLAR_MASS.base) / MOLAR_MASS.hydrochloride)
}
