/**
 * Stores every resource of a bundle for itself, in one transaction: the strict way in, for bundles that must be valid.
 * (A person's record from elsewhere is kept as received instead: patient-record.ts.)
 */
import type { Bundle, Resource } from '@medplum/fhirtypes'
import { type Store, StoreRefusal, type Write } from '../store.ts'

export interface Imported {
  /** The one Patient in it, if there is exactly one. */
  readonly patientId?: string
  readonly count: number
}

/**
 * Ids are those of the resources, or of their `urn:uuid:` addresses, so that importing again makes new versions and no
 * duplicates. References to such addresses become references to what is stored.
 * @throws StoreRefusal `record-invalid` with every dangling reference, `resource-invalid` with every issue
 */
export async function importBundle(store: Store, bundle: Bundle): Promise<Imported> {
  const entries = (bundle.entry ?? []).flatMap(({ resource, fullUrl, request }) => {
    if (request && request.method !== 'POST' && request.method !== 'PUT') {
      throw new StoreRefusal('record-invalid', `${request.method} ${request.url}: only POST and PUT can be imported`)
    }
    return resource ? [{ resource, fullUrl, id: resource.id ?? uuidIn(fullUrl) }] : []
  })
  const stored = new Map(
    entries.flatMap(({ resource, fullUrl, id }) =>
      fullUrl && id ? [[fullUrl, `${resource.resourceType}/${id}`]] : [],
    ),
  )
  const dangling: { path: string; message: string }[] = []
  const writes = entries.map(({ resource, id }, i): Write => {
    const path = `Bundle.entry[${i}].resource`
    const resolved = resolve(resource, stored, path, dangling) as Resource
    return { op: 'put', resource: id === undefined ? resolved : { ...resolved, id } }
  })
  const [first] = dangling
  if (first) throw new StoreRefusal('record-invalid', `${first.path}: ${first.message}. Nothing was written.`, dangling)
  const written = await store.write(writes)
  const patients = written.filter((r) => r.resourceType === 'Patient')
  const only = patients.length === 1 ? patients[0] : undefined
  return { count: written.length, ...(only && { patientId: only.id }) }
}

function uuidIn(fullUrl: string | undefined): string | undefined {
  return /^urn:uuid:([0-9a-fA-F-]{36})$/.exec(fullUrl ?? '')?.[1]
}

/** A copy in which each `reference` to an entry of the bundle names the stored resource. */
function resolve(
  value: unknown,
  stored: ReadonlyMap<string, string>,
  path: string,
  dangling: { path: string; message: string }[],
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => resolve(item, stored, `${path}[${i}]`, dangling))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]): [string, unknown] => {
    const at = `${path}.${key}`
    if (key !== 'reference' || typeof member !== 'string') return [key, resolve(member, stored, at, dangling)]
    const target = stored.get(member)
    if (target === undefined && member.startsWith('urn:')) {
      dangling.push({ path: at, message: `"${member}" is not in the bundle` })
    }
    return [key, target ?? member]
  })
  return Object.fromEntries(members)
}
