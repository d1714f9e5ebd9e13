/** Entries of a made-up supply, in few words. For tests. */
import { protocol } from '../options/protocol.fixture.ts'
import type { Counted, Dispensed, Lost, Missed, Prescribed, Removed, SupplyEvent, Taken } from './events.ts'
import { supplyLedger } from './ledger.ts'

export const day = (n: number) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10)

let last = 0
const entry = (n: number) => ({ id: `e${String((last += 1)).padStart(5, '0')}`, on: day(n) })

/** 1 mL of 10 mg/mL three times a day, settled. */
export const prescribed = (n: number, more: Partial<Prescribed> = {}): Prescribed => ({
  ...entry(n),
  ...{ kind: 'prescribed', form: 'solution', strength: 10, amount: 1, timesPerDay: 3, titrating: false },
  ...more,
})
/** Lot A from Corner, usable to the end of the year. */
export const dispensed = (n: number, amount: number, more: Partial<Dispensed> = {}): Dispensed => ({
  ...entry(n),
  ...{ kind: 'dispensed', lot: 'A', pharmacy: 'Corner', form: 'solution', formulation: 'oral solution', strength: 10 },
  ...{ amount, beyondUse: '2026-12-31' },
  ...more,
})
export const taken = (n: number, amount = 1, more: Partial<Taken> = {}): Taken => ({
  ...entry(n),
  ...{ kind: 'taken', lot: 'A', amount },
  ...more,
})
export const missed = (n: number, doses = 1): Missed => ({ ...entry(n), kind: 'missed', doses })
export const removed = (n: number, kind: Removed['kind'], amount: number, lot = 'A'): Removed => ({
  ...entry(n),
  ...{ kind, lot, amount },
})
export const lost = (n: number, amount?: number): Lost => ({
  ...entry(n),
  ...{ kind: 'lost', lot: 'A' },
  ...(amount === undefined ? {} : { amount }),
})
export const counted = (n: number, amount: number, lot = 'A'): Counted => ({
  ...entry(n),
  ...{ kind: 'counted', lot, amount },
})
/** Every planned dose of the days reported as taken. */
export const allTaken = (from: number, to: number, times = 3): Taken[] =>
  Array.from({ length: (to - from + 1) * times }, (_, i) => taken(from + Math.floor(i / times)))

export const ledgerOf = (events: readonly SupplyEvent[], n: number) => supplyLedger(events, day(n), protocol)
