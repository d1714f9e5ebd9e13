/** The engine as the page sees it: a promise per question, answered by a worker, or by the page where none will start. */
import type { WorkerAnswer, WorkerQuestion } from './compute.ts'
import type { Answered, Job } from './job.ts'

interface Waiting {
  readonly job: Job
  readonly resolve: (answer: Answered) => void
  readonly reject: (reason: Error) => void
}

const waiting = new Map<number, Waiting>()
let asked = 0
let worker: Worker | 'none' | undefined

async function onPage(job: Job): Promise<Answered> {
  const { compute } = await import('./compute.ts')
  return { ...compute(job), where: 'on the page' }
}

/** A worker that cannot start or dies hands its questions over to the page. */
function giveUp(): void {
  worker = 'none'
  for (const { job, resolve, reject } of waiting.values()) onPage(job).then(resolve, reject)
  waiting.clear()
}

function start(): Worker | 'none' {
  try {
    const made = new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module', name: 'forecast' })
    made.addEventListener('error', giveUp)
    made.addEventListener('messageerror', giveUp)
    made.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const asker = waiting.get(data.id)
      waiting.delete(data.id)
      if ('refused' in data) asker?.reject(new Error(data.refused))
      else asker?.resolve({ forecast: data.forecast, ms: data.ms, where: 'in a worker' })
    })
    return made
  } catch {
    return 'none'
  }
}

export function runForecast(job: Job): Promise<Answered> {
  worker ??= start()
  if (worker === 'none') return onPage(job)
  const post = worker
  return new Promise((resolve, reject) => {
    const question: WorkerQuestion = { id: ++asked, job }
    waiting.set(question.id, { job, resolve, reject })
    post.postMessage(question)
  })
}
