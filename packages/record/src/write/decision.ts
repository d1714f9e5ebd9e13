/**
 * The decision as it was made: a GuidanceResponse with the hashes of what it rests on, the Binary that holds the signed
 * plan's canonical JSON (read back exactly, so that the decision can be replayed), and the Provenance that says who signed.
 */
import type { Binary, GuidanceResponse, ParametersParameter, Provenance, Reference } from '@medplum/fhirtypes'
import { ANODYNE } from '../codes/systems.ts'
import { canonicalJson, hashOf } from '../hash.ts'
import { type Frame, PLANS, present, SHA256 } from './frame.ts'

const [DECISION, SNAPSHOT] = ['decision', 'snapshot']

/** Id of the Binary that holds the plan of this GuidanceResponse. */
export function snapshotOf(decisionId: string): string {
  return decisionId.replace(/-decision$/, `-${SNAPSHOT}`)
}

export function snapshot(frame: Frame): Binary {
  return present<Binary>({
    resourceType: 'Binary',
    id: frame.id(SNAPSHOT),
    meta: frame.meta,
    contentType: 'application/json',
    securityContext: frame.subject,
    data: Buffer.from(canonicalJson(frame.plan), 'utf8').toString('base64'),
  })
}

export function guidanceResponse(frame: Frame): GuidanceResponse {
  const { plan } = frame
  const { assessment, option } = plan
  const { model, protocol } = assessment
  return present<GuidanceResponse>({
    resourceType: 'GuidanceResponse',
    id: frame.id(DECISION),
    meta: frame.meta,
    text: frame.text(`Decision signed by ${plan.signedBy.name}: ${option.title}`),
    contained: [{ resourceType: 'Parameters', id: 'decision', parameter: decisionParameters(frame) }],
    requestIdentifier: { system: PLANS, value: plan.id },
    identifier: [{ system: SHA256, value: hashOf(plan) }],
    moduleUri: `${ANODYNE}/Library/pathway`,
    status: 'success',
    subject: frame.subject,
    occurrenceDateTime: plan.signedAt,
    reasonCode: [{ text: option.title }],
    note: frame.notes(
      `Model ${model.id} ${model.version}; protocol ${protocol.id} ${protocol.version}; record read as of ${assessment.asOf}.`,
    ),
    outputParameters: { reference: '#decision' },
    result: frame.reference('CarePlan', 'plan'),
  })
}

/** What the decision rests on, each with its SHA-256; and what came out. */
function decisionParameters({ plan }: Frame): ParametersParameter[] {
  const { assessment, option, signedBy } = plan
  const { model, protocol } = assessment
  const identified = (name: string, what: { id: string; version: string; hash: string }): ParametersParameter => ({
    name,
    part: [
      { name: 'id', valueString: what.id },
      { name: 'version', valueString: what.version },
      { name: 'sha256', valueString: what.hash },
    ],
  })
  const { signed } = protocol
  const approval = signed
    ? `${signed.by}, ${signed.role}, ${signed.on}`
    : 'nobody: its limits are not approved for care'
  return [
    { name: 'as-of', valueString: assessment.asOf },
    { name: 'record-sha256', valueString: assessment.record },
    identified('model', model),
    identified('protocol', protocol),
    { name: 'protocol-signed-by', valueString: approval },
    { name: 'findings-sha256', valueString: hashOf(assessment.findings) },
    { name: 'option-sha256', valueString: hashOf(option) },
    { name: 'plan-sha256', valueString: hashOf(plan) },
    { name: 'outcome', valueCode: option.kind },
    { name: 'signed-by-role', valueCode: signedBy.role },
  ]
}

export function provenance(frame: Frame, targets: readonly Reference[]): Provenance {
  const { plan } = frame
  const { record, model, protocol } = plan.assessment
  const hashed = (display: string, value: string) => ({
    role: 'source' as const,
    what: { identifier: { system: SHA256, value }, display },
  })
  return present<Provenance>({
    resourceType: 'Provenance',
    id: frame.id('signed'),
    meta: frame.meta,
    text: frame.text(`Signed by ${plan.signedBy.name} (${plan.signedBy.role}), ${plan.signedAt}`),
    target: [...targets],
    occurredDateTime: plan.signedAt,
    recorded: plan.signedAt,
    activity: { text: 'Signed a plan' },
    agent: [
      {
        type: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
              code: 'author',
              display: 'Author',
            },
          ],
        },
        role: [{ text: plan.signedBy.role }],
        who: frame.signer,
      },
    ],
    entity: [
      hashed('The record as read', record),
      hashed(`Model ${model.id} ${model.version}`, model.hash),
      hashed(`Protocol ${protocol.id} ${protocol.version}`, protocol.hash),
      { role: 'source', what: frame.reference('Binary', SNAPSHOT) },
    ],
  })
}
