import { beforeAll, expect, it, vi } from 'vitest'
import { answers, folder, refuses } from './simulation.fixture.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const here = folder()
const study = ['simulate', '--dose', '25', '--route', 'oral', '--every', '8', '--days', '1', '--n', '600']
const shard = (name: string, part: string, ...more: readonly string[]) =>
  answers(here.run(...study, '--shard', part, '--out', name, ...more))

beforeAll(() => {
  for (const end of ['sketch', 'csv', 'parquet']) {
    for (const part of [1, 2, 3]) shard(`p${part}.${end}`, `${part}/3`)
    answers(here.run(...study, '--out', `whole.${end}`))
  }
  answers(here.run(...study, '--out', 'summary.csv'))
  answers(here.run(...study, '--out', 'summary.parquet'))
})

type Damaged = readonly [string, () => readonly string[], ...string[]]

it('[SI20] shards merged in any order are, byte for byte, what one run writes', () => {
  for (const end of ['sketch', 'csv', 'parquet']) {
    const said = answers(here.run('merge', `merged.${end}`, `p3.${end}`, `p1.${end}`, `p2.${end}`))
    expect(said).toContain('600 virtual patients')
    expect(here.bytes(`merged.${end}`).equals(here.bytes(`whole.${end}`)), end).toBe(true)
  }
  for (const name of ['summary.csv', 'summary.parquet']) {
    answers(here.run('merge', `of-shards-${name}`, 'p2.sketch', 'p1.sketch', 'p3.sketch'))
    expect(here.bytes(`of-shards-${name}`).equals(here.bytes(name)), name).toBe(true)
  }
})

const damaged: readonly Damaged[] = [
  ['a gap', () => ['x.sketch', 'p1.sketch', 'p3.sketch'], 'patients 193 to 400 are in no shard', 'p3.sketch'],
  ['the last missing', () => ['x.csv', 'p1.csv', 'p2.csv'], 'patients 401 to 600 are in no shard'],
  ['one twice', () => ['x.parquet', 'p1.parquet', 'p2.parquet', 'p2.parquet', 'p3.parquet'], 'p2.parquet', 'overlap'],
  ['another seed', () => ['x.csv', 'p1.csv', made('seed.csv', '--seed', '2'), 'p3.csv'], 'seed.csv: another seed'],
  ['another weight', () => ['x.csv', 'p1.csv', made('kg.csv', '--weight', '60'), 'p3.csv'], 'another person'],
  [
    'other times',
    () => ['x.sketch', 'p1.sketch', made('t.sketch', '--step', '2'), 'p3.sketch'],
    'another output times',
  ],
  ['another regimen', () => ['x.csv', 'p1.csv', other('dose.csv', ['--dose', '50']), 'p3.csv'], 'another regimen'],
  [
    'another model',
    () => ['x.csv', 'p1.csv', other('model.csv', ['--model', 'ketamine-physiological']), 'p3.csv'],
    'another model or its version',
  ],
  ['a CSV cut short', () => ['x.csv', 'p1.csv', cut('p2.csv'), 'p3.csv'], 'cut-p2.csv: cut short'],
  ['a sketch cut short', () => ['x.sketch', cut('p1.sketch'), 'p2.sketch', 'p3.sketch'], 'cut-p1.sketch: cut short'],
  [
    'a sketch of which one byte is another',
    () => ['x.sketch', bent('p1.sketch'), 'p2.sketch', 'p3.sketch'],
    'bent-p1.sketch',
  ],
  ['a Parquet file cut short', () => ['x.parquet', 'p1.parquet', 'p2.parquet', cut('p3.parquet')], 'cut-p3.parquet'],
  ['another kind of file', () => ['x.csv', here.write('mine.csv', 'a,b\n1,2\n')], 'mine.csv: its first line'],
  ['formats mixed', () => ['x.csv', 'p1.csv', 'p2.sketch'], 'several formats'],
  ['rows as sketches', () => ['x.sketch', 'p1.csv', 'p2.csv', 'p3.csv'], 'OUT x.sketch'],
  ['summaries, which do not add up', () => ['x.csv', 'summary.csv'], '.sketch'],
  ['a file that is not there', () => ['x.csv', 'p1.csv', 'nobody.csv'], 'nobody.csv', 'no such file'],
  ['a target that exists', () => ['whole.csv', 'p1.csv', 'p2.csv', 'p3.csv'], 'whole.csv', 'exists already', '--force'],
  ['no shard', () => ['x.csv'], 'SHARD is missing'],
]
for (const [what, args, ...words] of damaged)
  it(`[SI21] ${what} is refused in one line that names the file, and nothing is written`, () => {
    const given = args()
    const before = here.names()
    refuses(here.run('merge', ...given), ...words)
    expect(here.names()).toEqual(before)
  })

function made(name: string, ...more: readonly string[]): string {
  shard(name, '2/3', ...more, '--force')
  return name
}

function other(name: string, [flag, value]: readonly [string, string]): string {
  const at = study.indexOf(flag)
  const args = at < 0 ? [...study, flag, value] : study.with(at + 1, value)
  answers(here.run(...args, '--shard', '2/3', '--out', name, '--force'))
  return name
}

const cut = (name: string): string => here.write(`cut-${name}`, here.bytes(name).subarray(0, -100))

function bent(name: string): string {
  const bytes = here.bytes(name)
  bytes[bytes.length - 60]! ^= 1
  return here.write(`bent-${name}`, bytes)
}
