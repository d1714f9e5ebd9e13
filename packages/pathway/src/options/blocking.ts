/** Which findings stop which option from being signed. `stop` is never blocked; a taper by its arithmetic and what must end at once. */
import type { Finding, FindingKind } from '../finding.ts'

type Deciding = 'test-dose' | 'start' | 'step' | 'continue' | 'reduce'

const notGiven: readonly FindingKind[] = ['stop', 'hold', 'missing']

/** Rule families that bear on an option. Supply (M13) is judged on the option's own days by the gate; S rules are about stopping. */
const bears: Record<Deciding, (rule: string) => boolean> = {
  'test-dose': (rule) => /^(E|I|M)/.test(rule) && rule !== 'M13',
  start: (rule) => (/^(E|I|M)/.test(rule) && rule !== 'M13') || ['T01', 'T07', 'T08'].includes(rule),
  step: (rule) => /^(E|I|T|M)/.test(rule) && rule !== 'M13',
  continue: (rule) => /^(E|I|T|M)/.test(rule) && rule !== 'M13',
  // Coming down is the answer to a dose that is too high (T08), too soon (T09) or raised by a strong CYP3A4 inhibitor (I01).
  reduce: (rule) => /^(E|I|T|M)/.test(rule) && !['M13', 'I01', 'T08', 'T09'].includes(rule),
}

/** The findings that block: a dose that is new or higher needs every answer, going on or coming down only that nothing says stop. */
export function blocking(option: Deciding, findings: readonly Finding[]): Finding[] {
  const kinds: readonly FindingKind[] = option === 'continue' || option === 'reduce' ? ['stop'] : notGiven
  return findings.filter((f) => kinds.includes(f.kind) && bears[option](f.rule))
}

/** Findings that say "no more doses", for a person who takes ketamine. */
export const harms = (findings: readonly Finding[]): Finding[] =>
  findings.filter((f) => f.kind === 'stop' && !f.rule.startsWith('S'))

/**
 * Of these, those that leave no time for a taper: bladder symptoms, an allergy, suicidal intent with a supply at home. Other
 * stops may be of long standing (psychosis ever), and the clinician weighs them.
 */
export const atOnce = (findings: readonly Finding[]): Finding[] =>
  harms(findings).filter((f) => ['M05', 'E14', 'E15'].includes(f.rule))

export const rulesOf = (...ids: readonly (readonly string[])[]): string[] => [...new Set(ids.flat())].sort()
