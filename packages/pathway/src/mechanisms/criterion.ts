/** How one criterion is answered from a bedside sign and from diagnoses, without ever turning silence into "no". */
import type { Case, Condition, ConditionKind, Fact, PainSign } from '../case.ts'
import type { Criterion } from '../mechanism.ts'

export type Met = Criterion['met']

export interface Answer {
  readonly met: Met
  readonly facts: readonly string[]
}

/** The sign as asked at the bedside. */
export function signAnswer(facts: Case, sign: PainSign): Answer {
  const seen = facts.signs[sign]
  if (seen === undefined) return { met: 'unknown', facts: [] }
  return { met: seen.value === true ? 'yes' : seen.value === false ? 'no' : 'unknown', facts: [seen.says] }
}

/** Diagnoses of these kinds that the record does not refute. */
export function conditionsOf(facts: Case, ...kinds: readonly ConditionKind[]): Fact<Condition>[] {
  return facts.conditions.filter(
    (c) => c.value.status !== 'refuted' && c.value.kinds.some((kind) => kinds.includes(kind)),
  )
}

/** Two sources of one answer. Where they contradict each other the answer is not known, and both are shown. */
export function reconcile(a: Answer, b: Answer): Answer {
  const facts = [...a.facts, ...b.facts]
  if (a.met === b.met || b.met === 'unknown') return { met: a.met, facts }
  if (a.met === 'unknown') return { met: b.met, facts }
  return { met: 'unknown', facts: [...facts, 'The record contradicts itself here; examine and record again.'] }
}

export const criterion = (text: string, { met, facts }: Answer): Criterion => ({ criterion: text, met, facts })

/** `no` if any is an explicit no; `yes` if all are yes; else unknown. */
export function every(criteria: readonly Answer[]): Met {
  if (criteria.some((c) => c.met === 'no')) return 'no'
  return criteria.every((c) => c.met === 'yes') ? 'yes' : 'unknown'
}

/** `yes` if any is; `no` only if every one is an explicit no. */
export function some(criteria: readonly Answer[]): Met {
  if (criteria.some((c) => c.met === 'yes')) return 'yes'
  return criteria.length > 0 && criteria.every((c) => c.met === 'no') ? 'no' : 'unknown'
}
