/** `npm run model-card`: writes the model card and the model library from the models’ data and their templates. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from './model-card-pages.ts'

const root = join(import.meta.dirname, '..')
for (const { path, text } of pages(root)) {
  writeFileSync(join(root, path), text)
  console.log(path)
}
