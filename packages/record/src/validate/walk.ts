/** Visits every element of a resource beside its definition, and asks the element checks about it. */
import type { Issue } from '@anodyne/pathway'
import type { InternalSchemaElement } from '@medplum/core'
import { r4 } from './definitions.ts'
import { checkBinding, checkPrimitive, checkReferenceForm } from './element-checks.ts'
import { isResourceType } from './resource-types.ts'

type Members = Readonly<Record<string, unknown>>

export function walk(resource: object, type: string): Issue[] {
  const issues: Issue[] = []
  visit(resource as Members, type, type, issues)
  return issues
}

function visit(members: Members, type: string, path: string, issues: Issue[]): void {
  const schema = r4().schemaOf(type)
  if (schema === undefined) return
  for (const [name, element] of Object.entries(schema.elements)) {
    const present = keysOf(name, element).filter(({ key }) => members[key] !== undefined)
    if (present.length > 1) {
      const keys = present.map((p) => p.key).join(' and ')
      issues.push({ path: `${path}.${name}`, code: 'choice-twice', message: `${keys} are both present; expected one` })
    }
    for (const { key, code } of present.map((p) => (isResourceType(type) && p.key === 'id' ? resourceId : p))) {
      visitElement(members[key], element, code, `${path}.${key}`, issues)
    }
  }
}

/** The definitions give a resource's id as a plain string; the datatype is `id` (hl7.org/fhir/R4/resource.html). */
const resourceId = { key: 'id', code: 'id' }

/** The JSON names an element may have: one, or one for each type of a choice. */
function keysOf(name: string, element: InternalSchemaElement): { key: string; code: string }[] {
  if (!name.endsWith('[x]')) return [{ key: name, code: element.type[0]?.code ?? '' }]
  const base = name.slice(0, -3)
  return element.type.map(({ code }) => ({ key: base + code.charAt(0).toUpperCase() + code.slice(1), code }))
}

function visitElement(
  value: unknown,
  element: InternalSchemaElement,
  code: string,
  path: string,
  issues: Issue[],
): void {
  if (!Array.isArray(value)) return one(value, element, code, path, issues)
  if (value.length === 0) issues.push({ path, code: 'array-empty', message: 'an empty array; expected it left out' })
  value.forEach((item, i) => one(item, element, code, `${path}[${i}]`, issues))
}

function one(value: unknown, element: InternalSchemaElement, code: string, path: string, issues: Issue[]): void {
  issues.push(...checkBinding(value, element, code, path))
  if (typeof value !== 'object' || value === null) {
    issues.push(...checkPrimitive(value, code, path))
    return
  }
  if (code === 'Reference') issues.push(...checkReferenceForm(value, element, path))
  const type = code === 'Resource' ? String((value as { resourceType?: unknown }).resourceType) : code
  visit(value as Members, type, path, issues)
}
