/**
 * Workers on the cores of one machine. Chunks of patients are dealt to whoever is free; sketches are merged exactly and rows are given
 * on in the order of the patients, so neither their number nor their speed can be seen in the answer.
 */
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import {
  cellsOf,
  checkStretch,
  chunkLength,
  compile,
  mergeSketches,
  type Progress,
  type Sketches,
} from '@anodyne/pharmacology'
import { Fault, Refusal } from '../../refusal.ts'
import { BOARD, type Job, type Message, type Rows, type Wanted, type WorkerData } from './job.ts'

export interface CrewOptions {
  /** Threads; never more than there are chunks. */
  readonly workers: number
  /** Called a few times a second. */
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** Of each thread. */
  readonly limits?: ResourceLimits
}

/** Sketches of all patients of a job. @throws Refusal, the signal's reason, or an error that says which worker died and of what */
export async function crewSketches(job: Job, options: CrewOptions): Promise<Sketches> {
  let all: Sketches | undefined
  await crew(job, 'sketches', options, (message) => {
    if (message.kind !== 'sketches') return
    if (all) mergeSketches(all, message.sketches)
    else all = message.sketches
  })
  return all!
}

/** Gives every patient's rows to `take`, in their order, and goes no faster than it takes them. @throws as `crewSketches` */
export async function crewRows(
  job: Job,
  wanted: Exclude<Wanted, 'sketches'>,
  options: CrewOptions,
  take: (rows: Rows) => Promise<void>,
): Promise<void> {
  const early = new Map<number, Rows>()
  let due = 0
  let taking: Promise<void> = Promise.resolve()
  await crew(job, wanted, options, (message, { allow, fail }) => {
    if (message.kind !== 'chunk') return
    early.set(message.chunk, message.rows)
    for (let next = early.get(due); next; next = early.get(due)) {
      const rows = next
      early.delete(due++)
      taking = taking.then(() => take(rows)).then(allow, fail)
    }
  })
  await taking
}

interface Hold {
  /** One chunk more may be begun. */
  readonly allow: () => void
  readonly fail: (cause: unknown) => void
}

/** Numbers in a chunk of rows: half a megabyte, four times that as lines of CSV. */
const ROW_NUMBERS = 2 ** 16
/** Chunks that may be in work or wait to be written, for each worker. */
const AHEAD = 2

/** Sketches leave next to no garbage: a small nursery is as fast, and 15 MB less for each thread. */
const FRUGAL: ResourceLimits = { maxYoungGenerationSizeMb: 4 }

function crew(
  job: Job,
  wanted: Wanted,
  options: CrewOptions,
  hear: (message: Message, hold: Hold) => void,
): Promise<void> {
  checkStretch(job)
  const cells = cellsOf({ model: compile(job.model), times: job.times })
  const most = chunkLength(cells)
  const length = wanted === 'sketches' ? most : Math.min(most, 16 * Math.max(1, Math.floor(ROW_NUMBERS / (16 * cells))))
  const count = Math.max(1, Math.min(options.workers, Math.ceil(job.n / length)))
  const board = new Int32Array(new SharedArrayBuffer(12))
  board[BOARD.allowed] = AHEAD * count
  // Node names the folder with its own version's below it.
  const cache = getCompileCacheDir()
  const data: WorkerData = {
    job,
    wanted,
    length,
    board: board.buffer as SharedArrayBuffer,
    cache: cache === undefined ? undefined : dirname(cache),
  }
  const { signal, limits, onProgress } = options

  return new Promise((resolve, reject) => {
    const workers: Worker[] = []
    let left = count
    const tell = () => onProgress?.({ done: Math.min(board[BOARD.done]!, job.n), of: job.n })
    const watch = onProgress && setInterval(tell, 200)
    let ended = false
    const end = async (settle: () => void) => {
      // Threads that are ended end as if they had died: the first reason counts.
      if (ended) return
      ended = true
      clearInterval(watch)
      signal?.removeEventListener('abort', interrupt)
      await Promise.all(workers.map((worker) => worker.terminate()))
      settle()
    }
    const fail = (cause: unknown) => void end(() => reject(cause))
    const interrupt = () => fail(signal?.reason)
    if (signal?.aborted) return interrupt()
    signal?.addEventListener('abort', interrupt)
    const allow = () => {
      Atomics.add(board, BOARD.allowed, 1)
      Atomics.notify(board, BOARD.allowed)
    }
    for (let number = 1; number <= count; number++) {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
        workerData: data,
        resourceLimits: { ...(wanted === 'sketches' ? FRUGAL : {}), ...limits },
      })
      let finished = false
      worker.on('message', (message: Message) => {
        if (message.kind === 'refused') return fail(new Refusal(`cannot be simulated: ${message.message}`))
        hear(message, { allow, fail })
        if (message.kind !== 'finished') return undefined
        finished = true
        if (--left === 0) {
          tell()
          void end(resolve)
        }
        return undefined
      })
      worker.on('error', (cause) => fail(new WorkerDied(number, cause)))
      worker.on('exit', (code) => finished || fail(new WorkerDied(number, new Error(`exit code ${code}`))))
      workers.push(worker)
    }
    return undefined
  })
}

/** A thread ended before its work did: out of memory, or a fault of ours. There is no answer. */
export class WorkerDied extends Fault {
  constructor(number: number, cause: unknown) {
    const outOfMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
    super(`worker ${number} ended before its work (${outOfMemory ? 'out of memory' : nameOf(cause)})`, cause)
    this.name = 'WorkerDied'
  }
}

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.message : typeof cause)
