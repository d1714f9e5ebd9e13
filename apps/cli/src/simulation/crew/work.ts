/** One worker: takes the next chunk from the board until there is none. Which chunks it gets changes no number. */
import { parentPort, workerData } from 'node:worker_threads'
import { addNumbers, cellsOf, chunks, emptySketches, LANES, readyToMove } from '@anodyne/pharmacology/streaming'
import { csvLines } from '../csv-lines.ts'
import { BOARD, studyOf, type Message, type WorkerData } from './job.ts'

const { job, wanted, length, board: shared } = workerData as WorkerData
const board = new Int32Array(shared)
const say = (message: Message, transfer: ArrayBuffer[] = []) => parentPort!.postMessage(message, transfer)

try {
  const study = studyOf(job)
  const cells = cellsOf(study)
  const simulate = chunks(study)
  const sketches = emptySketches(wanted === 'sketches' ? cells : 0)
  for (;;) {
    const chunk = Atomics.add(board, BOARD.next, 1)
    const begin = chunk * length
    if (begin >= job.n) break
    const n = Math.min(length, job.n - begin)
    if (wanted !== 'sketches') waitUntilAllowed(chunk)
    const first = job.first + begin
    const { values } = simulate({ n, first })
    if (wanted === 'sketches') addNumbers(sketches, values, n)
    else {
      const content =
        wanted === 'lines'
          ? csvLines(job.times, study.model.outputs.length, { first, n, values })
          : Float64Array.from(values.subarray(0, Math.ceil(n / LANES) * LANES * cells))
      say({ kind: 'chunk', chunk, rows: { first, n, content } }, [content.buffer])
    }
    Atomics.add(board, BOARD.done, n)
  }
  if (wanted === 'sketches') say({ kind: 'sketches', sketches }, readyToMove(sketches))
  say({ kind: 'finished' })
} catch (cause) {
  // What the engine refuses is the same in every thread; anything else ends the thread and is reported there.
  if (!(cause instanceof RangeError)) throw cause
  say({ kind: 'refused', message: cause.message })
}

function waitUntilAllowed(chunk: number): void {
  for (;;) {
    const allowed = Atomics.load(board, BOARD.allowed)
    if (chunk < allowed) return
    Atomics.wait(board, BOARD.allowed, allowed)
  }
}
