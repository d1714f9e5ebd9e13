/** What a sum can still be when some answers are missing: its least and greatest possible value. */
import type { Conclusion, Instrument, Subscore } from './instrument.ts'
import { rangeOfItem } from './answers-read.ts'

export interface Interval {
  readonly atLeast: number
  readonly atMost: number
}

/** Of one item: a point when it is answered (or need not be asked), its whole range otherwise. */
export type ItemInterval = (item: string) => Interval

export function itemIntervals(instrument: Instrument, known: ReadonlyMap<string, number>): ItemInterval {
  const ranges = new Map(instrument.items.map((item) => [item.id, rangeOfItem(item)]))
  return (id) => {
    const value = known.get(id)
    const [least, most] = ranges.get(id)!
    return value === undefined ? { atLeast: least, atMost: most } : { atLeast: value, atMost: value }
  }
}

export function sumInterval(items: readonly string[], of: ItemInterval): Interval {
  let atLeast = 0
  let atMost = 0
  for (const item of items) {
    const interval = of(item)
    atLeast += interval.atLeast
    atMost += interval.atMost
  }
  return { atLeast, atMost }
}

export function subscoreInterval(subscore: Subscore, of: ItemInterval): Interval {
  if (subscore.kind === 'sum') return sumInterval(subscore.items, of)
  const count = (isIn: (interval: Interval) => boolean) =>
    subscore.groups.filter((group) => group.some((item) => isIn(of(item)))).length
  return { atLeast: count((i) => i.atLeast > 0), atMost: count((i) => i.atMost > 0) }
}

export type Verdict = 'met' | 'not met' | 'not known'

/**
 * The verdict that holds whatever the missing answers are: every combination of possible subscores is tried, so that two
 * alternatives which together leave no gap are seen as one.
 */
export function verdict(conclusion: Conclusion, subscores: Readonly<Record<string, Interval>>): Verdict {
  const names = [...new Set(conclusion.alternatives.flat().map((bound) => bound.subscore))]
  let met = false
  let notMet = false
  const tried: Record<string, number> = {}
  const tryFrom = (i: number): void => {
    const name = names[i]
    if (name === undefined) {
      const holds = conclusion.alternatives.some((all) =>
        all.every(({ subscore, from, to }) => tried[subscore]! >= from && tried[subscore]! <= (to ?? Infinity)),
      )
      if (holds) met = true
      else notMet = true
      return
    }
    const { atLeast, atMost } = subscores[name]!
    for (let value = atLeast; value <= atMost && !(met && notMet); value++) {
      tried[name] = value
      tryFrom(i + 1)
    }
  }
  tryFrom(0)
  return met && notMet ? 'not known' : met ? 'met' : 'not met'
}
