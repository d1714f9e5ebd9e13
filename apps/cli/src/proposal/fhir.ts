/** FHIR's types as the record package knows them, and the few shapes that every proposed resource shares. */
import type { readBundle } from '@anodyne/record'

export type Bundle = Extract<ReturnType<typeof readBundle>, { bundle: unknown }>['bundle']
type Resource = NonNullable<NonNullable<Bundle['entry']>[number]['resource']>
export type Of<Type extends Resource['resourceType']> = Extract<Resource, { resourceType: Type }>
export type AnyResource = Resource

/** This project's canonical base, as the record package writes it: `.example` is reserved and claims nobody's domain. */
export const ANODYNE = 'https://anodyne.example/fhir'
export const UCUM = 'http://unitsofmeasure.org'
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm'
export const SNOMED = 'http://snomed.info/sct'

export const quantity = (value: number, code: string) => ({ value, unit: code, system: UCUM, code })

/** A resource's words for a reader, escaped; FHIR asks that a resource can be read without its data. */
export function narrative(...paragraphs: readonly string[]): NonNullable<Of<'RequestGroup'>['text']> {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const div = paragraphs.map((p) => `<p>${escape(p)}</p>`).join('')
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${div}</div>` }
}
