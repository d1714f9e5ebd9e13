/** A data set of doses, observations and covariates of several people, as read from a file in the manner of NONMEM. */
import type { Dosing } from '../solve/timeline.ts'

export interface DataObservation {
  /** h */
  readonly time: number
  /** Output of the model. */
  readonly output: string
  /** As printed, in the unit of the file; of what lies below the limit of quantification it is that limit, if the file says it. */
  readonly dv: number
  /** Below the limit of quantification. */
  readonly blq?: true
  /** Line of the file, from 1. */
  readonly line: number
}

/** `value` holds from `from` (h) until the next. */
export interface CovariateStep {
  readonly from: number
  readonly value: number
}

export interface DataSubject {
  readonly id: string
  /** h and mg */
  readonly dosing: readonly Dosing[]
  /** In the order of the file; times do not fall. */
  readonly observations: readonly DataObservation[]
  /** By column. What is not known at first has no step at first: nothing is filled in backwards unless asked for. */
  readonly covariates: Readonly<Record<string, readonly CovariateStep[]>>
  /** h; everything in the body, and all that is on its way, is gone (EVID 3 and 4, and SS 1 after other doses). */
  readonly resets: readonly number[]
}

export interface DataSet {
  readonly subjects: readonly DataSubject[]
  /** Columns read as covariates. */
  readonly covariates: readonly string[]
  /** Columns that hold words, and were left out. */
  readonly ignored: readonly string[]
}

/** How the words of the file are those of a model. */
export interface DataMapping {
  /** Route of the model for each CMT of a dose; `'*'`: any, or no such column. */
  readonly routes: Readonly<Record<string, string>>
  /** Output of the model for each DVID, or CMT where there is no DVID, of an observation; `'*'`: any, or no such column. */
  readonly outputs: Readonly<Record<string, string>>
  /** h in one unit of TIME and II; default 1. */
  readonly hours?: number
  /** mg of free base in one unit of AMT; default 1. */
  readonly milligrams?: number
  /** Columns that must be there as covariates; default every other column that holds numbers. */
  readonly covariates?: readonly string[]
  /**
   * forward (default): a covariate holds from its record on. backward: since the record before, as NONMEM takes it between two
   * records.
   */
  readonly carry?: 'forward' | 'backward'
}

/** One thing wrong with a file. */
export interface DataProblem {
  /** From 1, the header included. */
  readonly line: number
  readonly column: string
  readonly value: string
  readonly expected: string
}

/** A file that cannot be read, with everything that is wrong with it. */
export class DataSetError extends RangeError {
  readonly problems: readonly DataProblem[]

  constructor(problems: readonly DataProblem[]) {
    const shown = problems.slice(0, SHOWN).map(sentence)
    if (problems.length > SHOWN) shown.push(`and ${problems.length - SHOWN} more`)
    super(`data set: ${shown.join('\n')}`)
    this.name = 'DataSetError'
    this.problems = problems
  }
}

/** Problems written out in the message; all of them are in `problems`. */
const SHOWN = 10

const sentence = ({ line, column, value, expected }: DataProblem): string =>
  `line ${line}, ${column} '${value}': expected ${expected}`
