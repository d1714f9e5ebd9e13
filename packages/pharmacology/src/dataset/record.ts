/** One row as numbers, and what is wrong with it. */
import type { DataProblem } from './data-set.ts'
import { MISSING, type Row } from './table.ts'

/** 0 observation, 1 dose, 2 other (covariates only), 3 reset, 4 reset and dose. */
export type EventId = 0 | 1 | 2 | 3 | 4

export interface DataRecord {
  readonly line: number
  readonly id: string
  /** In the file's unit. */
  readonly time: number
  readonly event: EventId
  readonly amount: number
  readonly rate: number
  readonly additional: number
  readonly interval: number
  readonly steady: 0 | 1 | 2
  readonly compartment: string
  /** DVID, or CMT where there is none. */
  readonly observed: string
  /** `undefined`: nothing was observed. */
  readonly dv: number | undefined
  readonly blq: boolean
  /** `undefined`: not known. */
  covariate(column: string): number | undefined
}

/** @returns the record, or nothing if `problems` now say why not */
export function readRecord({ line, words }: Row, problems: DataProblem[]): DataRecord | undefined {
  const before = problems.length
  const refuse = (column: string, expected: string): void => {
    problems.push({ line, column, value: words.get(column) ?? '', expected })
  }
  const number = (column: string): number | undefined => {
    const word = words.get(column) ?? ''
    if (MISSING.has(word.toUpperCase())) return undefined
    const value = NUMBER.test(word) ? Number(word) : NaN
    if (!Number.isFinite(value)) refuse(column, 'a number')
    return value
  }
  const atLeastZero = (column: string): number => {
    const value = number(column) ?? 0
    if (value < 0) refuse(column, '0 or more')
    return value
  }
  const oneOf = <T extends number>(column: string, choices: readonly T[], otherwise: T): T => {
    const value = number(column) ?? otherwise
    if (!choices.includes(value as T)) refuse(column, choices.join(', '))
    return value as T
  }

  const id = words.get('ID') ?? ''
  if (MISSING.has(id.toUpperCase())) refuse('ID', 'who it is')
  const time = number('TIME')
  if (time === undefined) refuse('TIME', 'a number')
  else if (time < 0) refuse('TIME', '0 or later; move the clock of this subject')
  const amount = atLeastZero('AMT')
  const event = oneOf<EventId>('EVID', [0, 1, 2, 3, 4], amount > 0 ? 1 : 0)
  const rate = number('RATE') ?? 0
  const additional = number('ADDL') ?? 0
  const interval = atLeastZero('II')
  const steady = oneOf('SS', [0, 1, 2] as const, 0)
  const dose = event === 1 || event === 4
  if (dose) {
    if (rate === -1 || rate === -2)
      refuse(
        'RATE',
        'a rate above 0: a rate or duration that is modelled belongs to the route of the model (leave RATE 0)',
      )
    else if (rate < 0) refuse('RATE', '0 (at once, or as the route says) or a rate above 0')
    if (amount === 0)
      refuse(
        'AMT',
        steady > 0 && rate > 0 ? 'above 0: an endless infusion is written as a long one' : 'above 0 for a dose',
      )
    if (!(Number.isInteger(additional) && additional >= 0)) refuse('ADDL', 'a whole number from 0')
    if ((additional > 0 || steady > 0) && interval === 0) refuse('II', 'above 0, where ADDL or SS is set')
  } else if (amount > 0) refuse('AMT', `nothing where EVID is ${event}`)

  const missing = oneOf('MDV', [0, 1] as const, event === 0 ? 0 : 1) === 1
  const blq = oneOf('BLQ', [0, 1] as const, 0) === 1 || oneOf('CENS', [0, 1] as const, 0) === 1
  const limit = blq ? number('LLOQ') : undefined
  const dv = event === 0 && !missing ? (limit ?? number('DV')) : undefined
  if (event === 0 && !missing && dv === undefined) refuse('DV', 'a number, or MDV 1')
  if (problems.length > before) return undefined
  return {
    line,
    id,
    time: time!,
    event,
    amount,
    rate,
    additional,
    interval,
    steady,
    compartment: words.get('CMT') ?? '',
    observed: words.get('DVID') ?? words.get('CMT') ?? '',
    dv,
    blq,
    covariate: number,
  }
}

/** What `Number` takes, without hexadecimals, blanks and Infinity; `1D3` is not a number here. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
