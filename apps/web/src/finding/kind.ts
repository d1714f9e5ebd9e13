/** What the five kinds of finding are called on screen. A new kind does not compile until it has words. */
import type { Finding, FindingKind } from '@anodyne/pathway'
import { NBSP } from '../format/number.ts'
import { prose } from '../format/prose.ts'

export const kindWords: Record<FindingKind, string> = {
  stop: 'Stop',
  hold: 'Hold',
  missing: 'Missing',
  caution: 'Caution',
  clear: 'Clear',
}

export const kindMeaning: Record<FindingKind, string> = {
  stop: 'Contraindicated, or no more doses',
  hold: 'Not now',
  missing: 'Not known, and never read as clear',
  caution: 'Possible, with care',
  clear: 'Looked at, nothing found',
}

/** The pathway's own order, said again here so that the page need not carry the rules. */
export const worstFirst: readonly FindingKind[] = ['stop', 'hold', 'missing', 'caution', 'clear']

/** The findings of each kind that has any, worst kind first, otherwise in the order they came. */
export function byKind(findings: readonly Finding[]): { kind: FindingKind; findings: readonly Finding[] }[] {
  return worstFirst
    .map((kind) => ({ kind, findings: findings.filter((finding) => finding.kind === kind) }))
    .filter((group) => group.findings.length > 0)
}

/** "1 stop, 2 hold, 4 missing": what is not clear, worst first. */
export function countWords(counts: Readonly<Record<FindingKind, number>>): string {
  const said = worstFirst
    .filter((kind) => kind !== 'clear' && counts[kind] > 0)
    .map((kind) => `${counts[kind]}${NBSP}${kindWords[kind].toLowerCase()}`)
  return said.length > 0 ? said.join(', ') : `${counts.clear}${NBSP}clear`
}

export function countKinds(findings: readonly Finding[]): Record<FindingKind, number> {
  const counts: Record<FindingKind, number> = { stop: 0, hold: 0, missing: 0, caution: 0, clear: 0 }
  for (const { kind } of findings) counts[kind] += 1
  return counts
}

/** The one sentence for a whole record: the worst finding's, or that all is clear, and of how many. */
export function verdict(
  worst: Pick<Finding, 'kind' | 'because'>,
  counts: Readonly<Record<FindingKind, number>>,
): string {
  return worst.kind === 'clear' ? `Nothing found by the ${counts.clear} rules asked.` : prose(worst.because)
}

/** Where on the page a rule's finding stands. */
export const findingAnchor = (rule: string) => `finding-${rule}`
