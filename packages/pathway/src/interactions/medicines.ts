/**
 * What the medication list says about one set of ingredients. A list that is absent, empty, unreadable in part, or not
 * known to be complete never shows that something is not taken.
 */
import { daysBetween, fewestDaysBetween, isFresh } from '../calendar.ts'
import type { Case, Fact, Ingredient, Medication } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'

export interface Medicines {
  /** Current, or without a status: counted as taken. */
  readonly taken: readonly Fact<Medication>[]
  /** Stopped within the wash-out, or at an unknown time. */
  readonly recent: readonly Fact<Medication>[]
  /** Why the list cannot show that nothing else is taken; empty when it can. */
  readonly doubt: string
  readonly ask: string
  /** True when the doubt is only that nobody has confirmed the list: nothing on it is unread, nobody called it incomplete. */
  readonly unconfirmed: boolean
  /** How many current medicines were looked at. */
  readonly count: number
}

/** `washoutDays`: how long after its end a medicine still counts as recent; 0 when only current ones matter. */
export function medicines(
  facts: Case,
  protocol: Protocol,
  ingredients: readonly Ingredient[],
  washoutDays = 0,
): Medicines {
  const list = facts.medications ?? []
  const current = list.filter((m) => m.value.status !== 'past')
  const matches = (m: Fact<Medication>) => m.value.ingredients.some((i) => ingredients.includes(i))
  // Not "ended longer ago than": a medicine without an end date may have ended yesterday.
  const isRecent = (m: Fact<Medication>) => !(fewestDaysBetween(m.value.end, facts.asOf) > washoutDays)
  return {
    taken: current.filter(matches),
    recent: washoutDays > 0 ? list.filter((m) => m.value.status === 'past' && matches(m) && isRecent(m)) : [],
    ...doubtOf(facts, protocol, current),
    count: current.length,
  }
}

function doubtOf(
  facts: Case,
  protocol: Protocol,
  current: readonly Fact<Medication>[],
): Pick<Medicines, 'doubt' | 'ask' | 'unconfirmed'> {
  const unreadable = current.filter((m) => !m.value.readable).map((m) => m.says)
  if (facts.medications === undefined || facts.medications.length === 0) {
    return {
      doubt: 'The record holds no medication list.',
      ask: 'What does the person take, over-the-counter and herbal included?',
      unconfirmed: false,
    }
  }
  if (unreadable.length > 0) {
    return {
      doubt: `Not readable on the medication list: ${unreadable.join('; ')}.`,
      ask: `What is ${unreadable.join(', and ')}?`,
      unconfirmed: false,
    }
  }
  const complete = facts.screening['medication-list-complete']
  const validDays = limitOf(protocol, 'interactions.list.validDays').value
  if (complete?.value === true && isFresh(complete.at, facts.asOf, validDays))
    return { doubt: '', ask: '', unconfirmed: false }
  return {
    doubt:
      complete?.value === false
        ? 'The medication list is said to be incomplete.'
        : 'Nobody has confirmed, or not lately, that the medication list is complete.',
    ask: 'Is the medication list complete, over-the-counter and herbal included?',
    unconfirmed: complete?.value !== false,
  }
}

/** A medicine as shown: with a note when it has stood on the list for long, or without a status. */
export function shown(medicine: Fact<Medication>, facts: Case, protocol: Protocol): string {
  const { start, status } = medicine.value
  if (status === 'unknown') return `${medicine.says}; no status recorded, counted as taken; confirm`
  const long = limitOf(protocol, 'interactions.confirmAfter.days').value
  const isLong = status === 'current' && daysBetween(start, facts.asOf) > long
  return isLong ? `${medicine.says}; recorded active since ${start?.slice(0, 10)}; confirm` : medicine.says
}

/** Each name once, however often it was prescribed. */
export const namesOf = (some: readonly Fact<Medication>[]): string =>
  [...new Set(some.map((m) => m.value.name))].join('; ')
