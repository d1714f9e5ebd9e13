/** Reads a text file or stdin, whole or not at all: too large is refused by its size before it is read. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Refusal } from './refusal.ts'

/** Bytes; the record's own limit. A whole life of one person in FHIR seldom passes 30 MB. */
export const LARGEST = 64 * 1024 * 1024

/** The text at `path`; `-` is `stdin`. @throws Refusal when it cannot be read whole as UTF-8. */
export async function readText(path: string, stdin: AsyncIterable<Uint8Array>): Promise<string> {
  if (path === '-') return decode('stdin', await collect('stdin', stdin))
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new Refusal(`${path} is a directory; expected a file of JSON`)
    if (found.size > LARGEST) throw tooLarge(path, `${inMegabytes(found.size)} MB`)
    return decode(path, await collect(path, createReadStream(path)))
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal(`${path} cannot be read: ${reason(cause)}; expected a readable file of JSON`)
  }
}

async function collect(from: string, chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of chunks) {
    size += part.length
    if (size > LARGEST) throw tooLarge(from, `more than ${inMegabytes(LARGEST)} MB`)
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}

function decode(from: string, bytes: Buffer): string {
  try {
    // A replacement character could stand in a name or a unit: bytes that are not UTF-8 are refused.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`${from} is not UTF-8 text; expected JSON in UTF-8`)
  }
}

function tooLarge(from: string, size: string): Refusal {
  return new Refusal(
    `${from} is too large (${size}), nothing was read; expected at most ${inMegabytes(LARGEST)} MB, the record of one person`,
  )
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'part of the path is not a directory',
  ELOOP: 'the link goes in a circle',
  ENAMETOOLONG: 'the name is too long',
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
  return reasons[code] ?? code
}
