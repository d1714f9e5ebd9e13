/** A promise per question, answered by a worker, or by the page where none will start. */
import type { Answers, Question } from './compute.ts'
import type { Answered, Asked } from './model-worker.ts'

type Answer = Answers[keyof Answers]

interface Waiting {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: Error) => void
}

const waiting = new Map<number, Waiting>()
let asked = 0
let worker: Worker | 'none' | undefined

async function onPage(question: Question): Promise<Answer> {
  const { compute } = await import('./compute.ts')
  return compute(question)
}

function giveUp(): void {
  worker = 'none'
  for (const { question, resolve, reject } of waiting.values()) onPage(question).then(resolve, reject)
  waiting.clear()
}

function start(): Worker | 'none' {
  try {
    const made = new Worker(new URL('./model-worker.ts', import.meta.url), { type: 'module', name: 'model' })
    made.addEventListener('error', giveUp)
    made.addEventListener('messageerror', giveUp)
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const asker = waiting.get(data.id)
      waiting.delete(data.id)
      if ('refused' in data) asker?.reject(new Error(data.refused))
      else asker?.resolve(data.answer)
    })
    return made
  } catch {
    return 'none'
  }
}

export function ask<K extends Question['kind']>(question: Extract<Question, { kind: K }>): Promise<Answers[K]> {
  worker ??= start()
  if (worker === 'none') return onPage(question) as Promise<Answers[K]>
  const post = worker
  return new Promise<Answer>((resolve, reject) => {
    const one: Asked = { id: ++asked, question }
    waiting.set(one.id, { question, resolve, reject })
    post.postMessage(one)
  }) as Promise<Answers[K]>
}
