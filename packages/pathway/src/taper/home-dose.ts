/**
 * A dose as it is taken at home: so many graduations of a syringe, or so many whole units, at each time of day. Counted in
 * whole portions, so that nothing which cannot be measured can be written.
 */
import { arithmeticHolds, isMeasurable } from '../dose-arithmetic.ts'
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'

/** A dose in force: mg of free base, with its mL and mg/mL, or its units and mg per unit. */
export type HomeDose = (
  | { readonly form: 'solution'; readonly mg: number; readonly mL: number; readonly strength: number }
  | { readonly form: 'unit'; readonly mg: number; readonly units: number; readonly strength: number }
) & { readonly timesPerDay: number }

export interface TaperRefusal {
  readonly refused: {
    readonly code: string
    /** What, the value, what was expected. */
    readonly message: string
  }
}

/** The least amount that can be measured: one graduation, or one unit. */
export interface Portion {
  readonly form: HomeDose['form']
  /** mg of free base in one portion */
  readonly mg: number
  /** mL or units in one portion */
  readonly amount: number
  readonly strength: number
}

/** The dose in portions at each time of day, or why it cannot be written so. */
export function portionsOf(dose: HomeDose, protocol: Protocol): { portion: Portion; perTime: number } | TaperRefusal {
  const { strength, timesPerDay, form } = dose
  if (!(Number.isInteger(timesPerDay) && timesPerDay >= 1 && timesPerDay <= 24))
    return refuse('times-per-day', `${timesPerDay} times a day: expected a whole number from 1 to 24.`)
  if (!(strength > 0 && Number.isFinite(strength)))
    return refuse('no-strength', `Strength ${strength}: expected mg per mL or per unit, above 0.`)
  if (form === 'solution') {
    if (!(dose.mg > 0) || !arithmeticHolds(dose) || !isMeasurable(dose, protocol))
      return refuse(
        'not-measurable',
        `Dose ${dose.mg} mg as ${dose.mL} mL of ${strength} mg/mL: expected mg = mL × strength, and a volume that the syringe shows.`,
      )
    const graduation = limitOf(protocol, 'dose.mLIncrement').value
    const portion = { form, mg: tidy(graduation * strength), amount: graduation, strength }
    return { portion, perTime: Math.round(dose.mL / graduation) }
  }
  if (form !== 'unit') return refuse('form', `Form ${JSON.stringify(form)}: expected solution or unit.`)
  if (!(Number.isInteger(dose.units) && dose.units >= 1 && Math.abs(dose.mg - dose.units * strength) < 1e-6))
    return refuse(
      'not-whole-units',
      `Dose ${dose.mg} mg as ${dose.units} units of ${strength} mg: expected whole units with mg = units × strength.`,
    )
  return { portion: { form, mg: strength, amount: 1, strength }, perTime: dose.units }
}

export const refuse = (code: string, message: string): TaperRefusal => ({ refused: { code, message } })

/** Drops the binary dust below 1e-9. */
export const tidy = (x: number): number => Math.round(x * 1e9) / 1e9
