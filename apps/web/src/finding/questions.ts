import type { Finding } from '@anodyne/pathway'

/** One thing to find out, and every rule that waits for it. */
export interface Question {
  readonly ask: string
  readonly findings: readonly Finding[]
}

/** Unknowns that the same answer would settle, asked once, in the order they came. */
export function questions(findings: readonly Finding[]): Question[] {
  const asked = new Map<string, Finding[]>()
  for (const finding of findings) {
    const ask = finding.ask ?? finding.because
    asked.set(ask, [...(asked.get(ask) ?? []), finding])
  }
  return [...asked].map(([ask, waiting]) => ({ ask, findings: waiting }))
}
