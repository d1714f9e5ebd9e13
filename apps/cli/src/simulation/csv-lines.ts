/** Rows of CSV: one for each virtual patient at each time. Numbers are written so that reading them gives the same bits. */
import type { Chunk } from '@anodyne/pharmacology'
import { LANES } from '@anodyne/pharmacology/streaming'

export function csvLines(
  times: readonly number[],
  outputs: number,
  { first, n, values }: Chunk,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(n * times.length * (outputs + 2) * LONGEST)
  const encoder = new TextEncoder()
  let length = 0
  for (let i = 0; i < n; i++) {
    const group = Math.floor(i / LANES) * times.length
    let lines = ''
    for (let k = 0; k < times.length; k++) {
      lines += `${first + i + 1},${times[k]!}`
      for (let o = 0; o < outputs; o++) lines += `,${values[((group + k) * outputs + o) * LANES + (i % LANES)]!}`
      lines += '\n'
    }
    length += encoder.encodeInto(lines, bytes.subarray(length)).written
  }
  return bytes.slice(0, length)
}

/** Characters of a number and what parts it from the next: `-1.2345678901234567e-300,`. */
const LONGEST = 26

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
