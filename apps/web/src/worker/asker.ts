/** A promise per question, answered by a worker, or by the page where none will start. */
import type { Answered, Asked } from './messages.ts'

interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: Error) => void
}

/**
 * @param make starts the worker, at the first question; it may throw
 * @param onPage answers without one; also what a worker that cannot start or dies leaves open
 */
export function asker<Question, Answer>(
  make: () => Worker,
  onPage: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const waiting = new Map<number, Waiting<Question, Answer>>()
  let asked = 0
  let worker: Worker | 'none' | undefined

  const giveUp = (): void => {
    worker = 'none'
    for (const { question, resolve, reject } of waiting.values()) onPage(question).then(resolve, reject)
    waiting.clear()
  }
  const start = (): Worker | 'none' => {
    try {
      const made = make()
      made.addEventListener('error', giveUp)
      made.addEventListener('messageerror', giveUp)
      made.addEventListener('message', ({ data }: MessageEvent<Answered<Answer>>) => {
        const one = waiting.get(data.id)
        waiting.delete(data.id)
        if ('refused' in data) one?.reject(new Error(data.refused))
        else one?.resolve(data.answer)
      })
      return made
    } catch {
      return 'none'
    }
  }
  return (question) => {
    worker ??= start()
    if (worker === 'none') return onPage(question)
    const post = worker
    return new Promise((resolve, reject) => {
      const one: Asked<Question> = { id: ++asked, question }
      waiting.set(one.id, { question, resolve, reject })
      post.postMessage(one)
    })
  }
}
