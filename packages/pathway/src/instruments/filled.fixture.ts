/** Forms filled in for tests. */
import type { Answer } from './answers-read.ts'
import type { Instrument } from './instrument.ts'
import { instruments } from './registry.ts'

export const day = '2026-03-02'
export const later = '2026-04-02'

/** The instrument of that id; a test that names one that is not there is wrong. */
export function named(id: string): Instrument {
  const found = instruments.find((instrument) => instrument.id === id)
  if (found === undefined) throw new Error(`no instrument ${id}`)
  return found
}

/** Values in the order of the items; `-` leaves one out. */
export const filled = (instrument: Instrument, ...values: readonly (number | 'declined' | '-')[]): Answer[] =>
  instrument.items.flatMap((item, i) => {
    const value = values[i] ?? '-'
    return value === '-' ? [] : [{ item: item.id, value }]
  })

/** Every item answered with its lowest value but for those named. */
export const lowestBut = (instrument: Instrument, but: Readonly<Record<string, number>> = {}): Answer[] =>
  instrument.items.map((item) => ({ item: item.id, value: but[item.id] ?? item.choices[0]!.value }))
