/** Answers as given, checked one by one: what can be used, what is missing, and every reason to refuse the form. */
import type { Instrument, Item } from './instrument.ts'
import { isMoment } from './moment.ts'

/** `declined`: shown, and the person would not answer. It is missing, not 0. */
export interface Answer {
  readonly item: string
  readonly value: number | 'declined'
}

export type ScoreRefusalCode = 'date' | 'item-unknown' | 'item-twice' | 'not-a-whole-number' | 'out-of-range'

export interface ScoreRefusal {
  readonly code: ScoreRefusalCode
  readonly item?: string
  readonly message: string
}

export interface ReadAnswers {
  readonly refusals: readonly ScoreRefusal[]
  /** Every allowed value given for an item, also when the form is refused for something else. */
  readonly given: ReadonlyMap<string, readonly number[]>
  readonly declined: ReadonlySet<string>
}

export function readAnswers(instrument: Instrument, answers: readonly Answer[], at: string): ReadAnswers {
  const refusals: ScoreRefusal[] = []
  const given = new Map<string, number[]>()
  const declined = new Set<string>()
  const seen = new Set<string>()
  const items = new Map(instrument.items.map((item) => [item.id, item]))
  const refuse = (code: ScoreRefusalCode, item: string, message: string) => void refusals.push({ code, item, message })

  if (!isMoment(at)) refusals.push({ code: 'date', message: `not a day or a time of a day: ${JSON.stringify(at)}` })
  for (const answer of answers) {
    const item = items.get(answer.item)
    if (item === undefined) {
      refuse('item-unknown', String(answer.item), `${instrument.name} has no item ${JSON.stringify(answer.item)}`)
      continue
    }
    if (seen.has(item.id)) refuse('item-twice', item.id, `item ${item.id} is answered more than once`)
    seen.add(item.id)
    if (answer.value === 'declined') declined.add(item.id)
    else readValue(item, answer.value)
  }
  // The order of the answers changes nothing, so neither does it change the order of what is refused.
  refusals.sort((a, b) => `${a.item ?? ''}\n${a.code}`.localeCompare(`${b.item ?? ''}\n${b.code}`))
  return { refusals, given, declined }

  function readValue(item: Item, value: unknown): void {
    const [least, most] = rangeOfItem(item)
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return refuse('not-a-whole-number', item.id, `item ${item.id} takes whole numbers; found ${shown(value)}`)
    }
    if (!(value >= least && value <= most)) {
      return refuse('out-of-range', item.id, `item ${item.id} runs from ${least} to ${most}; found ${value}`)
    }
    given.set(item.id, [...(given.get(item.id) ?? []), value])
  }
}

/** Least and greatest allowed value. */
export function rangeOfItem(item: Item): readonly [number, number] {
  return [item.choices[0]!.value, item.choices.at(-1)!.value]
}

const shown = (value: unknown) => (typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value))
