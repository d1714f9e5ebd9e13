/** Rows of a forest in their order and at their height: models, within them verification before external validation. */
import type { ForestRow } from './data.ts'
import { linesWithin } from './markup.ts'
import { size } from './style.ts'

export type Line =
  | { readonly kind: 'heading'; readonly y: number; readonly words: string }
  | {
      readonly kind: 'row'
      readonly y: number
      readonly row: ForestRow
      readonly words: readonly string[]
      /** Number of its reason. */
      readonly note?: number
    }

const ROW = 19
const LINE = 13

export function lay(
  rows: readonly ForestRow[],
  width: number,
): { readonly lines: readonly Line[]; readonly height: number; readonly reasons: readonly string[] } {
  const lines: Line[] = []
  const reasons: string[] = []
  let y = 0
  for (const model of new Set(rows.map((row) => row.model)))
    for (const kind of ['verification', 'external'] as const) {
      const own = rows.filter((row) => row.model === model && row.kind === kind)
      if (own.length === 0) continue
      lines.push({ kind: 'heading', y: y + 18, words: `${model}, ${kind}` })
      y += 32
      for (const row of own) {
        const named = row.unit ? `${row.target} (${row.unit})` : row.target
        const words = linesWithin(named, width, size.small)
        const tall = ROW + (words.length - 1) * LINE
        const note = row.because === undefined || row.status === 'pass' ? undefined : numberOf(row.because, reasons)
        lines.push({ kind: 'row', y: y + tall / 2, row, words, ...(note === undefined ? {} : { note }) })
        y += tall
      }
    }
  return { lines, height: y + 6, reasons }
}

/** The same reason has one number. */
function numberOf(because: string, reasons: string[]): number {
  if (!reasons.includes(because)) reasons.push(because)
  return reasons.indexOf(because) + 1
}
