/** What every proposed resource shares: the patient, ids that the same assessment gives again, and what must not be missed. */
import type { Assessment } from '@anodyne/pathway'
import { ANODYNE, type Of } from './fhir.ts'

export interface Frame {
  readonly assessment: Assessment
  readonly subject: { readonly reference: string }
  readonly meta?: NonNullable<Of<'RequestGroup'>['meta']>
  /** Sentences that stand first in every resource's text. */
  readonly warnings: readonly string[]
  id(part: string): string
}

export function frameOf(assessment: Assessment): Frame {
  const { person, protocol, record, asOf } = assessment
  return {
    assessment,
    subject: { reference: `Patient/${person.id}` },
    ...(person.synthetic ? { meta: syntheticMeta } : {}),
    warnings: [
      'Proposal: not signed, not an order.',
      ...(person.synthetic ? ['Test record: synthetic, not a person.'] : []),
      ...(protocol.signed
        ? []
        : [
            `The limits of protocol ${protocol.id} ${protocol.version} are not approved for care: no clinical lead has signed it.`,
          ]),
    ],
    id: (part) => `proposal-${record.slice(0, 12)}-${asOf}-${part}`,
  }
}

/** HL7's test label, so that another system keeps this apart from persons; and our own tag. */
const syntheticMeta = {
  security: [
    { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST', display: 'test health data' },
  ],
  tag: [{ system: `${ANODYNE}/CodeSystem/tags`, code: 'synthetic', display: 'Synthetic: not a person' }],
}
