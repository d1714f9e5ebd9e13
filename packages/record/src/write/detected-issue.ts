/** Each finding that is not clear, as it stood when the plan was signed. */
import type { DetectedIssue } from '@medplum/fhirtypes'
import type { Finding } from '@anodyne/pathway'
import { concept, FINDING_KINDS, type Frame, present, RULES } from './frame.ts'

/**
 * R4 severity by kind of finding (engineering). What is missing is never `low`: it may hide a stop. The exact kind stands
 * beside it in `code`.
 */
const severity = { stop: 'high', hold: 'high', missing: 'moderate', caution: 'moderate' } as const

export function detectedIssue(
  frame: Frame,
  finding: Finding & { kind: keyof typeof severity },
  n: number,
): DetectedIssue {
  const { rule, kind, because, facts, ask, source } = finding
  return present<DetectedIssue>({
    resourceType: 'DetectedIssue',
    id: frame.id(`finding-${n}`),
    meta: frame.meta,
    text: frame.text(
      `${rule}, ${kind}: ${because}`,
      ...facts,
      ...(ask ? [`To find out: ${ask}`] : []),
      `Source: ${source}`,
    ),
    status: 'final',
    code: {
      coding: [
        { system: RULES, code: rule },
        { system: FINDING_KINDS, code: kind },
      ],
      text: `${rule}: ${kind}`,
    },
    severity: severity[kind],
    patient: frame.subject,
    identifiedDateTime: frame.plan.assessment.asOf,
    // FHIR has no empty words.
    evidence: facts.some((text) => text.trim())
      ? facts.filter((text) => text.trim()).map((text) => ({ code: [{ text }] }))
      : undefined,
    detail: [because, ...(ask ? [`To find out: ${ask}`] : []), `Source: ${source}`].join(' '),
    mitigation: ask ? [{ action: concept(RULES, rule, ask) }] : undefined,
  })
}

export function isOpen(finding: Finding): finding is Finding & { kind: keyof typeof severity } {
  return finding.kind !== 'clear'
}
