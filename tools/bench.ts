/** `npm run bench`: the benchmarks that the README quotes, each against a baseline timed in the same run. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = join(import.meta.dirname, '../bench')
for (const name of readdirSync(folder).sort()) {
  if (name.endsWith('.ts') && !name.includes('.test.')) await import(pathToFileURL(join(folder, name)).href)
}
