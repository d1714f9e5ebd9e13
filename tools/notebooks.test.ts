import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { notebooks, runNotebook } from './notebook.ts'

const pages = readdirSync(notebooks).filter((name) => name.endsWith('.md') && name !== 'README.md')

it.each(pages)('[PL13] %s prints and draws, when it is run, what it shows', (name) => {
  const { page, files } = runNotebook(name)
  expect(page).toBe(readFileSync(join(notebooks, name), 'utf8'))
  expect(files.size).toBeGreaterThan(0)
  for (const [file, text] of files) {
    expect(
      text === readFileSync(join(notebooks, file), 'utf8'),
      `${file} differs; npm run notebooks draws it anew`,
    ).toBe(true)
    expect(page).toContain(`](${file})`)
  }
})

it('[PL13] every page is in the list', () => {
  expect(pages.length).toBeGreaterThan(0)
  const list = readFileSync(join(notebooks, 'README.md'), 'utf8')
  for (const page of pages) expect(list).toContain(`](${page})`)
})
