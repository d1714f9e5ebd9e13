/** Answers the model page off its own thread. */
import { compute, type Answers, type Question } from './compute.ts'

export interface Asked {
  readonly id: number
  readonly question: Question
}
export type Answered =
  { readonly id: number; readonly answer: Answers[keyof Answers] } | { readonly id: number; readonly refused: string }

addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked>) => {
  let answered: Answered
  try {
    answered = { id, answer: compute(question) }
  } catch (error) {
    answered = { id, refused: error instanceof Error ? error.message : String(error) }
  }
  postMessage(answered)
})
