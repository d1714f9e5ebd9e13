import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const scratch = join(root, 'node_modules/.arrow-test')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The design: which room may import which. */
const ARROWS: Record<string, readonly string[]> = {
  'packages/units': [],
  evidence: [],
  'packages/pharmacology': ['units', 'evidence'],
  'packages/pathway': ['units', 'evidence', 'pharmacology'],
  'packages/record': ['units', 'evidence', 'pharmacology', 'pathway'],
  'apps/server': ['units', 'evidence', 'pharmacology', 'pathway', 'record'],
  'apps/cli': ['units', 'evidence', 'pharmacology', 'pathway', 'record'],
  'apps/web': ['units', 'evidence', 'pharmacology', 'pathway', 'record', 'server'],
}

const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>

it.each(Object.entries(ARROWS))(
  '[SV11] %s names the rooms of the design, in package.json and in tsconfig.json alike',
  (room, allowed) => {
    const named = Object.keys((json(`${room}/package.json`)['dependencies'] as object | undefined) ?? {})
      .filter((name) => name.startsWith('@anodyne/'))
      .map((name) => name.slice('@anodyne/'.length))
    const references = ((json(`${room}/tsconfig.json`)['references'] as { path: string }[] | undefined) ?? []).map(
      ({ path }) => path.split('/').at(-1),
    )
    expect(named.toSorted()).toEqual([...allowed].toSorted())
    expect([...references].sort((a = '', b = '') => a.localeCompare(b))).toEqual([...allowed].toSorted())
  },
)

it('[SV11] the pure packages depend on nothing else', () => {
  for (const room of ['packages/units', 'evidence', 'packages/pharmacology', 'packages/pathway']) {
    const others = Object.keys((json(`${room}/package.json`)['dependencies'] as object | undefined) ?? {}).filter(
      (n) => !n.startsWith('@anodyne/'),
    )
    expect(others).toEqual([])
  }
})

it('[SV11] an import against the arrows does not compile', () => {
  // A room of its own for each, so that neither build can take the other's output for its own.
  const compile = (name: string, source: string) => {
    const room = join(scratch, name)
    mkdirSync(room, { recursive: true })
    writeFileSync(join(room, 'room.ts'), source)
    writeFileSync(
      join(room, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../tsconfig.base.json',
        compilerOptions: { rootDir: '.', outDir: 'out', tsBuildInfoFile: 'out/.tsbuildinfo' },
        files: ['room.ts'],
        references: [{ path: '../../../packages/units' }],
      }),
    )
    return spawnSync(join(root, 'node_modules/.bin/tsc'), ['-b', room, '--pretty', 'false'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
  }
  const right = compile('right', "import { mg } from '@anodyne/units'\nexport const dose = mg(10)\n")
  expect(right.stdout).toBe('')
  const wrong = compile('wrong', "import type { Case } from '@anodyne/pathway'\nexport type Wrong = Case\n")
  expect(wrong.status).not.toBe(0)
  expect(wrong.stdout).toMatch(/TS6059|TS6307/)
}, 60_000)
