/** The first look at a record: is this text one FHIR R4 Bundle about one person? Anything else is refused in one line. */
import type { Bundle } from '@medplum/fhirtypes'
import { obj, quote, str, type Json } from './json.ts'
import { jsonProblem } from './json-problem.ts'
import { notWhole } from './whole.ts'

export interface RecordRefusal {
  /**
   * Stable: `too-large`, `too-deep`, `truncated`, `not-json`, `not-fhir`, `not-a-bundle`, `wrong-version`, `entry-not-a-list`,
   * `no-patient`, `two-patients`, `named-twice`, `number-too-large`, `bundle-in-bundle`, `one-page-of-several`.
   */
  readonly code: string
  /** One line: what, where, and what was expected. */
  readonly message: string
  /** FHIRPath, when the place has one. */
  readonly path?: string
}

/** UTF-16 code units of text, which is what the parser must hold. */
export const LARGEST_RECORD = 64 * 1024 * 1024

/** Levels of nesting; real records stay below 30, and what walks a record may recurse. Engineering. */
const DEEPEST = 200

export type ReadBundle = { readonly bundle: Bundle } | { readonly refusal: RecordRefusal }

export function readBundle(text: string, largest = LARGEST_RECORD): ReadBundle {
  if (text.length > largest)
    return refuse(
      'too-large',
      `the record is ${megabytes(text.length)} MB; expected at most ${megabytes(largest)} MB, the record of one person`,
    )
  let parsed: unknown
  try {
    // A byte-order mark is legal at the start of a file and not of JSON.
    parsed = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    const { code, message } = jsonProblem(text)
    return refuse(code, message)
  }
  const record = obj(parsed)
  if (!record) return refuse('not-fhir', `the file holds ${kindOf(parsed)}; expected a FHIR Bundle, a JSON object`)
  if (isDeeperThan(record, DEEPEST))
    return refuse('too-deep', `the JSON is nested more than ${DEEPEST} levels deep; expected a FHIR Bundle`)
  const problem = notABundle(record) ?? notWhole(text, record) ?? entriesProblem(record) ?? patientsProblem(record)
  if (problem) return { refusal: problem }
  // The cast says "claims to be": every later look at it goes through json.ts.
  return { bundle: record as unknown as Bundle }
}

function notABundle(record: Json): RecordRefusal | undefined {
  const type = str(record.resourceType)
  if (type === 'Bundle') return undefined
  if (type)
    return refusal('not-a-bundle', `expected a FHIR Bundle; got a single ${quote(type, 40)} resource`, 'resourceType')
  const loose = str(obj(record.resource)?.resourceType)
  if (loose)
    return refusal(
      'not-a-bundle',
      `expected a FHIR Bundle; got one loose Bundle entry that holds ${quote(loose, 40)}: put it in Bundle.entry`,
      'resource',
    )
  if (Array.isArray(record.entry))
    return refusal('not-fhir', 'resourceType is missing; expected "Bundle"', 'resourceType')
  return refusal('not-fhir', 'not a FHIR resource: resourceType is missing; expected a FHIR Bundle', 'resourceType')
}

function entriesProblem({ entry, meta }: Json): RecordRefusal | undefined {
  const version = otherVersion(meta)
  if (version) return refusal('wrong-version', `the Bundle says FHIR ${version}; expected FHIR R4 (4.0)`, 'Bundle.meta')
  if (entry === undefined)
    return refusal(
      'no-patient',
      'the Bundle has no entry; expected one Patient and what is known of them',
      'Bundle.entry',
    )
  if (!Array.isArray(entry))
    return refusal('entry-not-a-list', `Bundle.entry is ${kindOf(entry)}; expected a list`, 'Bundle.entry')
  const stu3 = entry.findIndex((e) =>
    ['MedicationOrder', 'ProcedureRequest', 'ReferralRequest', 'DeviceUseRequest'].includes(
      str(resourceOf(e)?.resourceType) ?? '',
    ),
  )
  if (stu3 >= 0)
    return refusal(
      'wrong-version',
      `${quote(resourceOf(entry[stu3])?.resourceType)} is a resource of FHIR DSTU2 or STU3; expected FHIR R4 (4.0)`,
      `Bundle.entry[${stu3}].resource`,
    )
  const r5 = entry.findIndex(
    (e) => str(resourceOf(e)?.resourceType) === 'MedicationRequest' && obj(resourceOf(e)?.medication) !== undefined,
  )
  if (r5 >= 0)
    return refusal(
      'wrong-version',
      'MedicationRequest.medication is FHIR R5; expected FHIR R4 (4.0), medication[x]',
      `Bundle.entry[${r5}].resource.medication`,
    )
  return undefined
}

/** A profile's own FHIR version, where it is written in `meta.profile`. */
function otherVersion(meta: unknown): string | undefined {
  const profiles = obj(meta)?.profile
  const named = Array.isArray(profiles)
    ? profiles.map((p) => /hl7\.org\/fhir\/(1\.0|3\.0|5\.0|DSTU2|STU3|R5)\//.exec(String(p))?.[1])
    : []
  return named.find((v) => v !== undefined)
}

/** The same person may be in the bundle twice under one id; two ids are two persons. */
function patientsProblem({ entry }: Json): RecordRefusal | undefined {
  const patients = (entry as unknown[]).flatMap((e, at) => {
    const resource = resourceOf(e)
    return resource?.resourceType === 'Patient'
      ? [{ at, id: str(resource.id) ?? str(obj(e)?.fullUrl) ?? `at ${at}` }]
      : []
  })
  const [first, ...others] = patients
  if (!first) return refusal('no-patient', 'the Bundle has no Patient; expected exactly one', 'Bundle.entry')
  const other = others.find((p) => p.id !== first.id)
  if (!other) return undefined
  const where = `Bundle.entry[${first.at}] and Bundle.entry[${other.at}]`
  return refusal(
    'two-patients',
    `the Bundle has two Patients (${where}); expected exactly one`,
    `Bundle.entry[${other.at}].resource`,
  )
}

/** Level by level, without recursion. */
function isDeeperThan(record: Json, levels: number): boolean {
  let level: unknown[] = [record]
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((node) =>
      Object.values(node as object).filter((child) => typeof child === 'object' && child !== null),
    )
    if (level.length === 0) return false
  }
  return true
}

const resourceOf = (entry: unknown) => obj(obj(entry)?.resource)
const megabytes = (length: number) => Math.ceil((length / 1024 / 1024) * 10) / 10
const kindOf = (value: unknown) =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`
const refusal = (code: string, message: string, path?: string): RecordRefusal => ({
  code,
  message,
  ...(path && { path }),
})
const refuse = (code: string, message: string): { refusal: RecordRefusal } => ({ refusal: refusal(code, message) })
