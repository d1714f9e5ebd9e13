import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { composite, library, validate } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'
import { fill, pages } from './model-card-pages.ts'
import { table } from './model-card-tables.ts'

const root = join(import.meta.dirname, '..')
const made = pages(root)
const textOf = (name: string) => made.find(({ path }) => path === `docs/${name}`)!.text

it.each(made.map(({ path, text }) => [path, text] as const))(
  '[VM9] %s is what the data give; if not, run npm run model-card',
  (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  },
)

it('[VM9] the card has every parameter with its status and source, every row, every known miss, and where it may not be used', () => {
  const card = textOf('MODEL-CARD.md')
  for (const { symbol, meaning } of composite.parameters) expect(card).toContain(`| ${symbol} | ${meaning}`)
  for (const row of validate(library.filter(({ id }) => id === composite.id))) {
    expect(card).toContain(`| ${row.target} |`)
    if (row.because !== null) expect(card).toContain(row.because)
    if (row.doi !== null) expect(card).toContain(`https://doi.org/${row.doi}`)
  }
  for (const heading of ['**Published**', '**Derived**', '### External', '### Verification', '## Where it must not be used'])
    expect(card).toContain(heading)
}) // prettier-ignore

it('[VM13] [VM9] card and library say whose tolerances are, and the spread of clearance in words is that of the table', () => {
  for (const name of ['MODEL-CARD.md', 'MODEL-LIBRARY.md']) {
    const text = textOf(name)
    const [, all, printed, review, own] = text.match(/Of (\d+) tolerances (\d+) are printed .*, (\d+) are those .* and (\d+) are ours/)!.map(Number)
    expect(printed! + review! + own!).toBe(all)
    if (name === 'MODEL-CARD.md') expect(text.match(/\| [^|]*\b(ours\)) \|/g)).toHaveLength(own!)
  }
  const card = textOf('MODEL-CARD.md')
  const [said] = card.match(/variance 0\.09 \(\d+ % CV\)/)!
  expect(card).toContain(`95.2 L/h | ${said.replace('variance ', '')}`)
}) // prettier-ignore

it('[VM9] the library has every model, its parameters and its gaps', () => {
  const text = textOf('MODEL-LIBRARY.md')
  for (const { id, version, parameters, gaps = [] } of library) {
    expect(text).toContain(`## ${id} ${version}`)
    if (id !== composite.id) for (const { symbol } of [...parameters, ...gaps]) expect(text).toContain(`| ${symbol} |`)
  }
})

it('[VM9] a place without a table, or a table without a place, is an error', () => {
  expect(fill('x', 'a {{b}} c', { b: '1' })).toBe('a 1 c')
  expect(() => fill('x', 'a {{b}}', {})).toThrow('x: nothing for {{b}}')
  expect(() => fill('x', 'a', { b: '1' })).toThrow('x: no place for b')
  expect(table(['a'], [['x | y'], ['']])).toBe('| a |\n|---|\n| x \\| y |\n| – |')
})
