import { medicines, namesOf, shown } from './medicines.ts'
import { answers } from '../answers.ts'
import type { Case, Ingredient } from '../case.ts'
import type { Finding } from '../finding.ts'
import type { Protocol } from '../protocol.ts'

export interface ClassOfMedicines {
  readonly rule: string
  readonly source: string
  readonly ingredients: readonly Ingredient[]
  /** What the class is called: "No … on the list." */
  readonly called: string
  /** What follows when one is taken, after its name and a colon. */
  readonly then: string
  /** `stop` where the class is contraindicated. */
  readonly kind: 'stop' | 'caution'
  readonly ask?: string
  /** Days after the end in which it still counts: then `hold` for a contraindicated class, `caution` for another. */
  readonly washoutDays?: number
}

/** A rule that is nothing but "is one of these taken?". */
export function classOfMedicines(facts: Case, protocol: Protocol, of: ClassOfMedicines): Finding {
  const say = answers(of.rule, of.source)
  const list = medicines(facts, protocol, of.ingredients, of.washoutDays)
  const seen = [...list.taken, ...list.recent].map((m) => shown(m, facts, protocol))
  const open = list.doubt && ` ${list.doubt}`
  const ask = [of.ask, list.ask].filter(Boolean).join(' ') || undefined

  if (list.taken.length > 0) return say[of.kind](`${namesOf(list.taken)}: ${of.then}${open}`, seen, ask)
  if (list.recent.length > 0) {
    const when = `stopped within ${of.washoutDays} d, or at an unknown time`
    return say[of.kind === 'stop' ? 'hold' : 'caution'](
      `${namesOf(list.recent)}, ${when}: ${of.then}${open}`,
      seen,
      `When was it last taken? ${list.ask}`.trim(),
    )
  }
  if (list.doubt) return say.missing(`${list.doubt} Whether any ${of.called} is taken is not known.`, list.ask)
  return say.clear(
    `No ${of.called} among ${list.count} current medicines.`,
    facts.screening['medication-list-complete'] ? [facts.screening['medication-list-complete'].says] : [],
  )
}
