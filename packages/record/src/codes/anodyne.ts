/** This project's own canonical names: what standard FHIR has no word for. */
import { ANODYNE } from './systems.ts'

/** The screening form, a Questionnaire. */
export const SCREENING_FORM = `${ANODYNE}/Questionnaire/screening`
/** CarePlan extension, valueCode: one of `phases`. */
export const PHASE = `${ANODYNE}/StructureDefinition/treatment-phase`
/** MedicationAdministration extension, valueBoolean. */
export const TOLERATED = `${ANODYNE}/StructureDefinition/test-dose-tolerated`
/** MedicationRequest / MedicationAdministration extension, valueCode `base` or `hydrochloride`: what the mg are of. */
export const MASS_OF = `${ANODYNE}/StructureDefinition/mass-of`
/** Codes below belong to this system. */
export const CODES = `${ANODYNE}/CodeSystem/record`
/** MedicationAdministration.category */
export const TEST_DOSE = 'test-dose'
/** Goal.category */
export const FUNCTIONAL_GOAL = 'functional-goal'
/** `meta.tag` system; the tag `synthetic` marks a record that is no person. */
export const TAGS = `${ANODYNE}/CodeSystem/tags`
export const SYNTHETIC = 'synthetic'

/** linkIds of the repeating treatment-trial group on the screening form. */
export const trialLinks = {
  group: 'treatment-trial',
  class: 'trial-class',
  name: 'trial-name',
  mgPerDay: 'trial-mg-per-day',
  days: 'trial-days',
  /** percent of pain removed, 0–100 */
  relief: 'trial-relief-percent',
  stopped: 'trial-stopped',
} as const

/** Marks of records that are no person: our own, HL7's test security label, and Synthea's identifier. */
export const syntheticMarks = {
  tags: [
    [TAGS, SYNTHETIC],
    ['http://terminology.hl7.org/CodeSystem/v3-ActReason', 'HTEST'],
  ],
  identifierSystems: ['https://github.com/synthetichealth/synthea'],
} as const
