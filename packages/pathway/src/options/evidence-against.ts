/** The reasons against, which stand beside every option that gives ketamine. */
import type { Finding } from '../finding.ts'

export const weakEvidence: readonly string[] = [
  'No placebo-controlled trial shows a group benefit of oral ketamine in chronic pain (Cochrane 2025, CD015373: no clear evidence; cancer-related neuropathic pain, 107 against 107, Fallon 2018, JAMA Oncology, EudraCT 2007-002080-27).',
  'In single-patient trials 3 of 21 people with neuropathic pain had an extra response, and adverse effects limited use in almost half (doi:10.1016/S0304-3959(99)00117-7).',
]

export const bladderHazard =
  'Bladder, liver and dependence: the hazard grows with amount and time, and its size at these doses is not known (recreational users: 26.6 % urinary symptoms, doi:10.1111/j.1464-410X.2012.11028.x).'

export const primaryPain =
  'NICE NG193: do not start ketamine for chronic primary pain, fibromyalgia included; the Faculty of Pain Medicine agrees.'

/** What the findings say against giving it: blocks first, then cautions; NG193 by name where it applies. */
export function findingsAgainst(findings: readonly Finding[], blocked: readonly Finding[]): string[] {
  // S04 says how to stop; it is no reason against a dose, and `stopNow` says it where it belongs.
  const cautions = findings.filter((f) => f.kind === 'caution' && f.rule !== 'S04' && !blocked.includes(f))
  return [...guideline(findings), ...[...blocked, ...cautions].map((f) => `${f.rule}: ${f.because}`)]
}

/** Not known to be free of chronic primary pain is said as such. */
function guideline(findings: readonly Finding[]): string[] {
  const primary = findings.find((f) => f.rule === 'E02')
  if (primary === undefined || primary.kind === 'clear') return []
  return [primary.kind === 'missing' ? `If this is chronic primary pain (not known): ${primaryPain}` : primaryPain]
}
