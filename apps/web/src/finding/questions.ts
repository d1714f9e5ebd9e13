import type { Finding } from '@anodyne/pathway'

/** One thing to find out, and every rule that waits for it. */
export interface Question {
  readonly ask: string
  readonly findings: readonly Finding[]
}

/** What one does to find it out. */
export type Activity = 'measure' | 'look-up' | 'ask'

export interface Round {
  readonly activity: Activity
  readonly questions: readonly Question[]
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

/** Judged by the question's own words; what fits nowhere else is asked of the person. */
export function activityOf(ask: string): Activity {
  if (/^(?:take|measure|weigh|repeat|test|examine)\b/i.test(ask)) return 'measure'
  if (/medication list|over-the-counter/i.test(ask)) return 'look-up'
  return 'ask'
}

/** The questions by what one does, so that one walk to the bed, one look and one needle settle each group. None is lost. */
export function rounds(asked: readonly Question[]): Round[] {
  return (['ask', 'look-up', 'measure'] as const)
    .map((activity) => ({ activity, questions: asked.filter(({ ask }) => activityOf(ask) === activity) }))
    .filter((round) => round.questions.length > 0)
}

/** The whole sentences that all begin with, to be said once; nothing when there is one text or no shared one. */
export function sharedOpening(texts: readonly string[]): string {
  const [first = '', ...rest] = texts
  if (rest.length === 0) return ''
  let shared = ''
  for (const end of first.matchAll(/[.?!] /g)) {
    const opening = first.slice(0, end.index + 2)
    if (rest.every((text) => text.startsWith(opening))) shared = opening
  }
  return shared
}
