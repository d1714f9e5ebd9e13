/**
 * Answers that cannot wait. A safety item counts as soon as it is answered, in a form that is half empty or refused; one that is
 * not answered is `missing` or, where the instrument says so, counts as positive. It is never clear.
 */
import type { Instrument, Item, SafetyItem, Urgency } from './instrument.ts'

export interface SafetyReason {
  readonly item: string
  readonly urgency: Urgency
  readonly says: string
  readonly rules: readonly string[]
  readonly source: string
}

export type Safety =
  | {
      /** Somebody must speak to this person: `now`, or `today`. */
      readonly kind: 'sameDay'
      readonly urgency: Urgency
      /** Most urgent first, then in the order of the form. */
      readonly reasons: readonly SafetyReason[]
      readonly missing: readonly string[]
    }
  | { readonly kind: 'missing'; readonly missing: readonly string[]; readonly ask: string }
  | { readonly kind: 'clear' }

/**
 * @param values the allowed values given for an item; more than one when it was answered twice
 * @param trusted false when the form is refused: then a reassuring answer reassures nobody
 * @returns nothing where the instrument asks nothing of the kind, which is not "clear"
 */
export function safetyRoute(
  instrument: Instrument,
  values: (item: string) => readonly number[],
  trusted: boolean,
): Safety | undefined {
  const items = instrument.items.filter((item) => item.safety !== undefined)
  if (items.length === 0) return undefined
  const reasons: SafetyReason[] = []
  const missing: string[] = []
  for (const item of items) {
    const safety = item.safety!
    const worst = Math.max(-Infinity, ...values(item.id))
    if (worst >= safety.from) reasons.push(reason(item, safety, urgencyOf(safety, worst), safety.reason))
    else if (!(trusted && values(item.id).length > 0) && isAsked(item)) {
      missing.push(item.id)
      const urgency = unansweredUrgency(item, safety)
      if (urgency !== undefined) {
        const why = trusted ? 'not answered' : 'no answer that can be relied on'
        reasons.push(
          reason(item, safety, urgency, `${safety.reason}: ${why}, which counts as positive until it is asked`),
        )
      }
    }
  }
  if (reasons.length > 0) {
    const sorted = [...reasons.filter((r) => r.urgency === 'now'), ...reasons.filter((r) => r.urgency === 'today')]
    return { kind: 'sameDay', urgency: sorted[0]!.urgency, reasons: sorted, missing }
  }
  if (missing.length > 0) {
    const questions = missing.map((id) => `"${items.find((item) => item.id === id)!.asks}"`)
    return { kind: 'missing', missing, ask: `Ask today: ${questions.join(' ')}` }
  }
  return { kind: 'clear' }

  /** A follow-up question is left out only when every question before it is a reliable 0. */
  function isAsked(item: Item): boolean {
    if (item.onlyAfter === undefined || !trusted) return true
    return !item.onlyAfter.every((id) => values(id).length > 0 && values(id).every((value) => value === 0))
  }

  /** A follow-up left out after a yes has the urgency of its own yes; before any yes, the questions before it speak for it. */
  function unansweredUrgency(item: Item, safety: SafetyItem): Urgency | undefined {
    if (safety.unanswered === 'missing') return undefined
    if (item.onlyAfter === undefined) return 'today'
    return item.onlyAfter.some((id) => values(id).some((value) => value > 0))
      ? urgencyOf(safety, safety.from)
      : undefined
  }
}

const urgencyOf = (safety: SafetyItem, value: number): Urgency =>
  value >= (safety.nowFrom ?? Infinity) ? 'now' : 'today'

const reason = (item: Item, safety: SafetyItem, urgency: Urgency, says: string): SafetyReason => ({
  item: item.id,
  urgency,
  says,
  rules: safety.rules,
  source: safety.source,
})
