/**
 * The course of treatment, checked: every sequence of events to a depth, random ones, and its drawing in docs/spec/phases.md.
 * `PHASES_DEEP=1` goes a letter deeper and tries 100,000 random sequences instead of 20,000; `PHASES_SEED` takes another seed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { phases } from '../packages/pathway/src/case.ts'
import { protocol } from '../packages/pathway/src/options/protocol.fixture.ts'
import { roots } from '../packages/pathway/src/phases/alphabet.fixture.ts'
import { arrows } from '../packages/pathway/src/phases/arrows.ts'
import { explore, wander } from '../packages/pathway/src/phases/explore.fixture.ts'
import { guards } from '../packages/pathway/src/phases/guards.ts'
import { machine } from '../packages/pathway/src/phases/next.ts'

const deep = process.env['PHASES_DEEP'] === '1'
const seed = Number(process.env['PHASES_SEED'] ?? 20_261_122)
const timeout = 900_000

it('[PH1] the page draws the arrows of the machine, no more and no fewer', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/spec/phases.md'), 'utf8')
  const list = (from: readonly string[]) => (from.length === phases.length ? 'any' : from.join(', '))
  const rows = arrows.map(
    (a) => `${a.on} | ${list(a.from)} | ${a.to} | ${a.guards.join(', ') || 'none'} | ${a.rules.join(', ')}`,
  )
  const table = page.slice(page.indexOf('## Arrows'), page.indexOf('## Events'))
  const written = [...table.matchAll(/^\| (.*?) +\|$/gm)].map(([, row]) => row!.split(/ *\| */).join(' | '))
  expect(written.slice(1)).toEqual(rows)
  const used = new Set<string>(arrows.flatMap((a) => a.guards))
  expect(Object.keys(guards).filter((g) => !used.has(g))).toEqual([])
})

it.each(Object.keys(roots))('[PH19] no sequence of letters after "%s" breaks a promise', { timeout }, (root) => {
  const depth = (root === 'referral' ? 4 : 3) + (deep ? 1 : 0)
  const { found, states, transitions, refusals } = explore(root, depth, protocol, machine)
  console.error(`${root}: depth ${depth}, ${states} states, ${transitions} transitions, ${refusals} refusals`)
  expect(found).toBeUndefined()
  expect(states).toBeGreaterThan(200)
})

it('[PH20] no random sequence breaks a promise', { timeout }, () => {
  const sequences = deep ? 100_000 : 20_000
  const { found, transitions, refusals } = wander(seed, sequences, 30, protocol, machine)
  console.error(`seed ${seed}: ${sequences} sequences, ${transitions} letters, ${refusals} refused`)
  expect(found).toBeUndefined()
})
