/** What is checked before anything is written: every resource, every id, and that no resource is written twice at once. */
import { StoreRefusal, type Write } from '../store.ts'
import { isResourceType } from '../validate/resource-types.ts'
import { validate } from '../validate/validate.ts'

/** The writes as they will be kept, each with an id. @throws StoreRefusal with all issues of all writes */
export function checkWrites(writes: readonly Write[], newId: () => string): Write[] {
  const issues: { path: string; message: string }[] = []
  const checked = writes.map((write, i): Write => {
    if (write.op === 'delete') {
      checkId(write.type, write.id)
      return write
    }
    const found = validate(write.resource)
    for (const { path, message } of found) issues.push({ path: `writes[${i}].${path}`, message })
    if (found.length > 0) return write
    return { ...write, resource: { ...write.resource, id: write.resource.id ?? newId() } }
  })
  if (issues.length > 0) {
    const [first] = issues
    const rest = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
    throw new StoreRefusal('resource-invalid', `${first?.path}: ${first?.message}${rest}. Nothing was written.`, issues)
  }
  refuseTwice(checked)
  return checked
}

/** Two writes to one resource in one transaction have no order that FHIR defines. */
function refuseTwice(writes: readonly Write[]): void {
  const seen = new Set<string>()
  for (const write of writes) {
    const key = write.op === 'put' ? `${write.resource.resourceType}/${write.resource.id}` : `${write.type}/${write.id}`
    if (seen.has(key))
      throw new StoreRefusal('written-twice', `${key} is written twice in one transaction. Nothing was written.`)
    seen.add(key)
  }
}

export function checkId(type: string, id: string): void {
  if (!isResourceType(type)) throw new StoreRefusal('resource-type-unknown', `${type} is not a FHIR R4 resource type`)
  if (!/^[A-Za-z0-9\-.]{1,64}$/.test(id)) {
    throw new StoreRefusal('id-invalid', `${type} id "${id}": expected 1–64 letters, digits, "-" or "."`)
  }
}
