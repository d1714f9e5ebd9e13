/**
 * A person's record is kept **as received**: the Bundle's JSON text in a Binary that names its Patient, with its SHA-256,
 * and read back to the last character. Real records have flaws; a flaw is reported and never a reason to lose what was
 * received, and nothing is repaired in what is kept. The Patient is stored beside it, so that persons can be listed.
 */
import type { Binary, Bundle, Patient, Resource } from '@medplum/fhirtypes'
import type { Issue } from '@anodyne/pathway'
import { ANODYNE } from '../codes/systems.ts'
import { syntheticMarks } from '../codes/anodyne.ts'
import { sha256 } from '../hash.ts'
import { type Store, StoreRefusal, type Write } from '../store.ts'
import { validate } from '../validate/validate.ts'
import { patientIdFrom } from './patient-id.ts'

/** `meta.tag` system whose code is the SHA-256 of the kept text. */
const RECORD_HASH = `${ANODYNE}/CodeSystem/record-sha-256`

export interface SavedRecord {
  readonly patientId: string
  /** Entries received. */
  readonly count: number
  /** What is not valid R4 in it, with its FHIRPath. It is kept all the same. */
  readonly issues: readonly Issue[]
  /** Version of the kept record: unchanged when the same text is saved again. */
  readonly versionId: string
}

export interface SaveOptions {
  /** The text as received, when the bundle was parsed from one: parsing loses the trailing zeros of decimals. */
  readonly text?: string
  /** The caller has made sure that a record with another birth date is the same person's. */
  readonly samePerson?: boolean
}

/**
 * Keeps the record whole, or refuses it whole.
 * @throws StoreRefusal `record-invalid` (no Bundle, not exactly one Patient, a Patient that nothing names, a text that is
 * another record), `patient-conflict` (the id belongs to somebody with another birth date)
 */
export async function saveRecord(store: Store, bundle: Bundle, options: SaveOptions = {}): Promise<SavedRecord> {
  const text = options.text ?? JSON.stringify(bundle)
  if (options.text !== undefined && JSON.stringify(JSON.parse(withoutMark(options.text))) !== JSON.stringify(bundle)) {
    throw new StoreRefusal('record-invalid', 'The text given is not that of the bundle. Nothing was written.')
  }
  const patient = onePatient(bundle)
  const id = patient.id
  const kept = await store.read('Binary', id)
  await refuseOtherPerson(store, patient, options)
  const issues = issuesOf(bundle)
  const hash = sha256(text)
  const count = bundle.entry?.length ?? 0
  if (kept && hashOfKept(kept as Binary) === hash)
    return { patientId: id, count, issues, versionId: kept.meta.versionId }

  const record: Binary = {
    resourceType: 'Binary',
    id,
    meta: { tag: [{ system: RECORD_HASH, code: hash }] },
    contentType: 'application/fhir+json',
    securityContext: { reference: `Patient/${id}` },
    data: Buffer.from(text, 'utf8').toString('base64'),
  }
  // A Patient that is not valid is stood for by its id alone; the record has the rest.
  const indexed: Patient = validate(patient).length === 0 ? patient : { resourceType: 'Patient', id }
  const written = await store.write([put(record), put(indexed)])
  return { patientId: id, count, issues, versionId: written[0]?.meta.versionId ?? '' }
}

export interface KeptRecord {
  readonly bundle: Bundle
  /** Exactly what was received. */
  readonly text: string
  readonly sha256: string
  readonly versionId: string
  readonly savedAt: string
}

/** The newest version of a person's record. @throws StoreRefusal `record-damaged` when it is not what was saved */
export async function loadRecord(store: Store, patientId: string): Promise<KeptRecord | undefined> {
  const kept = await store.read('Binary', patientId)
  if (kept === undefined) return undefined
  const text = Buffer.from((kept as Binary).data ?? '', 'base64').toString('utf8')
  const hash = sha256(text)
  if (hash !== hashOfKept(kept as Binary)) {
    throw new StoreRefusal(
      'record-damaged',
      `The record of Patient/${patientId} is not what was saved: its SHA-256 differs.`,
    )
  }
  const bundle = JSON.parse(withoutMark(text)) as Bundle
  return { bundle, text, sha256: hash, versionId: kept.meta.versionId, savedAt: kept.meta.lastUpdated }
}

const put = (resource: Resource): Write => ({ op: 'put', resource })
const hashOfKept = (kept: Binary) => kept.meta?.tag?.find((t) => t.system === RECORD_HASH)?.code
/** A byte-order mark is legal at the start of a file and not of JSON. */
const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text)

/** The record's person, under the id it is kept by. */
function onePatient(bundle: Bundle): Patient & { readonly id: string } {
  const entries: unknown = (bundle as { entry?: unknown } | null)?.entry
  if (bundle?.resourceType !== 'Bundle' || !Array.isArray(entries)) throw invalid('not a FHIR Bundle with entries')
  const patients = (bundle.entry ?? []).filter((e) => e?.resource?.resourceType === 'Patient')
  const names = new Set(patients.map((p) => p.resource?.id ?? p.fullUrl))
  const [name] = names
  const [first] = patients
  if (names.size !== 1 || first === undefined) throw invalid(`${names.size} patients; expected exactly one`)
  if (typeof name !== 'string' || name === '') throw invalid('its Patient has neither an id nor an address (fullUrl)')
  return { ...(first.resource as Patient), id: patientIdFrom(name) }
}

function invalid(why: string): StoreRefusal {
  return new StoreRefusal('record-invalid', `The record cannot be kept: ${why}. Nothing was written.`)
}

/** Hazard: two systems use the same id for two persons, and one record would replace the other's. */
async function refuseOtherPerson(
  store: Store,
  patient: Patient & { id: string },
  { samePerson }: SaveOptions,
): Promise<void> {
  const known = (await store.read('Patient', patient.id)) as Patient | undefined
  if (known === undefined || samePerson || (isSynthetic(known) && isSynthetic(patient))) return
  if (known.birthDate === undefined || patient.birthDate === undefined || known.birthDate === patient.birthDate) return
  throw new StoreRefusal(
    'patient-conflict',
    `Patient/${patient.id} is kept with birth date ${known.birthDate}; this record says ${patient.birthDate}. Is it the same person? Nothing was written.`,
  )
}

function isSynthetic({ meta }: Patient): boolean {
  const labels = [...(meta?.tag ?? []), ...(meta?.security ?? [])]
  return syntheticMarks.tags.some(([system, code]) => labels.some((l) => l.system === system && l.code === code))
}

function issuesOf(bundle: Bundle): Issue[] {
  return (bundle.entry ?? []).flatMap((entry, i) => {
    if (entry?.resource === undefined) return []
    const at = `Bundle.entry[${i}].resource`
    return validate(entry.resource).map((issue) => ({ ...issue, path: issue.path.replace(/^[A-Za-z]+/, at) }))
  })
}
