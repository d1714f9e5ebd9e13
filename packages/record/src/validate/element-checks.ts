/** What may stand in one element: a real date, a code of the required set, a reference of the right form and type. */
import type { Issue } from '@anodyne/pathway'
import type { InternalSchemaElement } from '@medplum/core'
import { r4 } from './definitions.ts'
import { isResourceType } from './resource-types.ts'

/** Patterns of the R4 datatypes (hl7.org/fhir/R4/datatypes.html), stricter than the validator's in one way: the day exists. */
export function checkPrimitive(value: unknown, type: string, path: string): Issue[] {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return [{ path, code: 'number-not-finite', message: `${value} is not a number that JSON can carry` }]
  }
  if (typeof value !== 'string') return []
  if (type === 'id' && !/^[A-Za-z0-9\-.]{1,64}$/.test(value)) {
    return [{ path, code: 'id-invalid', message: `"${value}": expected 1–64 letters, digits, "-" or "."` }]
  }
  const pattern = datePattern[type]
  if (pattern === undefined) return []
  const parts = pattern.exec(value)
  if (parts !== null && dayExists(Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1))) return []
  return [{ path, code: 'date-invalid', message: `"${value}": expected ${dateWords[type]}` }]
}

const time = '([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?(Z|[+-](0\\d|1[0-4]):[0-5]\\d)'
const datePattern: Readonly<Record<string, RegExp>> = {
  date: /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/,
  dateTime: new RegExp(`^(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:T${time})?)?)?$`),
  instant: new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)T${time}$`),
}
const dateWords: Readonly<Record<string, string>> = {
  date: 'a day that exists, as YYYY, YYYY-MM or YYYY-MM-DD',
  dateTime: 'a day that exists, and with a time also its zone (YYYY-MM-DDThh:mm:ss+zz:zz)',
  instant: 'YYYY-MM-DDThh:mm:ss+zz:zz on a day that exists',
}

/** A day that does not exist rolls over into another month. */
function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  return year > 0 && date.getUTCMonth() === month - 1
}

/** A required binding: the code must be of the value set, where the definitions list that set in full. */
export function checkBinding(value: unknown, element: InternalSchemaElement, type: string, path: string): Issue[] {
  if (element.binding?.strength !== 'required' || element.binding.valueSet === undefined) return []
  const codes = r4().codesOf(element.binding.valueSet)
  const given = givenCodes(value, type)
  if (codes === undefined || given === undefined) return []
  const isListed = (g: string) => (g.startsWith('|') ? [...codes].some((c) => c.endsWith(g)) : codes.has(g))
  if (given.some(isListed)) return []
  const expected = [...codes]
    .slice(0, 12)
    .map((c) => c.slice(c.lastIndexOf('|') + 1))
    .join(', ')
  const words = given.length === 0 ? 'no code' : given.map((g) => g.replace(/^\|/, '')).join(', ')
  return [{ path, code: 'code-not-in-required-set', message: `${words}: expected one of ${expected}` }]
}

/** As `system|code`; `|code` for a bare code, whose system the binding implies. */
function givenCodes(value: unknown, type: string): string[] | undefined {
  if (type === 'code') return typeof value === 'string' ? [`|${value}`] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const text = (c: { system?: string; code?: string }) => `${c.system ?? ''}|${c.code ?? ''}`
  if (type === 'Coding') return [text(value)]
  if (type !== 'CodeableConcept') return undefined
  const { coding } = value as { coding?: unknown }
  return Array.isArray(coding) ? coding.map(text) : []
}

const referenceForms = [
  /^#[A-Za-z0-9\-.]{0,64}$/,
  /^([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(\/_history\/[A-Za-z0-9\-.]{1,64})?$/,
  /^https?:\/\/[^\s]+$/,
  /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/,
]

/** Literal references: form, and the type pointed at. A conditional reference (`Type?…`) points at nothing once stored. */
export function checkReferenceForm(value: object, element: InternalSchemaElement, path: string): Issue[] {
  const { reference } = value as { reference?: unknown }
  if (typeof reference !== 'string') return []
  if (!referenceForms.some((form) => form.test(reference))) {
    const message = `"${reference}": expected Type/id, #id, urn:uuid:… or an absolute address`
    return [{ path: `${path}.reference`, code: 'reference-form', message }]
  }
  const type = /^([A-Z][A-Za-z]+)\//.exec(reference)?.[1]
  if (type === undefined) return []
  const allowed = element.type.flatMap((t) => t.targetProfile ?? []).map((p) => p.slice(p.lastIndexOf('/') + 1))
  if (isResourceType(type) && (allowed.length === 0 || allowed.includes('Resource') || allowed.includes(type)))
    return []
  const message = `"${reference}": expected a reference to ${allowed.join(' or ') || 'a FHIR R4 resource'}`
  return [{ path: `${path}.reference`, code: 'reference-target', message }]
}
