/** One stage as an R4 Dosage, in words and as quantities; and what may be dispensed for all of them. */
import type { Dosage, MedicationRequest, Quantity } from '@medplum/fhirtypes'
import type { Dose } from '@anodyne/pathway'
import { SNOMED, UCUM } from '../codes/systems.ts'
import { present } from './frame.ts'
import type { Stage } from './stages.ts'

export function dosage({ dose, days }: Stage, text: string, sequence?: number): Dosage {
  return present<Dosage>({
    sequence,
    text,
    patientInstruction: text,
    timing: {
      repeat: { boundsDuration: quantity(days, 'd', 'days'), frequency: dose.timesPerDay, period: 1, periodUnit: 'd' },
    },
    asNeededBoolean: false,
    route: { coding: [{ system: SNOMED, code: '26643006', display: 'Oral route' }], text: 'by mouth, swallowed' },
    // The order is in mg; the volume is the same dose, worked out from the strength.
    doseAndRate: [
      { type: doseType('ordered'), doseQuantity: quantity(dose.mg, 'mg') },
      { type: doseType('calculated'), doseQuantity: quantity(dose.mL, 'mL') },
    ],
    maxDosePerPeriod: { numerator: quantity(perDay(dose), 'mg'), denominator: quantity(1, 'd', 'day') },
    maxDosePerAdministration: quantity(dose.mg, 'mg'),
  })
}

export function instruction({ dose, days }: Stage, n: number, of: number, stopsAfter: boolean): string {
  const times = dose.timesPerDay === 1 ? 'once a day' : `${dose.timesPerDay} times a day`
  const span = `${days} ${days === 1 ? 'day' : 'days'}`
  const step = of > 1 ? `Step ${n}: ` : ''
  const each = `${dose.mg} mg = ${dose.mL} mL of ketamine oral solution ${dose.strength} mg/mL (as free base)`
  const end = stopsAfter && n === of ? ' Then stop: take no more.' : ''
  return `${step}${each}, by mouth, ${times}, for ${span}. At most ${perDay(dose)} mg a day.${end}`
}

/** What may be dispensed on this order: the first `days` days of it. A longer taper needs another order. */
export function supply(stages: readonly Stage[], days: number): NonNullable<MedicationRequest['dispenseRequest']> {
  let left = days
  let mL = 0
  for (const stage of stages) {
    const taken = Math.min(left, stage.days)
    mL += stage.dose.mL * stage.dose.timesPerDay * taken
    left -= taken
  }
  return {
    numberOfRepeatsAllowed: 0,
    quantity: quantity(rounded(mL), 'mL'),
    expectedSupplyDuration: quantity(days - left, 'd', 'days'),
  }
}

const perDay = (dose: Dose) => rounded(dose.mg * dose.timesPerDay)

/** Removes binary noise (0.1 × 3); far finer than any syringe. */
const rounded = (value: number) => Number(value.toFixed(6))

function quantity(value: number, code: string, unit = code): Quantity {
  return { value, unit, system: UCUM, code }
}

function doseType(code: 'ordered' | 'calculated') {
  const display = code === 'ordered' ? 'Ordered' : 'Calculated'
  return { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/dose-rate-type', code, display }] }
}
