/** What a worker is told: plain data, since a compiled model cannot be sent to another thread. */
import type { InteractionPeriod, LibraryCourse, LibraryPerson, Model, Sketches, Study } from '@anodyne/pharmacology'
// Threads load this file too, and the whole library would take them longer.
import { compile } from '@anodyne/pharmacology/streaming'

/** What is drawn: by which seed, and what beside how people differ. */
export type Draws = Pick<Study, 'seed' | 'occasions' | 'uncertain' | 'observed'>

export interface Job {
  readonly model: Model
  readonly courses: readonly LibraryCourse[]
  /** h */
  readonly times: readonly number[]
  readonly person: LibraryPerson
  readonly periods: readonly InteractionPeriod[]
  readonly draws: Draws
  /** Number of the first virtual patient, and how many. */
  readonly first: number
  readonly n: number
}

export const studyOf = ({ model, courses, times, person, periods, draws }: Job): Study => ({
  model: compile(model),
  courses,
  times,
  person,
  periods,
  ...draws,
})

/** What a worker hands back of its patients: sketches of them all, or each chunk's numbers, or each chunk as lines of CSV. */
export type Wanted = 'sketches' | 'numbers' | 'lines'

export interface WorkerData {
  readonly job: Job
  readonly wanted: Wanted
  /** Virtual patients in a chunk. */
  readonly length: number
  readonly board: SharedArrayBuffer
  /** Folder of compiled code, where there is one. */
  readonly cache: string | undefined
}

/** Places on the board, which all threads read and write. */
export const BOARD = {
  /** Next chunk that nobody has taken. */
  next: 0,
  /** Virtual patients done. */
  done: 1,
  /** Rows only: chunks below this one may be begun, so that what is not yet written does not pile up. */
  allowed: 2,
} as const

/** Rows of patients `first` to `first + n − 1`, in their order. */
export interface Rows {
  readonly first: number
  readonly n: number
  /** `values[((group·times + time)·outputs + output)·16 + patient in group]`, or lines of CSV in UTF-8. */
  readonly content: Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>
}

export type Message =
  | { readonly kind: 'sketches'; readonly sketches: Sketches }
  | { readonly kind: 'chunk'; readonly chunk: number; readonly rows: Rows }
  | { readonly kind: 'finished' }
  | { readonly kind: 'refused'; readonly message: string }
