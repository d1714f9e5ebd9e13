/** The scripts of docs/cluster, run here as a cluster would run them. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { answers, folder } from './simulation.fixture.ts'

vi.setConfig({ testTimeout: 240_000 })

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const script = (name: string) => join(root, 'docs/cluster', name)
const here = folder()

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status, stderr } = spawnSync(command, args, {
    cwd: here.path,
    encoding: 'utf8',
    env: { ...process.env, ANODYNE: root, ...env },
  })
  expect([status, stderr]).toEqual([0, ''])
}

it('[SI22] the Slurm array: three tasks, and their merge is what one run writes', () => {
  for (const name of ['slurm-array.sh', 'slurm-merge.sh']) run('bash', ['-n', script(name)], {})
  const env = { PATIENTS: '200', REGIMEN: '--dose 25 --route oral --every 8 --days 1', SLURM_ARRAY_TASK_COUNT: '3' }
  for (const task of ['2', '3', '1', '2'])
    run('bash', [script('slurm-array.sh')], { ...env, SLURM_ARRAY_TASK_ID: task, SLURM_CPUS_PER_TASK: '2' })
  run('bash', [script('slurm-merge.sh')], { OUT: 'slurm.sketch' })
  const one = ['simulate', '--dose', '25', '--route', 'oral', '--every', '8', '--days', '1', '--n', '200']
  answers(here.run(...one, '--out', 'slurm-one.sketch'))
  expect(here.bytes('slurm.sketch').equals(here.bytes('slurm-one.sketch'))).toBe(true)
})

it('[SI22] the Kubernetes indexed Job: completions, shards and indices agree, and its merge is what one run writes', () => {
  const [simulate, merge] = ['kubernetes-job.yaml', 'kubernetes-merge.yaml'].map((name) =>
    readFileSync(script(name), 'utf8'),
  )
  expect(simulate).toContain('completionMode: Indexed')
  expect(/completions: (\d+)/.exec(simulate!)![1]).toBe(/name: SHARDS, value: '(\d+)'/.exec(simulate!)![1])
  // Two spaces are the indentation everywhere, and no tab.
  for (const line of `${simulate}${merge}`.split('\n')) expect(line).toMatch(/^( {2})*(?![ \t])/)
  const env = { FOLDER: here.path, SHARDS: '3', PATIENTS: '160', SEED: '1' }
  for (const index of ['0', '1', '2'])
    run('/bin/sh', ['-euc', block(simulate!)], { ...env, JOB_COMPLETION_INDEX: index })
  const mergeScript = /- -euc\n +- (exec .*)\n/.exec(merge!)![1]!
  const only = mergeScript.replace('/*.sketch', '/0000?.sketch')
  run('/bin/sh', ['-euc', only], env)
  const one = ['simulate', '--dose', '25', '--route', 'oral', '--every', '8', '--days', '28', '--n', '160']
  answers(here.run(...one, '--out', 'one-summary.parquet', '--summary'))
  expect(here.bytes('summary.parquet').equals(here.bytes('one-summary.parquet'))).toBe(true)
})

/** The lines of the block scalar (`- |`). */
function block(yaml: string): string {
  const [, lines] = /- \|\n((?: {14}.*\n)+)/.exec(yaml)!
  return lines!.replaceAll(/^ {14}/gm, '')
}
