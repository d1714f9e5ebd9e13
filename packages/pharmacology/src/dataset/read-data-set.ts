/** Reads a data set in the manner of NONMEM: ID, TIME, AMT, EVID, CMT, RATE, ADDL, II, SS, DV, MDV and covariates. */
import type { Compiled } from '../compile.ts'
import type { Dosing } from '../solve/timeline.ts'
import {
  DataSetError,
  type CovariateStep,
  type DataMapping,
  type DataObservation,
  type DataProblem,
  type DataSet,
  type DataSubject,
} from './data-set.ts'
import { readRecord, type DataRecord } from './record.ts'
import { MISSING, readTable, type Table } from './table.ts'

const NOT_COVARIATES = ['ID', 'TIME', 'AMT', 'EVID', 'CMT', 'RATE', 'ADDL', 'II', 'SS', 'DV', 'MDV', 'DVID', 'BLQ', 'CENS', 'LLOQ', 'C'] // prettier-ignore

/**
 * Times in h, doses in mg. Every line that cannot be taken at its word is refused; nothing is guessed.
 *
 * @throws DataSetError with the line, column, value and what was expected, for everything that is wrong at once.
 * RangeError for a mapping to a route or an output that the model does not have.
 */
export function readDataSet(text: string, model: Compiled, mapping: DataMapping): DataSet {
  checkMapping(model, mapping)
  const table = readTable(text)
  const { covariates, ignored } = columns(table, mapping)
  const problems: DataProblem[] = []
  const records = table.rows.flatMap((row) => readRecord(row, problems) ?? [])
  const people: { readonly id: string; readonly records: DataRecord[] }[] = []
  for (const record of records) {
    const last = people.at(-1)
    if (last?.id === record.id) {
      const before = last.records.at(-1)!
      if (record.time < before.time)
        problems.push(problem(record, 'TIME', record.time, `${before.time} or later, also after a reset`))
      last.records.push(record)
      continue
    }
    if (people.some(({ id }) => id === record.id))
      problems.push(problem(record, 'ID', record.id, 'all records of a subject together'))
    people.push({ id: record.id, records: [record] })
  }
  const subjects = people.map((one) => subject(one.id, one.records, model, mapping, covariates, problems))
  if (problems.length > 0) throw new DataSetError(problems.sort((a, b) => a.line - b.line))
  return { subjects, covariates, ignored }
}

function checkMapping(model: Compiled, { routes, outputs, hours = 1, milligrams = 1 }: DataMapping): void {
  for (const route of Object.values(routes))
    if (!model.routes.has(route))
      throw new RangeError(`route ${route}: expected ${[...model.routes.keys()].join(', ')}`)
  for (const output of Object.values(outputs))
    if (!model.outputs.some(({ name }) => name === output))
      throw new RangeError(`output ${output}: expected ${model.outputs.map(({ name }) => name).join(', ')}`)
  for (const [name, value] of Object.entries({ hours, milligrams }))
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} ${value}: expected above 0`)
}

function columns({ columns: all, rows }: Table, { covariates: wanted }: DataMapping) {
  const problems: DataProblem[] = []
  const refuse = (column: string, value: string, expected: string) =>
    problems.push({ line: 1, column, value, expected })
  for (const needed of ['ID', 'TIME', ...(wanted ?? [])])
    if (!all.includes(needed)) refuse('header', needed, `a column ${needed}`)
  if (!all.includes('AMT') && !all.includes('DV')) refuse('header', 'AMT, DV', 'doses or observations')
  if (all.includes('DATE')) refuse('DATE', 'DATE', 'none: TIME in one unit since the first record of a subject')
  if (problems.length > 0) throw new DataSetError(problems)
  const others = all.filter((column) => !NOT_COVARIATES.includes(column))
  const words = (column: string): boolean =>
    rows.some((row) => {
      const word = row.words.get(column)!
      return !MISSING.has(word.toUpperCase()) && !Number.isFinite(Number(word))
    })
  const covariates = wanted ?? others.filter((column) => !words(column))
  return { covariates, ignored: others.filter((column) => !covariates.includes(column)) }
}

const problem = ({ line }: DataRecord, column: string, value: unknown, expected: string): DataProblem => ({
  line,
  column,
  value: String(value),
  expected,
})

function subject(
  id: string,
  records: readonly DataRecord[],
  model: Compiled,
  mapping: DataMapping,
  columns: readonly string[],
  problems: DataProblem[],
): DataSubject {
  const { hours = 1, milligrams = 1, carry = 'forward' } = mapping
  const dosing: Dosing[] = []
  const observations: DataObservation[] = []
  const resets: number[] = []
  const named = (names: Readonly<Record<string, string>>, word: string): string | undefined =>
    Object.hasOwn(names, word) ? names[word] : names['*']

  for (const record of records) {
    const time = record.time * hours
    if (record.event === 0 && record.dv !== undefined) {
      const output = named(mapping.outputs, record.observed)
      if (output === undefined) problems.push(problem(record, 'DVID or CMT', record.observed, choices(mapping.outputs)))
      else
        observations.push({
          time,
          output,
          dv: record.dv,
          ...(record.blq ? { blq: true as const } : {}),
          line: record.line,
        })
    }
    const steadyAnew = record.event === 1 && record.steady === 1 && dosing.length > 0
    if (record.event >= 3 || steadyAnew) {
      resets.push(time)
      // What was still to come of earlier doses is cancelled with them.
      for (const [k, course] of dosing.entries()) dosing[k] = { ...course, until: Math.min(course.until, time) }
    }
    if (record.event !== 1 && record.event !== 4) continue
    const route = named(mapping.routes, record.compartment)
    if (route === undefined) problems.push(problem(record, 'CMT', record.compartment, choices(mapping.routes)))
    else if (record.rate > 0 && !model.routes.get(route)!.every(({ duration }) => duration === 'given'))
      problems.push(problem(record, 'RATE', record.rate, `0: route ${route} has a duration of its own`))
    else dosing.push(course(record, route, time, hours, milligrams))
  }
  const covariates = Object.fromEntries(columns.map((column) => [column, steps(records, column, hours, carry)]))
  return { id, dosing: dosing.filter(({ from, until }) => until > from), observations, covariates, resets }
}

const choices = (names: Readonly<Record<string, string>>): string => Object.keys(names).join(', ') || 'none'

function course(
  { amount, rate, additional, interval, steady }: DataRecord,
  route: string,
  from: number,
  hours: number,
  milligrams: number,
): Dosing {
  const every = interval > 0 ? interval * hours : 1
  return {
    route,
    dose: amount * milligrams,
    every,
    from,
    // Half an interval after the last dose, so that rounding neither adds nor loses one.
    until: from + (additional + 0.5) * every,
    ...(rate > 0 ? { infusion: (amount / rate) * hours } : {}),
    ...(steady > 0 ? { steadyState: true as const } : {}),
  }
}

function steps(
  records: readonly DataRecord[],
  column: string,
  hours: number,
  carry: 'forward' | 'backward',
): readonly CovariateStep[] {
  const found: CovariateStep[] = []
  records.forEach((record, k) => {
    const value = record.covariate(column)
    if (value === undefined || value === found.at(-1)?.value) return
    const since = carry === 'backward' && k > 0 ? records[k - 1]! : record
    found.push({ from: since.time * hours, value })
  })
  return found
}
