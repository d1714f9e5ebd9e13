/**
 * Is this a valid R4 resource? Structure, cardinality and invariants by @medplum/core; what that validator lets pass
 * (required codes, calendar dates, two values of one choice, empty arrays, reference form and target, repeated linkIds)
 * by the checks beside this file. Profiles and terminology servers are not consulted.
 */
import type { Issue } from '@anodyne/pathway'
import type { OperationOutcomeIssue, Resource } from '@medplum/fhirtypes'
import { checkLinkIds, checkReferencesWithin } from './resource-checks.ts'
import { r4 } from './definitions.ts'
import { isResourceType } from './resource-types.ts'
import { walk } from './walk.ts'

/** Every issue, each with its FHIRPath inside the resource; none means valid. The first call loads the definitions. */
export function validate(resource: Resource): Issue[] {
  const type: unknown = (resource as { resourceType?: unknown } | null)?.resourceType
  if (typeof type !== 'string' || !isResourceType(type)) {
    const message = `resourceType is ${JSON.stringify(type)}; expected a FHIR R4 resource type`
    return [{ path: 'Resource.resourceType', code: 'resource-type-unknown', message }]
  }
  const found = [
    ...structureIssues(resource),
    ...walk(resource, type),
    ...checkLinkIds(resource),
    ...checkReferencesWithin(resource),
  ]
  const seen = new Set<string>()
  return found.filter(({ path, code, message }) => {
    const key = `${path} ${code} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}

function structureIssues(resource: Resource): Issue[] {
  const { validateResource, OperationOutcomeError } = r4()
  try {
    // Its limit of 1 MiB for binary data is its own; FHIR has none, and a record as received is larger.
    const options = { base64BinaryMaxBytes: Number.POSITIVE_INFINITY }
    return validateResource(resource, options).filter(isError).map(toIssue)
  } catch (error) {
    // The validator throws when it finds errors, and returns warnings.
    if (error instanceof OperationOutcomeError) return (error.outcome.issue ?? []).filter(isError).map(toIssue)
    const message = error instanceof Error ? error.message : String(error)
    return [{ path: resource.resourceType, code: 'structure', message: `could not be validated: ${message}` }]
  }
}

const isError = (issue: OperationOutcomeIssue) => issue.severity === 'error' || issue.severity === 'fatal'

function toIssue(issue: OperationOutcomeIssue): Issue {
  return {
    path: issue.expression?.[0] ?? '',
    code: issue.code ?? 'structure',
    message: issue.details?.text ?? 'invalid',
  }
}
