/** What is entered into the ledger: what was prescribed, handed over, and said or seen to have become of it. A day each, and an id. */

export type SupplyForm = 'solution' | 'unit'

interface Entry {
  /** The same id twice is the same entry, counted once. */
  readonly id: string
  /** Calendar day, `YYYY-MM-DD`. */
  readonly on: string
}

/** The home dose in force from this day on. */
export interface Prescribed extends Entry {
  readonly kind: 'prescribed'
  readonly form: SupplyForm
  /** mg of free base per mL, or per unit */
  readonly strength: number
  /** mL or units a dose */
  readonly amount: number
  readonly timesPerDay: number
  /** False only where the dose is settled; the supply is shorter until then. */
  readonly titrating: boolean
}

/** From this day on no dose is prescribed. */
export interface Ended extends Entry {
  readonly kind: 'ended'
}

export interface Dispensed extends Entry {
  readonly kind: 'dispensed'
  readonly lot: string
  readonly pharmacy: string
  readonly form: SupplyForm
  /** As labelled, e.g. `oral solution, cherry` or `troche`. */
  readonly formulation: string
  /** mg of free base per mL, or per unit */
  readonly strength: number
  /** mL or units */
  readonly amount: number
  /** Last day of use; absent when the label's date is not on record. */
  readonly beyondUse?: string
}

/** Reported by the person, or witnessed. */
export interface Taken extends Entry {
  readonly kind: 'taken'
  /** Absent when not said: then it must be clear from what is at home. */
  readonly lot?: string
  /** mL or units, of all its doses together */
  readonly amount: number
  /** Doses in this entry; 1 when absent. */
  readonly doses?: number
}

/** Reported as not taken. What nobody reported is neither taken nor missed. */
export interface Missed extends Entry {
  readonly kind: 'missed'
  /** 1 when absent. */
  readonly doses?: number
}

/** Out of the person's stock: brought back, spilled, or destroyed there (not what had been brought back before). */
export interface Removed extends Entry {
  readonly kind: 'returned' | 'spilled' | 'destroyed'
  readonly lot: string
  readonly amount: number
}

export interface Lost extends Entry {
  readonly kind: 'lost'
  readonly lot: string
  /** Absent when nobody knows how much. */
  readonly amount?: number
}

/** Measured or counted on hand, at the end of the day. */
export interface Counted extends Entry {
  readonly kind: 'counted'
  readonly lot: string
  readonly amount: number
}

export type SupplyEvent = Prescribed | Ended | Dispensed | Taken | Missed | Removed | Lost | Counted

/** Within a day: what comes in before what goes out, and a count last. Ties by id, so that the order of entry never matters. */
export const dayOrder: readonly SupplyEvent['kind'][] = [
  'ended',
  'prescribed',
  'dispensed',
  'taken',
  'missed',
  'spilled',
  'lost',
  'returned',
  'destroyed',
  'counted',
]

export const inOrder = (a: SupplyEvent, b: SupplyEvent): number =>
  compare(a.on, b.on) || dayOrder.indexOf(a.kind) - dayOrder.indexOf(b.kind) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export interface SupplyRefusal {
  readonly id: string
  readonly code: string
  /** What, the value found, what was expected. */
  readonly message: string
}
