/** CSV with the manifest as its first line, behind a `#`; readers skip it as a comment. Written and read in pieces, never whole. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import { parseManifest, type Manifest, type Named } from './manifest.ts'

export const csvHead = (manifest: Manifest): string => `# ${JSON.stringify(manifest)}\n`

/** Lets `fill` write as much as it likes, no faster than the disk. */
export async function writeCsvFile(
  path: string,
  head: string,
  fill: (write: (bytes: Uint8Array | string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.appendFile(head)
    await fill((bytes) => file.appendFile(bytes))
  } finally {
    await file.close()
  }
}

export interface CsvFile extends Named {
  /** The line of column names. */
  readonly columns: string
  /** Where the rows begin, in bytes. */
  readonly body: number
}

/** Reads the first two lines. @throws Refusal */
export async function readCsvHead(path: string): Promise<CsvFile> {
  let text = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { end: LONGEST_HEAD })) {
    text = Buffer.concat([text, chunk as Buffer])
    const first = text.indexOf('\n')
    const second = first < 0 ? -1 : text.indexOf('\n', first + 1)
    if (second < 0) continue
    const line = text.subarray(0, first).toString()
    if (!line.startsWith('# ')) break
    return {
      path,
      manifest: parseManifest(path, line.slice(2)),
      columns: text.subarray(first + 1, second).toString(),
      body: second + 1,
    }
  }
  throw new Refusal(`${path}: its first line does not say what it holds; expected a file written by anodyne simulate`)
}

/** Bytes; a manifest with a hundred thousand output times. */
const LONGEST_HEAD = 4 * 1024 * 1024

/** Gives on the rows, and counts them. @returns number of rows; a last line without its end counts as missing */
export async function copyRows({ path, body }: CsvFile, take: (bytes: Uint8Array) => Promise<void>): Promise<number> {
  let rows = 0
  for await (const chunk of createReadStream(path, { start: body, highWaterMark: 2 ** 20 })) {
    const bytes = chunk as Buffer
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++
    await take(bytes)
  }
  return rows
}
