/** A finding that is not clear, as a preliminary DetectedIssue. */
import type { Finding } from '@anodyne/pathway'
import { ANODYNE, narrative, type Of } from './fhir.ts'
import type { Frame } from './frame.ts'

/** R4 severity (engineering, the same as in a signed plan). What is missing is never `low`: it may hide a stop. */
const severity = { stop: 'high', hold: 'high', missing: 'moderate', caution: 'moderate' } as const

export type OpenFinding = Finding & { readonly kind: keyof typeof severity }
export const isOpen = (finding: Finding): finding is OpenFinding => finding.kind !== 'clear'

export function detectedIssue(
  frame: Frame,
  { rule, kind, because, facts, ask, source }: OpenFinding,
  n: number,
): Of<'DetectedIssue'> {
  const words = [because, ...(ask === undefined ? [] : [`To find out: ${ask}`]), `Source: ${source}`]
  return {
    resourceType: 'DetectedIssue',
    id: frame.id(`finding-${n}`),
    ...(frame.meta ? { meta: frame.meta } : {}),
    text: narrative(...frame.warnings, `${rule}, ${kind}: ${because}`, ...facts, ...words.slice(1)),
    status: 'preliminary',
    code: {
      coding: [
        { system: `${ANODYNE}/CodeSystem/rule`, code: rule },
        { system: `${ANODYNE}/CodeSystem/finding-kind`, code: kind },
      ],
      text: `${rule}: ${kind}`,
    },
    severity: severity[kind],
    patient: frame.subject,
    identifiedDateTime: frame.assessment.asOf,
    ...(facts.length ? { evidence: facts.map((text) => ({ code: [{ text }] })) } : {}),
    detail: words.join(' '),
  }
}
