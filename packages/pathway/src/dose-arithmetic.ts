/**
 * From a wanted amount to a dose that can be measured: mg = mL × strength, exactly, with mL a whole number of syringe graduations.
 * Always rounds down, so that rounding can never carry a dose past a ceiling. Hazard: a 10-fold or 5-fold volume error
 * from the two strengths of oral ketamine.
 */
import { limitOf } from './options/limit.ts'
import type { Protocol } from './protocol.ts'

export interface MeasuredDose {
  /** mg of free base */
  readonly mg: number
  /** mL, a whole number of graduations of the oral syringe */
  readonly mL: number
  /** mg/mL of free base */
  readonly strength: number
}

export interface DoseRefusal {
  readonly refused: { readonly code: 'not-an-amount' | 'no-strength' | 'not-measurable'; readonly message: string }
}

/** The largest measurable dose that is not above `mg`, or a refusal. */
export function measurableDose(
  mg: number,
  strength: number | undefined,
  protocol: Protocol,
): MeasuredDose | DoseRefusal {
  const graduation = limitOf(protocol, 'dose.mLIncrement').value
  if (!(mg > 0 && Number.isFinite(mg)))
    return refuse('not-an-amount', `Dose ${mg} mg: expected a positive number of mg.`)
  if (strength === undefined || !(strength > 0 && Number.isFinite(strength))) {
    return refuse('no-strength', `Strength ${strength} mg/mL: expected the strength of the solution in mg/mL.`)
  }
  // 1e-9 of a graduation forgives 0.1 + 0.2; it is far below what a syringe can show.
  const graduations = Math.floor(mg / strength / graduation + 1e-9)
  const mL = nano(graduations * graduation)
  const measured = { mg: nano(mL * strength), mL, strength }
  if (graduations < 1 || !arithmeticHolds(measured)) {
    return refuse(
      'not-measurable',
      `Dose ${mg} mg at ${strength} mg/mL: the least measurable volume is ${graduation} mL, ${nano(graduation * strength)} mg.`,
    )
  }
  return measured
}

/** mg = mL × strength, to one millionth of a mg. False for anything that is not a number. */
export function arithmeticHolds({ mg, mL, strength }: MeasuredDose): boolean {
  return Math.abs(mg - mL * strength) < 1e-6
}

/** The dose is what the protocol's syringe can measure, neither less nor more. */
export function isMeasurable(dose: MeasuredDose, protocol: Protocol): boolean {
  const measured = measurableDose(dose.mg, dose.strength, protocol)
  return !('refused' in measured) && arithmeticHolds(dose) && Math.abs(measured.mg - dose.mg) < 1e-6
}

const refuse = (code: DoseRefusal['refused']['code'], message: string): DoseRefusal => ({ refused: { code, message } })

/** Drops the binary dust below 1e-9, so that 3 × 0.1 is written 0.3. */
const nano = (x: number) => Math.round(x * 1e9) / 1e9
