import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { conversionSources, type Conversion } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/anodyne.mjs', import.meta.url))
function anodyne(...args: readonly string[]) {
  const env = { ...process.env, COLUMNS: '80', ANODYNE_DEBUG: '' }
  const run = spawnSync(process.execPath, [bin, 'convert', ...args], { encoding: 'utf8', env })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

it('[FO15] the page shows every source, the range before any distribution, and that equal exposure is not used, in 80 columns', () => {
  const { code, out, err } = anodyne('--daily-dose', '100', '--route', 'sc')
  expect([code, err]).toEqual([0, ''])
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  for (const { cited } of conversionSources) expect(out).toContain(cited)
  expect(out).toContain('30 % to 40 %: 30–40 mg a day')
  expect(out).toContain('What was reported, not a dose')
  expect(out).toMatch(/Benítez-Rosario 2011 +·+●+·+●+·*●+·+ +n = 29/)
  expect(out).toMatch(/not used/)
})

it('[FO15] a salt is turned into free base, and JSON names the unit', () => {
  const { out } = anodyne('--daily-dose', '100', '--route', 'iv', '--salt', 'hydrochloride', '--json')
  const { unit, from, start } = JSON.parse(out) as Conversion & { unit: string }
  expect(unit).toBe('mg of free base a day')
  expect(from.dailyDose).toBeCloseTo(86.7, 1)
  expect(start.dose[0]).toBeCloseTo(0.3 * 86.7, 1)
})

it.each([
  [['--daily-dose', '0', '--route', 'iv'], '--daily-dose 0'],
  [['--daily-dose', '100', '--route', 'im'], '--route im: not known; expected one of iv, sc'],
  [['--daily-dose', '100', '--route', 'iv', '--salt', 'citrate'], '--salt citrate'],
  [['--route', 'iv'], '--daily-dose'],
])('[FO15] refused in one line: %j', (args, because) => {
  const { code, out, err } = anodyne(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(because)
  expect(err.trim().split('\n')).toHaveLength(1)
})
