export type {
  Counted,
  Dispensed,
  Ended,
  Lost,
  Missed,
  Prescribed,
  Removed,
  SupplyEvent,
  SupplyForm,
  SupplyRefusal,
  Taken,
} from './events.ts'
export type { Interlock } from './interlock.ts'
export { supplyLedger } from './ledger.ts'
export type { Balance, LotBalance, SupplyLedger } from './ledger.ts'
export { nextDispensing } from './next-dispensing.ts'
export type { NextDispensing } from './next-dispensing.ts'
export type { CountVariance, NoteCode, SupplyNote } from './notes.ts'
export type { Between, SupplyLeft } from './supply-left.ts'
