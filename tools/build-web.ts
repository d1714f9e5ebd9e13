/** Builds the web app once for each state of its sources; the second start finds it built. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['apps/web', 'apps/server/src', 'packages', 'evidence', 'package-lock.json']
const SKIPPED = new Set(['node_modules', 'dist', '.types'])

/** Builds if needed. Answers the folder to serve. */
export async function buildWeb(root: string): Promise<string> {
  const dist = join(root, 'apps/web/dist')
  const mark = join(dist, '.built-from')
  const now = hashOfSources(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return dist
  console.log('Building the web app (once after each change; about ten seconds) …')
  const { build } = await import('vite')
  await build({ root: join(root, 'apps/web'), logLevel: 'warn' })
  writeFileSync(mark, now)
  return dist
}

function hashOfSources(root: string): string {
  const hash = createHash('sha256')
  const walk = (path: string) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    let names: string[]
    try {
      names = readdirSync(full).sort()
    } catch {
      hash.update(path).update(readFileSync(full))
      return
    }
    for (const name of names) if (!SKIPPED.has(name)) walk(`${path}/${name}`)
  }
  for (const source of SOURCES) walk(source)
  return hash.digest('hex')
}
