/**
 * The signed dose as an R4 MedicationRequest. Every instruction carries mg AND mL AND strength AND times a day, in words
 * and as quantities, since a mix-up of mg and mL is a tenfold overdose at 10 mg/mL.
 */
import type { MedicationRequest } from '@medplum/fhirtypes'
import type { Plan } from '@anodyne/pathway'
import { MASS_OF } from '../codes/anodyne.ts'
import { RXNORM } from '../codes/systems.ts'
import { dosage, instruction, supply } from './dosage.ts'
import { type Frame, present } from './frame.ts'
import { endsInNothing, givenStages } from './stages.ts'

/** The order in force after signing; none when nothing is to be given and nothing was being given. */
export function medicationRequest(frame: Frame): MedicationRequest | undefined {
  const { option } = frame.plan
  const regimen = option.regimen
  if (option.kind === 'stop') return takesKetamine(frame.plan) ? stopped(frame) : undefined
  if (regimen === undefined || option.kind === 'decline') return undefined
  const stages = givenStages(regimen)
  const [first] = stages
  if (first === undefined) return undefined
  const instructions = stages.map((stage, i) => instruction(stage, i + 1, stages.length, endsInNothing(regimen)))
  return present<MedicationRequest>({
    ...common(frame, first.dose.strength),
    status: 'active',
    text: frame.text(option.title, ...instructions),
    note: frame.notes(),
    dosageInstruction: stages.map((stage, i) =>
      dosage(stage, instructions[i] ?? '', stages.length > 1 ? i + 1 : undefined),
    ),
    dispenseRequest: supply(stages, regimen.days),
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

/** Phases in which regular doses are ordered, so that a stop ends an order. */
function takesKetamine(plan: Plan): boolean {
  return ['titration', 'evaluation', 'maintenance', 'taper'].includes(plan.assessment.phase)
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
