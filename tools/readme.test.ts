import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

function anodyne(args: readonly string[], input = ''): string {
  const bin = join(root, 'apps/cli/bin/anodyne.mjs')
  const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1' }
  const run = spawnSync(process.execPath, [bin, ...args], { input, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  expect(run.stderr).toBe('')
  return run.stdout
}

it('[RM1] the example on the command line prints what the README shows', () => {
  const [, demo, plan] =
    /npx anodyne (demo .+?) > patient\.json\nnpx anodyne (plan patient\.json .+)\n/.exec(readme) ?? []
  const [, shown] = /```text\n([\s\S]+?)\n```/.exec(readme) ?? []
  if (!demo || !plan || !shown) throw new Error('the README has no example')
  const record = anodyne(demo.split(' '))
  const printed = anodyne(plan.replace('patient.json', '-').split(' '), record)
  let from = 0
  for (const piece of shown.split(/\n*…\n*/).filter((p) => p.trim() !== '')) {
    const at = printed.indexOf(piece, from)
    expect(at, `not printed, or out of order:\n${piece}`).toBeGreaterThanOrEqual(from)
    from = at + piece.length
  }
})

it('[RM1] the other commands that the README shows run as they stand', { timeout: 60_000 }, () => {
  const [, block] = /## The pharmacology on its own\n\n```sh\n([\s\S]+?)```/.exec(readme) ?? []
  const lines = (block ?? '').trim().split('\n')
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) {
    const [, args] = /^npx anodyne ([^#>]+)/.exec(line) ?? []
    expect(anodyne((args ?? '').trim().split(' ')).length, line).toBeGreaterThan(500)
  }
})

it('[RM2] every file that the README or a page of docs/ links to is there', () => {
  const pages = ['README.md', 'docs/ARCHITECTURE.md', 'docs/INTENDED-USE.md', 'docs/HAZARDS.md', 'docs/MODEL-CARD.md']
  for (const page of pages) {
    const text = readFileSync(join(root, page), 'utf8')
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      expect(existsSync(join(root, page, '..', target ?? '')), `${page} → ${target}`).toBe(true)
    }
  }
})
