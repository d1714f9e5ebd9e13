/** Under which id a person is kept, from the name the record gives: the Patient's id, or the address of its entry. */
import { sha256 } from '../hash.ts'

/**
 * The id itself where it is a FHIR id; the last part of a `urn:uuid:` or of an address; otherwise a hash of the name.
 * The same record gives the same id each time, so importing it again makes a new version and never a second person.
 */
export function patientIdFrom(name: string): string {
  const last = /^urn:uuid:([0-9a-fA-F-]{36})$|\/Patient\/([A-Za-z0-9\-.]{1,64})$/.exec(name)
  const id = last?.[1] ?? last?.[2] ?? name
  return /^[A-Za-z0-9\-.]{1,64}$/.test(id) ? id : sha256(name).slice(0, 32)
}
