/** Rows of CSV: one for each virtual patient at each time. Numbers are written so that reading them gives the same bits. */
import { LANES, type Chunk } from '@anodyne/pharmacology'

export function csvLines(
  times: readonly number[],
  outputs: number,
  { first, n, values }: Chunk,
): Uint8Array<ArrayBuffer> {
  const lines: string[] = []
  for (let i = 0; i < n; i++) {
    const group = Math.floor(i / LANES) * times.length
    times.forEach((time, k) => {
      let line = `${first + i + 1},${time}`
      for (let o = 0; o < outputs; o++) line += `,${values[((group + k) * outputs + o) * LANES + (i % LANES)]!}`
      lines.push(line)
    })
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

/** Names of the columns, each with its unit. */
export const rowColumns = (outputs: readonly { readonly name: string; readonly unit: string }[]): readonly string[] => [
  'patient',
  'hours',
  ...outputs.map(columnOf),
]

/** `ketamine_ng_per_mL` */
export const columnOf = ({ name, unit }: { readonly name: string; readonly unit: string }): string =>
  `${word(name)}_${word(unit.replaceAll('/', '_per_'))}`

const word = (text: string): string => text.replaceAll(/[^A-Za-z0-9_]+/g, '_')
