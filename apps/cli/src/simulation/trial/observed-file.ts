/** `--vpc FILE` without doses: hours and concentrations, a column for each output named as in rows, e.g. `ketamine_ng_per_mL`. */
import { Refusal } from '../../refusal.ts'
import { columnOf } from '../csv-lines.ts'
import type { Observed } from './trial.ts'

export interface ObservedSubject {
  readonly id: string
  readonly observations: readonly Observed[]
}

/**
 * Rows of one subject have the same `id`; without that column each row is a subject of its own. `<2` is below a limit of
 * quantification of 2.
 * @throws Refusal with line, column, value and what was expected
 */
export function readObserved(
  name: string,
  text: string,
  outputs: readonly { readonly name: string; readonly unit: string }[],
): readonly ObservedSubject[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/).map((line, k) => ({ line, number: k + 1 })).filter(({ line }) => line.trim() !== '' && !line.startsWith('#')) // prettier-ignore
  const [head, ...rows] = lines
  const columns = head?.line.split(',').map((word) => word.trim()) ?? []
  const of = new Map(outputs.map((output) => [columnOf(output), output.name]))
  const known = ['id', 'hours', ...of.keys()]
  const unknown = columns.find((column) => !known.includes(column))
  if (unknown !== undefined)
    throw new Refusal(`${name}: column ${brief(unknown) || '(empty)'}: not known; expected ${known.join(', ')}`)
  const twice = columns.find((column, k) => columns.indexOf(column) !== k)
  if (twice !== undefined) throw new Refusal(`${name}: column ${twice}: twice; expected once`)
  if (!columns.includes('hours') || !columns.some((column) => of.has(column)))
    throw new Refusal(`${name}: expected a column hours, and one of ${[...of.keys()].join(', ')}`)
  const subjects = new Map<string, Observed[]>()
  for (const { line, number } of rows) {
    const cells = line.split(',').map((cell) => cell.trim())
    if (cells.length !== columns.length)
      throw new Refusal(`${name}: line ${number}: ${cells.length} columns; expected ${columns.length}`)
    const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
    const read = (column: string, text: string, least: number, expected: string): number => {
      const value = NUMBER.test(text) ? Number(text) : NaN
      if (value >= least && value <= 1e9) return value
      throw new Refusal(`${name}: line ${number}, ${column} '${brief(cell(column))}': expected ${expected}`)
    }
    const concentration = (column: string): Pick<Observed, 'value' | 'below'> => {
      const below = cell(column).startsWith('<')
      return below
        ? { value: read(column, cell(column).slice(1).trim(), Number.MIN_VALUE, 'e.g. <2'), below }
        : { value: read(column, cell(column), 0, 'a number from 0, or e.g. <2 below a limit of quantification'), below }
    }
    const id = columns.includes('id') ? cell('id') : `line ${number}`
    if (id === '') throw new Refusal(`${name}: line ${number}, id: empty; expected who it is`)
    const own = subjects.get(id) ?? []
    subjects.set(id, own)
    const time = read('hours', cell('hours'), 0, 'a number from 0')
    for (const [column, output] of of)
      if (columns.includes(column) && !['', '.', 'NA'].includes(cell(column)))
        own.push({ time, output, ...concentration(column) })
  }
  const found = [...subjects].map(([id, observations]) => ({ id, observations }))
  if (!found.some(({ observations }) => observations.length > 0))
    throw new Refusal(`${name}: no observation; expected at least one`)
  return found
}

/** Decimal, with a point; no `0x10`, which Number would take. */
const NUMBER = /^\+?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
