/** A file that is there whole or not at all: written beside its place under another name, and renamed when it is finished. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'

/** Refused before any work is done. @throws Refusal */
export async function checkTarget(path: string, force: boolean): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw new Refusal(`--out ${path}: is a directory; expected the name of a file`)
  if (found && !force) throw new Refusal(`--out ${path}: exists already; expected another name, or --force`)
  if (!existsSync(dirname(path)))
    throw new Refusal(`--out ${path}: there is no folder ${dirname(path)}; expected one that exists`)
}

/** Lets `write` fill a file under the name it is given; nothing is left behind if it fails. */
export async function writeWhole<T>(path: string, write: (temporary: string) => Promise<T>): Promise<T> {
  const folder = join(dirname(path), `.${basename(path)}.partial-${process.pid}`)
  try {
    await mkdir(folder)
    const temporary = join(folder, basename(path))
    const result = await write(temporary)
    await rename(temporary, path)
    return result
  } catch (cause) {
    throw refusable(path, cause)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of the path is not a directory',
  ENAMETOOLONG: 'the name is too long',
}

function refusable(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return Object.hasOwn(reasons, code)
    ? new Refusal(`${path} cannot be written: ${reasons[code]}; expected a place that can`)
    : cause
}
