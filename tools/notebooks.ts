/** `npm run notebooks`: runs the pages of docs/notebooks, and writes what they print and draw now. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { notebooks, runNotebook } from './notebook.ts'

for (const name of readdirSync(notebooks).filter((file) => file.endsWith('.md') && file !== 'README.md')) {
  const { page, files } = runNotebook(name)
  writeFileSync(join(notebooks, name), page)
  for (const [file, text] of files) writeFileSync(join(notebooks, file), text)
  console.log(`${name}: ${[...files.keys()].join(', ')}`)
}
