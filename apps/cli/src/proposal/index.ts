/**
 * An assessment as FHIR R4 before anybody signed: a collection of drafts and proposals that no system can take for an
 * order. What a clinician signs is written elsewhere, by `writePlan`.
 */
import type { Assessment } from '@anodyne/pathway'
import { detectedIssue, isOpen } from './detected-issue.ts'
import { ANODYNE, narrative, type AnyResource, type Bundle, type Of } from './fhir.ts'
import { frameOf, type Frame } from './frame.ts'
import { medicationRequest } from './medication-request.ts'
import { carePlan, optionsGroup } from './options-group.ts'

export function proposal(assessment: Assessment, record: Bundle): Bundle {
  const frame = frameOf(assessment)
  const patient = record.entry?.find((e) => e.resource?.resourceType === 'Patient')?.resource
  const doses = assessment.options.map((option, i) => medicationRequest(frame, option, i + 1))
  const carePlans = assessment.options.map((option, i) => carePlan(frame, option, i + 1, doses[i]?.id))
  const resources: AnyResource[] = [
    ...(patient ? [{ ...patient, id: assessment.person.id }] : []),
    guidanceResponse(frame),
    optionsGroup(frame, carePlans),
    ...carePlans,
    ...doses.filter((dose) => dose !== undefined),
    ...assessment.findings.filter(isOpen).map((finding, i) => detectedIssue(frame, finding, i + 1)),
  ]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ fullUrl: `${ANODYNE}/${resource.resourceType}/${resource.id}`, resource })),
  }
}

function guidanceResponse(frame: Frame): Of<'GuidanceResponse'> {
  const { asOf, findings, model, protocol, record } = frame.assessment
  const isMissing = findings.some((f) => f.kind === 'missing')
  return {
    resourceType: 'GuidanceResponse',
    id: frame.id('guidance'),
    ...(frame.meta ? { meta: frame.meta } : {}),
    text: narrative(...frame.warnings, `Options for oral ketamine in chronic pain, read as of ${asOf}.`),
    moduleUri: `${ANODYNE}/Library/pathway`,
    status: isMissing ? 'data-required' : 'success',
    subject: frame.subject,
    occurrenceDateTime: asOf,
    note: [
      ...frame.warnings.map((text) => ({ text })),
      {
        text: `Model ${model.id} ${model.version} (${model.hash}); protocol ${protocol.id} ${protocol.version} (${protocol.hash}); record ${record}.`,
      },
    ],
    result: { reference: `RequestGroup/${frame.id('options')}` },
  }
}
