/** A signed plan as one FHIR R4 transaction: whole or not at all, and the same plan always gives the same bytes. */
import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes'
import type { Plan } from '@anodyne/pathway'
import { carePlan, functionalGoal, type NamedGoal } from './care-plan.ts'
import { guidanceResponse, provenance, snapshot } from './decision.ts'
import { detectedIssue, isOpen } from './detected-issue.ts'
import { frameOf } from './frame.ts'
import { medicationRequest } from './medication-request.ts'
import { serviceRequest, task } from './monitoring.ts'
import { checkRegimen } from './stages.ts'

/**
 * The plan's resources, each naming the patient. `goal` is the patient's functional goal, when it is known.
 * @throws RangeError for what must never be written: a blocked option, a dose whose mg, mL and strength disagree
 */
export function writePlan(plan: Plan, goal?: NamedGoal): Bundle {
  const { option, assessment } = plan
  if (option.blockedBy.length > 0)
    throw new RangeError(`"${option.title}" is blocked by ${option.blockedBy.join(', ')}`)
  if (option.regimen) checkRegimen(option.regimen)

  const frame = frameOf(plan)
  const dose = medicationRequest(frame)
  const services = option.monitoring.map((item, n) => serviceRequest(frame, item, n + 1))
  const activities = [...(dose ? [dose] : []), ...services].map(referenceTo)
  const clinical: Resource[] = [
    carePlan(frame, activities, goal !== undefined),
    ...(goal ? [functionalGoal(frame, goal)] : []),
    ...(dose ? [dose] : []),
    ...services,
    ...option.monitoring.map((item, n) => task(frame, item, n + 1)),
    ...assessment.findings.filter(isOpen).map((finding, n) => detectedIssue(frame, finding, n + 1)),
    guidanceResponse(frame),
  ]
  const resources = [...clinical, provenance(frame, clinical.map(referenceTo)), snapshot(frame)]
  return { resourceType: 'Bundle', type: 'transaction', entry: resources.map(plainSpaces).map(toEntry) }
}

function referenceTo({ resourceType, id }: Resource): { reference: string } {
  return { reference: `${resourceType}/${id}` }
}

function toEntry(resource: Resource): BundleEntry {
  return { resource, request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` } }
}

/** R4 strings know no white space but space, tab and line ends (datatypes.html#string): a no-break space becomes a space. */
function plainSpaces<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[^\S \r\n\t]/g, ' ') as T
  if (Array.isArray(value)) return value.map(plainSpaces) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainSpaces(member)])) as T
}
