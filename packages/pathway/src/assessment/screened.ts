/**
 * What the diagnoses and the screening form together say about one yes/no question.
 *
 * A "yes" from either wins and never expires. A "no" is an answer on the form, or every one of the diagnoses
 * explicitly refuted, not older than `validDays`. Silence is neither.
 */
import { isFresh } from '../calendar.ts'
import type { Case, Condition, ConditionKind, Fact, ScreeningItem } from '../case.ts'

export interface Question {
  readonly item: ScreeningItem
  readonly kinds?: readonly ConditionKind[]
  /** `ever`: a resolved diagnosis counts too. */
  readonly when: 'now' | 'ever'
  readonly validDays: number
}

export interface Screened {
  readonly is: 'yes' | 'no' | 'not known'
  readonly facts: readonly string[]
  /** A sentence naming the disagreement, with a space before it; empty when the sources agree. */
  readonly conflict: string
  /** Why it is not known. */
  readonly doubt: string
}

export function screened(facts: Case, question: Question): Screened {
  const { item, kinds = [], when, validDays } = question
  const answer = facts.screening[item]
  const present = diagnosed(facts, kinds, when)
  const refuted = ofKind(facts, kinds).filter((c) => c.value.status === 'refuted')
  const seen = [...present, ...(answer ? [answer] : []), ...refuted].map((f) => f.says)

  if (present.length > 0 || answer?.value === true) {
    const disagrees = answer?.value === false || refuted.length > 0
    const conflict = disagrees ? ' The record disagrees with itself here; the unsafe reading is taken.' : ''
    return { is: 'yes', facts: seen, conflict, doubt: '' }
  }
  const fresh = (f: Fact<unknown>) => isFresh(f.at, facts.asOf, validDays)
  const ruledOut = (kind: ConditionKind) => refuted.some((c) => fresh(c) && c.value.kinds.includes(kind))
  const answeredNo = answer?.value === false && fresh(answer)
  if (answeredNo || (kinds.length > 0 && kinds.every(ruledOut)))
    return { is: 'no', facts: seen, conflict: '', doubt: '' }
  return { is: 'not known', facts: seen, conflict: '', doubt: doubtOf(answer, refuted, question) }
}

/** Diagnoses of these kinds that count: active, or without a status; with `ever` also resolved. */
export function diagnosed(facts: Case, kinds: readonly ConditionKind[], when: 'now' | 'ever'): Fact<Condition>[] {
  return ofKind(facts, kinds).filter(
    ({ value }) => value.status !== 'refuted' && (when === 'ever' || value.status !== 'resolved'),
  )
}

function ofKind(facts: Case, kinds: readonly ConditionKind[]): Fact<Condition>[] {
  return facts.conditions.filter((c) => c.value.kinds.some((kind) => kinds.includes(kind)))
}

function doubtOf(
  answer: Fact<boolean> | undefined,
  refuted: readonly Fact<Condition>[],
  { validDays, kinds = [] }: Question,
): string {
  if (answer) {
    const day = answer.at?.slice(0, 10) ?? ''
    return Number.isNaN(Date.parse(day))
      ? 'the answer has no date'
      : `the answer of ${day} is not from the last ${validDays} d`
  }
  if (refuted.length > 0) return 'only part of it has been ruled out, or too long ago'
  return kinds.length > 0 ? 'no diagnosis and no answer on record' : 'no answer on record'
}
