/**
 * Problem A in crowds, with summaries only: one and two workers, and memory and time as patients grow more. Each run is a process of
 * its own, so that its peak memory is its own. `npm run bench` runs a short one; `node bench/crowd.ts --whole` goes up to a million.
 */
import { spawnSync } from 'node:child_process'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Job } from '../apps/cli/src/simulation/crew/job.ts'
import { dosing, hourly, problemA } from './problem-a.ts'
import { report, say } from './results.ts'

interface Run {
  readonly ms: number
  /** Of the processor, all threads together: what others use of the cores at the same time lengthens `ms`, and this hardly. */
  readonly cpuMs: number
  /** Of the whole process, start included. */
  readonly peakMB: number
}

const at = process.argv.indexOf('--run')
if (at >= 0) console.log(JSON.stringify(await oneRun(Number(process.argv[at + 1]), Number(process.argv[at + 2]))))
else compare(process.argv.includes('--whole'))

function compare(whole: boolean): void {
  const many = whole ? 100_000 : 20_000
  say(
    `crowd       Problem A, summaries (mean and quantiles within 0.4 %) of ${many} patients${whole ? ' and more' : ''}`,
  )
  const [one, two] = inTurn(many, 5)
  tell(`crowd${many}OneWorker`, many, one)
  tell(`crowd${many}TwoWorkers`, many, two)
  say(`  two workers are ${(one.ms / two.ms).toFixed(2)} times as fast as one`)
  if (whole) for (const n of [300_000, 1_000_000]) tell(`crowd${n}TwoWorkers`, n, apart(n, 2))
}

/** The best with one worker and with two, in turn, so that a busy minute meets both. */
function inTurn(n: number, times: number): readonly [Run, Run] {
  const pairs = Array.from({ length: times }, () => [apart(n, 1), apart(n, 2)] as const)
  const best = (runs: readonly Run[]): Run => runs.reduce((a, b) => (a.ms <= b.ms ? a : b))
  return [best(pairs.map(([one]) => one)), best(pairs.map(([, two]) => two))]
}

function apart(n: number, workers: number): Run {
  const args = [fileURLToPath(import.meta.url), '--run', String(n), String(workers)]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Run
}

async function oneRun(n: number, workers: number): Promise<Run> {
  // As the command does.
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/anodyne', import.meta.url)))
  const { crewSketches } = await import('../apps/cli/src/simulation/crew/crew.ts')
  const job: Job = {
    model: problemA,
    courses: dosing(672).map((course) => ({ ...course, substance: 'racemic-ketamine' })),
    times: hourly(672),
    person: { interactions: [] },
    periods: [],
    draws: { seed: 1 },
    first: 0,
    n,
  }
  const [began, before] = [performance.now(), process.cpuUsage()]
  await crewSketches(job, { workers })
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000, peakMB: process.resourceUsage().maxRSS / 1024 }
}

function tell(name: string, n: number, { ms, cpuMs, peakMB }: Run): void {
  const nsPerPatientPoint = (1e6 * ms) / (n * 672)
  report(
    name,
    { ms, nsPerPatientPoint },
    `  ${name.padEnd(26)} ${(ms / 1000).toFixed(2)} s (${(cpuMs / 1000).toFixed(2)} of the processor), ${nsPerPatientPoint.toFixed(1)} ns per patient and hour, peak ${peakMB.toFixed(0)} MB`,
  )
}
