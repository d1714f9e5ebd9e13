/**
 * A dose that could be signed, as a draft MedicationRequest of intent `proposal`: a pharmacy cannot dispense from it.
 * Never made for an option that is blocked.
 */
import type { Dose, Option } from '@anodyne/pathway'
import { doseWords } from '../page/choices.ts'
import { ANODYNE, narrative, quantity, RXNORM, SNOMED, type Of } from './fhir.ts'
import type { Frame } from './frame.ts'

type MedicationRequest = Of<'MedicationRequest'>

export function medicationRequest(frame: Frame, option: Option, n: number): MedicationRequest | undefined {
  const { regimen, blockedBy, title } = option
  if (regimen === undefined || blockedBy.length > 0) return undefined
  // The last stage of a taper is nothing: there is nothing to write for it.
  const stages = (regimen.stages ?? [{ dose: regimen.dose, days: regimen.days }]).filter(({ dose }) => dose.mg > 0)
  return {
    resourceType: 'MedicationRequest',
    id: frame.id(`dose-${n}`),
    ...(frame.meta ? { meta: frame.meta } : {}),
    text: narrative(...frame.warnings, title, ...stages.map(({ dose, days }) => doseWords(dose, days))),
    // What the milligrams are of: the same number of mg of the hydrochloride is less ketamine.
    extension: [{ url: `${ANODYNE}/StructureDefinition/mass-of`, valueCode: 'base' }],
    status: 'draft',
    intent: 'proposal',
    medicationCodeableConcept: {
      coding: [{ system: RXNORM, code: '6130', display: 'ketamine' }],
      text: `Ketamine (racemic) oral solution ${regimen.dose.strength} mg/mL, strength as ketamine free base`,
    },
    subject: frame.subject,
    authoredOn: frame.assessment.asOf,
    reasonCode: [{ text: 'Chronic pain: supervised trial of oral ketamine' }],
    note: frame.warnings.map((text) => ({ text })),
    dosageInstruction: stages.map(({ dose, days }, i) => dosage(dose, days, stages.length > 1 ? i + 1 : undefined)),
  }
}

function dosage(
  dose: Dose,
  days: number,
  sequence?: number,
): NonNullable<MedicationRequest['dosageInstruction']>[number] {
  const perDay = Number((dose.mg * dose.timesPerDay).toFixed(6))
  return {
    ...(sequence === undefined ? {} : { sequence }),
    text: doseWords(dose, days),
    timing: {
      repeat: { boundsDuration: quantity(days, 'd'), frequency: dose.timesPerDay, period: 1, periodUnit: 'd' },
    },
    asNeededBoolean: false,
    route: { coding: [{ system: SNOMED, code: '26643006', display: 'Oral route' }], text: 'by mouth, swallowed' },
    doseAndRate: [
      { type: doseType('ordered', 'Ordered'), doseQuantity: quantity(dose.mg, 'mg') },
      { type: doseType('calculated', 'Calculated'), doseQuantity: quantity(dose.mL, 'mL') },
    ],
    maxDosePerPeriod: { numerator: quantity(perDay, 'mg'), denominator: quantity(1, 'd') },
  }
}

const doseType = (code: string, display: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/dose-rate-type', code, display }],
})
