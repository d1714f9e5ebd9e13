/** What a file is to hold, by its name and the options: rows or a summary, and in which format. */
import { basename, extname } from 'node:path'
import type { SimulateOptions } from '../commands/simulate.ts'
import { Refusal } from '../refusal.ts'

export interface Kind {
  readonly path: string
  readonly format: 'csv' | 'parquet' | 'sketch'
  readonly holds: 'rows' | 'summary'
}

/** A name that begins with `summary` asks for one, as --summary does; sketches are always one. @throws Refusal */
export function kindOf({
  out,
  summary,
  json,
  csv,
}: Pick<SimulateOptions, 'out' | 'summary' | 'json' | 'csv'>): Kind | undefined {
  if (out === undefined) return undefined
  if (json || csv)
    throw new Refusal(`--${json ? 'json' : 'csv'} and --out are both given; expected one of them, or --out FILE.csv`)
  const format = formatOf('--out', out)
  const isSummary = summary || format === 'sketch' || basename(out).startsWith('summary')
  return { path: out, format, holds: isSummary ? 'summary' : 'rows' }
}

export function formatOf(option: string, path: string): Kind['format'] {
  const format = (['csv', 'parquet', 'sketch'] as const).find((one) => extname(path) === `.${one}`)
  if (format) return format
  throw new Refusal(`${option} ${path}: its ending says no format; expected .csv, .parquet or .sketch`)
}
