/** Runs the engine off the page, so that the slider never stutters. */
import { compute, type WorkerAnswer, type WorkerQuestion } from './compute.ts'

addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  let answer: WorkerAnswer
  try {
    answer = { id: data.id, ...compute(data.job) }
  } catch (error) {
    answer = { id: data.id, refused: error instanceof Error ? error.message : String(error) }
  }
  postMessage(answer)
})
