/** `--vpc FILE` without doses: hours and concentrations, a column for each output named as in rows, e.g. `ketamine_ng_per_mL`. */
import { Refusal } from '../../refusal.ts'
import { columnOf } from '../csv-lines.ts'
import type { Observed } from './trial.ts'

export interface ObservedSubject {
  readonly id: string
  readonly observations: readonly Observed[]
}

/**
 * Rows of one subject have the same `id`; without that column each row is a subject of its own.
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
    throw new Refusal(`${name}: column ${unknown || '(empty)'}: not known; expected ${known.join(', ')}`)
  if (!columns.includes('hours') || !columns.some((column) => of.has(column)))
    throw new Refusal(`${name}: expected a column hours, and one of ${[...of.keys()].join(', ')}`)
  const subjects = new Map<string, Observed[]>()
  for (const { line, number } of rows) {
    const cells = line.split(',').map((cell) => cell.trim())
    if (cells.length !== columns.length)
      throw new Refusal(`${name}: line ${number}: ${cells.length} columns; expected ${columns.length}`)
    const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
    const read = (column: string): number => {
      const value = cell(column) === '' ? NaN : Number(cell(column))
      if (value >= 0 && value <= 1e9) return value
      throw new Refusal(`${name}: line ${number}, ${column} '${cell(column)}': expected a number from 0`)
    }
    const id = columns.includes('id') ? cell('id') : `line ${number}`
    if (id === '') throw new Refusal(`${name}: line ${number}, id: empty; expected who it is`)
    const own = subjects.get(id) ?? []
    subjects.set(id, own)
    const time = read('hours')
    for (const [column, output] of of)
      if (columns.includes(column) && !['', '.', 'NA'].includes(cell(column)))
        own.push({ time, output, value: read(column), below: false })
  }
  const found = [...subjects].map(([id, observations]) => ({ id, observations }))
  if (!found.some(({ observations }) => observations.length > 0))
    throw new Refusal(`${name}: no observation; expected at least one`)
  return found
}
