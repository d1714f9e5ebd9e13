/** Sketches as a table: for each output at each time the mean and quantiles of all virtual patients. */
import { sketchMean, sketchQuantiles, type Sketches } from '@anodyne/pharmacology'
import type { Manifest } from './manifest.ts'

const levels = {
  p01: 0.01,
  p05: 0.05,
  p10: 0.1,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
} as const

export interface Column {
  readonly name: string
  readonly kind: 'text' | 'integer' | 'number'
  readonly values: readonly (string | number)[]
}

export function summaryTable({ times, outputs }: Manifest, sketches: Sketches): readonly Column[] {
  const rows = outputs.flatMap(({ name, unit }, o) =>
    times.map((time, k) => ({ name, unit, time, cell: k * outputs.length + o })),
  )
  const quantiles = rows.map(({ cell }) => sketchQuantiles(sketches, cell, Object.values(levels)))
  return [
    { name: 'output', kind: 'text', values: rows.map(({ name }) => name) },
    { name: 'unit', kind: 'text', values: rows.map(({ unit }) => unit) },
    { name: 'hours', kind: 'number', values: rows.map(({ time }) => time) },
    { name: 'patients', kind: 'integer', values: rows.map(() => sketches.count) },
    { name: 'mean', kind: 'number', values: rows.map(({ cell }) => sketchMean(sketches, cell)) },
    ...Object.keys(levels).map((name, k): Column => ({
      name,
      kind: 'number',
      values: quantiles.map((row) => row[k]!),
    })),
    { name: 'zeros', kind: 'integer', values: rows.map(({ cell }) => sketches.zero[cell]!) },
    { name: 'not_numbers', kind: 'integer', values: rows.map(({ cell }) => sketches.nan[cell]!) },
  ]
}

export const tableAsCsv = (columns: readonly Column[]): string =>
  [
    columns.map(({ name }) => name).join(','),
    ...columns[0]!.values.map((_, row) => columns.map(({ values }) => cell(values[row]!)).join(',')),
    '',
  ].join('\n')

/** A name may hold a comma or a quote. */
const cell = (value: string | number): string | number =>
  typeof value === 'string' && /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

/** NaN has no JSON and becomes `null`. */
export const tableAsJson = (columns: readonly Column[]): Readonly<Record<string, readonly (string | number)[]>> =>
  Object.fromEntries(columns.map(({ name, values }) => [name, values]))
