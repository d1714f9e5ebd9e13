/** A file that is there whole or not at all: written beside its place under another name, and renamed when it is finished. */
import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Refusal } from '../refusal.ts'

/** Refused before any work is done. @throws Refusal */
export async function checkTarget(path: string, force: boolean): Promise<void> {
  const found = await statOf(path)
  if (found?.isDirectory()) throw new Refusal(`--out ${path}: is a directory; expected the name of a file`)
  if (found && !force) throw new Refusal(`--out ${path}: exists already; expected another name, or --force`)
  if (!(await statOf(dirname(path)))?.isDirectory())
    throw new Refusal(`--out ${path}: there is no folder ${dirname(path)}; expected one that exists`)
}

const statOf = (path: string) =>
  stat(path).catch((cause: unknown) => {
    const refused = refusable(path, cause)
    if (refused instanceof Refusal) throw refused
    return undefined
  })

/** Lets `write` fill a file under the name it is given; nothing is left behind if it fails. */
export async function writeWhole<T>(path: string, write: (temporary: string) => Promise<T>): Promise<T> {
  // DuckDB reads a meaning into some characters.
  const plain = basename(path).replaceAll(/[^\w.-]/g, '_')
  let folder: string | undefined
  try {
    // A name that nobody has: in a container every process may have the number that a killed one had.
    folder = await mkdtemp(join(dirname(path), `.${plain.slice(0, SHORT)}.partial-`))
    const temporary = join(folder, `whole${extname(path)}`)
    const result = await write(temporary)
    await rename(temporary, path)
    return result
  } catch (cause) {
    throw refusable(path, cause)
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
}

/** Characters, so that the name of a file that a disk takes does not become one that it does not. */
const SHORT = 100

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file would be larger than is allowed',
  EIO: 'the disk answers with an error',
  ENOTDIR: 'part of the path is not a directory',
  ENAMETOOLONG: 'the name is too long',
}

/** How the system says it, where only its words come through (DuckDB). */
const words: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/i, 'ENOSPC'],
  [/Disk quota exceeded/i, 'EDQUOT'],
  [/File too large/i, 'EFBIG'],
  [/Permission denied/i, 'EACCES'],
  [/Read-only file system/i, 'EROFS'],
  [/Input\/output error/i, 'EIO'],
]

function refusable(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : (words.find(([said]) => said.test(cause.message))?.[1] ?? '')
  return Object.hasOwn(reasons, code)
    ? new Refusal(`${path} cannot be written: ${reasons[code]}; expected a place that can`)
    : cause
}
