/** What every resource of a signed plan shares: the patient, the ids, the marks, the words on approval. */
import type { Annotation, CodeableConcept, Meta, Narrative, Reference, Resource } from '@medplum/fhirtypes'
import type { Plan } from '@anodyne/pathway'
import { SYNTHETIC, syntheticMarks, TAGS } from '../codes/anodyne.ts'
import { ANODYNE } from '../codes/systems.ts'
import { sha256 } from '../hash.ts'
import { patientIdFrom } from '../store/patient-id.ts'

/** Rule ids of docs/spec/pathway.md. */
export const RULES = `${ANODYNE}/CodeSystem/rule`
export const FINDING_KINDS = `${ANODYNE}/CodeSystem/finding-kind`
export const OPTION_KINDS = `${ANODYNE}/CodeSystem/option-kind`
/** Identifiers of plans. */
export const PLANS = `${ANODYNE}/NamingSystem/plan`
/** Identifiers that are a SHA-256, lower-case hex. */
export const SHA256 = `${ANODYNE}/NamingSystem/sha-256`

export interface Frame {
  readonly plan: Plan
  readonly subject: Reference<never> & { readonly reference: string }
  /** Who signed, by name: the clinic's directory is not in the record. */
  readonly signer: { readonly display: string; readonly type: 'Practitioner' }
  /** The same plan gives the same ids, so writing it twice makes no second plan. */
  id(part: string): string
  /** `part` as in `id`. */
  reference(type: Resource['resourceType'], part: string): { reference: string }
  readonly meta: Meta | undefined
  /** Sentences that a reader must not miss: no person, not approved. */
  readonly warnings: readonly string[]
  notes(...more: readonly string[]): Annotation[] | undefined
  text(...lines: readonly string[]): Narrative
}

export function frameOf(plan: Plan): Frame {
  const { person, protocol } = plan.assessment
  const base = /^[A-Za-z0-9\-.]{1,40}$/.test(plan.id) ? plan.id : sha256(plan.id).slice(0, 40)
  const id = (part: string) => `${base}-${part}`
  const warnings = [
    ...(person.synthetic ? ['Test record: synthetic, not a person.'] : []),
    ...(protocol.signed
      ? []
      : [
          `The limits of protocol ${protocol.id} ${protocol.version} are not approved for care: no clinical lead has signed it.`,
        ]),
  ]
  return {
    plan,
    subject: { reference: `Patient/${patientIdFrom(person.id)}` },
    signer: { display: plan.signedBy.name, type: 'Practitioner' },
    id,
    reference: (type, part) => ({ reference: `${type}/${id(part)}` }),
    meta: person.synthetic ? syntheticMeta() : undefined,
    warnings,
    notes(...more) {
      const texts = [...warnings, ...more]
      return texts.length === 0 ? undefined : texts.map((text) => ({ time: plan.signedAt, text }))
    },
    text: (...lines) => narrative([...warnings, ...lines]),
  }
}

/** HL7's test label, so that another system too keeps this apart from persons; and our own tag. */
function syntheticMeta(): Meta {
  const [system, code] = syntheticMarks.tags.find(([, c]) => c === 'HTEST') ?? ['', '']
  return {
    security: [{ system, code, display: 'test health data' }],
    tag: [{ system: TAGS, code: SYNTHETIC, display: 'Synthetic: not a person' }],
  }
}

function narrative(lines: readonly string[]): Narrative {
  const paragraphs = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('')
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs}</div>` }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function concept(system: string, code: string, text: string): CodeableConcept {
  return { coding: [{ system, code }], text }
}

/** The members that are not undefined, so that what is unknown is absent. */
export function present<T extends object>(members: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, v]) => v !== undefined)) as T
}
