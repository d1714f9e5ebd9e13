/** The worker's side: every question gets its answer, or the reason why not. */
import type { Answered, Asked } from './messages.ts'

export function answering<Question, Answer>(compute: (question: Question) => Answer): void {
  addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked<Question>>) => {
    let answered: Answered<Answer>
    try {
      answered = { id, answer: compute(question) }
    } catch (error) {
      answered = { id, refused: error instanceof Error ? error.message : String(error) }
    }
    postMessage(answered)
  })
}
