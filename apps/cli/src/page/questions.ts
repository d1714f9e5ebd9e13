/** What is missing, gathered: each question once, with the rules that wait for it. */
import type { Finding } from '@anodyne/pathway'
import { heading, paragraph, type Sheet } from './sheet.ts'

export function questions(sheet: Sheet, findings: readonly Finding[]): string[] {
  const asked = gather(findings)
  if (asked.size === 0) return []
  return [
    ...heading(sheet, 'To find out', 'each question with the rules that wait for its answer'),
    ...[...asked].flatMap(([ask, rules]) => paragraph(sheet, '  [ ] ', `${ask} (${rules.join(', ')})`)),
  ]
}

/** Questions in the order of the findings, worst first. */
function gather(findings: readonly Finding[]): Map<string, string[]> {
  const asked = new Map<string, string[]>()
  for (const { ask, rule } of findings) {
    if (ask !== undefined) asked.set(ask, [...(asked.get(ask) ?? []), rule])
  }
  return asked
}
