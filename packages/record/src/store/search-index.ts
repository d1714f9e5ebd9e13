/**
 * What can be searched: which element of a type names its subject, and which types have a `status`.
 * A search that a type does not support is refused, since an empty answer would read as "there is none".
 */
import type { Resource } from '@medplum/fhirtypes'
import { isResourceType } from '../validate/resource-types.ts'
import { StoreRefusal } from '../store.ts'

/** R4 search parameter `subject` / `patient` of each type, as the element it reads. */
const subjectElement: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'patient',
  Binary: 'securityContext',
  CarePlan: 'subject',
  Communication: 'subject',
  Composition: 'subject',
  Condition: 'subject',
  Consent: 'patient',
  DetectedIssue: 'patient',
  DiagnosticReport: 'subject',
  DocumentReference: 'subject',
  Encounter: 'subject',
  FamilyMemberHistory: 'patient',
  Goal: 'subject',
  GuidanceResponse: 'subject',
  Immunization: 'patient',
  MedicationAdministration: 'subject',
  MedicationDispense: 'subject',
  MedicationRequest: 'subject',
  MedicationStatement: 'subject',
  Observation: 'subject',
  Procedure: 'subject',
  QuestionnaireResponse: 'subject',
  RiskAssessment: 'subject',
  ServiceRequest: 'subject',
  Task: 'for',
}

/** Types kept here whose R4 search parameter `status` reads the element `status`. */
const withStatus = new Set(
  [
    'CarePlan Communication Composition Consent DetectedIssue DiagnosticReport DocumentReference Encounter',
    'FamilyMemberHistory Immunization MedicationAdministration MedicationDispense MedicationRequest MedicationStatement',
    'Observation Procedure Questionnaire QuestionnaireResponse RiskAssessment ServiceRequest Task',
  ].flatMap((line) => line.split(' ')),
)

export interface IndexRow {
  readonly parameter: 'subject' | 'status'
  readonly value: string
}

/** The rows by which a resource is found again. */
export function indexRows(resource: Resource): IndexRow[] {
  const members = resource as unknown as Readonly<Record<string, unknown>>
  const rows: IndexRow[] = []
  const element = subjectElement[resource.resourceType]
  const reference =
    element === undefined ? undefined : (members[element] as { reference?: unknown } | undefined)?.reference
  if (typeof reference === 'string') rows.push({ parameter: 'subject', value: withoutVersion(reference) })
  const status = members['status']
  if (withStatus.has(resource.resourceType) && typeof status === 'string') {
    rows.push({ parameter: 'status', value: status })
  }
  return rows
}

/** One condition of a search: any of the values; all conditions must hold. */
export interface Condition {
  readonly parameter: '_id' | 'subject' | 'status'
  readonly anyOf: readonly string[]
}

/** @throws StoreRefusal `resource-type-unknown`, `search-parameter-unknown`, `search-value-invalid` */
export function readSearch(type: string, parameters: Readonly<Record<string, string>>): Condition[] {
  if (!isResourceType(type)) throw new StoreRefusal('resource-type-unknown', `${type} is not a FHIR R4 resource type`)
  return Object.entries(parameters).map(([name, text]) => {
    const anyOf = text.split(',')
    if (anyOf.some((v) => v === '' || v.includes('|'))) {
      throw new StoreRefusal(
        'search-value-invalid',
        `${type}?${name}=${text}: expected one value or several, comma-separated`,
      )
    }
    if (name === '_id') return { parameter: '_id', anyOf }
    if (name === 'status' && withStatus.has(type)) return { parameter: 'status', anyOf }
    if ((name === 'subject' || name === 'patient') && subjectElement[type] !== undefined) {
      return { parameter: 'subject', anyOf: anyOf.map((v) => patientReference(type, name, v)) }
    }
    throw new StoreRefusal(
      'search-parameter-unknown',
      `${type}?${name}: not supported; this type can be searched by ${supported(type).join(', ')}`,
    )
  })
}

function supported(type: string): string[] {
  const subject = subjectElement[type] === undefined ? [] : ['subject', 'patient']
  return ['_id', ...subject, ...(withStatus.has(type) ? ['status'] : [])]
}

/** A bare id is legal in a FHIR search and means Patient here; `patient` may name nothing else. */
function patientReference(type: string, name: string, value: string): string {
  const reference = value.includes('/') || value.startsWith('urn:') ? value : `Patient/${value}`
  if (name === 'patient' && !/(^|\/)Patient\/[^/]+$/.test(reference)) {
    throw new StoreRefusal('search-value-invalid', `${type}?patient=${value}: expected an id or Patient/id`)
  }
  return reference
}

function withoutVersion(reference: string): string {
  return reference.replace(/\/_history\/[^/]+$/, '')
}
