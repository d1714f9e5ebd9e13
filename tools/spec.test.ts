/** Promise → test, and rule → promise, hazard: what docs/spec and docs/HAZARDS say is checked against the sources. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { rules } from '../packages/pathway/src/rules.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** A promise's id: capitals and digits in bold, such as E06, PK12 or E2E3. A word in bold is not one. */
const idsIn = (text: string) => [...text.matchAll(/\*\*([A-Z][A-Z0-9]*\d)\*\*/g)].map((match) => match[1]!)

const specs = globSync('docs/spec/*.md', { cwd: root }).sort()
const tests = globSync('{packages,apps,evidence,e2e,tools}/**/*.{test,cases}.{ts,tsx}', {
  cwd: root,
  exclude: (path) => /node_modules|\.types|dist/.test(path),
})
  .map(read)
  .join('\n')
const promises = specs.map((path) => [path, idsIn(read(path))] as const)
const hazards = read('docs/HAZARDS.md')

it('finds the specifications and the tests', () => {
  expect(specs).toContain('docs/spec/pathway.md')
  expect(tests).toContain('[E06]')
  expect(rules.length).toBeGreaterThan(30)
})

it.each(promises)('%s states no promise twice, and its tests quote each', (_, ids) => {
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  expect(ids.filter((id) => !tests.includes(`[${id}]`))).toEqual([])
})

it('no two specifications share an id', () => {
  const all = promises.flatMap(([, ids]) => ids)
  expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([])
})

it('every rule is stated once in docs/spec/pathway.md', () => {
  const stated = idsIn(read('docs/spec/pathway.md'))
  expect(rules.map((r) => r.id).filter((id) => stated.filter((s) => s === id).length !== 1)).toEqual([])
})

it('every rule stands in docs/HAZARDS.md in the row of the hazard it controls', () => {
  const rows = new Map(
    hazards.split('\n').flatMap((line) => {
      const id = /^\| (H\d\d) \|/.exec(line)?.[1]
      return id === undefined ? [] : [[id, line] as const]
    }),
  )
  const loose = rules.filter(({ id, hazard }) => !new RegExp(`\\b${id}\\b`).test(rows.get(hazard) ?? ''))
  expect(loose.map((r) => `${r.id} ${r.hazard}`)).toEqual([])
})

it('docs/HAZARDS.md names no rule that does not exist', () => {
  const named = [...hazards.matchAll(/\b[EIMST]\d\d\b/g)].map((match) => match[0])
  const planned = /## Not controlled yet[\s\S]*/.exec(hazards)?.[0] ?? ''
  const ids = new Set(rules.map((r) => r.id))
  expect(named.filter((id) => !ids.has(id) && !planned.includes(id))).toEqual([])
})
