/**
 * The signed dose as an R4 MedicationRequest. Every instruction carries mg AND mL AND strength AND times a day, in words
 * and as quantities, since a mix-up of mg and mL is a tenfold overdose at 10 mg/mL.
 */
import type { Dosage, MedicationRequest, Quantity } from '@medplum/fhirtypes'
import type { Dose, Plan, PlannedRegimen } from '@anodyne/pathway'
import { MASS_OF } from '../codes/anodyne.ts'
import { RXNORM, SNOMED, UCUM } from '../codes/systems.ts'
import { type Frame, present } from './frame.ts'

interface Stage {
  readonly dose: Dose
  readonly days: number
}

/** The order in force after signing; none when nothing is to be given and nothing was being given. */
export function medicationRequest(frame: Frame): MedicationRequest | undefined {
  const { option } = frame.plan
  const regimen = option.regimen
  if (option.kind === 'stop') return takesKetamine(frame.plan) ? stopped(frame) : undefined
  if (regimen === undefined || option.kind === 'decline') return undefined
  const stages = regimen.stages ?? [{ dose: regimen.dose, days: regimen.days }]
  const [first] = stages
  if (first === undefined) return undefined
  return present<MedicationRequest>({
    ...common(frame, first.dose.strength),
    status: 'active',
    text: frame.text(option.title, ...stages.map((s, i) => instruction(s, stages.length > 1 ? i + 1 : undefined))),
    note: frame.notes(),
    dosageInstruction: stages.map((stage, i) => dosage(stage, stages.length > 1 ? i + 1 : undefined)),
    dispenseRequest: supply(stages),
    substitution: {
      // `allowedBoolean: false` would say the same; a much used validator reads false as absent.
      allowedCodeableConcept: {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/v3-substanceAdminSubstitution', code: 'N', display: 'none' },
        ],
      },
      reason: { text: 'A change of strength, formulation or pharmacy is a change of dose: ask the prescriber.' },
    },
  })
}

/** Phases in which ketamine is being taken, so that a stop ends something. */
function takesKetamine(plan: Plan): boolean {
  return !['assessment', 'declined', 'stopped', 'follow-up'].includes(plan.assessment.phase)
}

function common(frame: Frame, strength?: number) {
  const { plan } = frame
  const product = strength === undefined ? '' : ` oral solution ${strength} mg/mL`
  return {
    resourceType: 'MedicationRequest' as const,
    id: frame.id('dose'),
    ...(frame.meta && { meta: frame.meta }),
    // What the milligrams are of: the same number of mg of the hydrochloride is less ketamine.
    extension: [{ url: MASS_OF, valueCode: 'base' }],
    intent: 'order' as const,
    medicationCodeableConcept: {
      coding: [{ system: RXNORM, code: '6130', display: 'ketamine' }],
      text: `Ketamine (racemic)${product}, strength as ketamine free base`,
    },
    subject: frame.subject,
    authoredOn: plan.signedAt,
    requester: frame.signer,
    reasonCode: [{ text: 'Chronic pain: supervised trial of oral ketamine' }],
  }
}

function stopped(frame: Frame): MedicationRequest {
  const { option, signedAt } = frame.plan
  const text = 'Stop: take no more ketamine. Return what is left to the pharmacy.'
  return present<MedicationRequest>({
    ...common(frame),
    status: 'stopped',
    statusReason: { text: option.title },
    text: frame.text(option.title, text),
    note: frame.notes(),
    dosageInstruction: [{ text, patientInstruction: text, timing: { repeat: { boundsPeriod: { end: signedAt } } } }],
  })
}

function dosage({ dose, days }: Stage, sequence?: number): Dosage {
  const text = instruction({ dose, days }, sequence)
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

function instruction({ dose, days }: Stage, sequence?: number): string {
  const times = dose.timesPerDay === 1 ? 'once a day' : `${dose.timesPerDay} times a day`
  const span = `${days} ${days === 1 ? 'day' : 'days'}`
  const step = sequence === undefined ? '' : `Step ${sequence}: `
  const each = `${dose.mg} mg = ${dose.mL} mL of ketamine oral solution ${dose.strength} mg/mL (as free base)`
  return `${step}${each}, by mouth, ${times}, for ${span}. At most ${perDay(dose)} mg a day.`
}

function supply(stages: readonly Stage[]): NonNullable<MedicationRequest['dispenseRequest']> {
  const days = stages.reduce((sum, s) => sum + s.days, 0)
  const mL = stages.reduce((sum, { dose, days: d }) => sum + dose.mL * dose.timesPerDay * d, 0)
  return {
    numberOfRepeatsAllowed: 0,
    quantity: quantity(rounded(mL), 'mL'),
    expectedSupplyDuration: quantity(days, 'd', 'days'),
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

/**
 * A plan whose dose contradicts itself is not written.
 * @throws RangeError mg ≠ mL × strength, a number that is not positive, a daily total that is another
 */
export function checkRegimen(regimen: PlannedRegimen): void {
  const stages = regimen.stages ?? [{ dose: regimen.dose, days: regimen.days }]
  if (stages.length === 0) throw new RangeError('regimen.stages is empty; expected at least one')
  for (const { dose, days } of [...stages, { dose: regimen.dose, days: regimen.days }]) {
    for (const [name, value] of Object.entries({ ...numbersOf(dose), days })) {
      if (!(value > 0 && Number.isFinite(value)))
        throw new RangeError(`dose: ${name} is ${value}; expected more than 0`)
    }
    if (!Number.isInteger(dose.timesPerDay))
      throw new RangeError(`dose: ${dose.timesPerDay} times a day is no whole number`)
    if (!near(dose.mg, dose.mL * dose.strength)) {
      throw new RangeError(`dose: ${dose.mL} mL × ${dose.strength} mg/mL is not ${dose.mg} mg`)
    }
  }
  if (!near(regimen.mgPerDay, regimen.dose.mg * regimen.dose.timesPerDay)) {
    throw new RangeError(
      `regimen: ${regimen.mgPerDay} mg a day is not ${regimen.dose.mg} mg × ${regimen.dose.timesPerDay}`,
    )
  }
}

const numbersOf = ({ mg, mL, strength, timesPerDay }: Dose) => ({ mg, mL, strength, timesPerDay })
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
