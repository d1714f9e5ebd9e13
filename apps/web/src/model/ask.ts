/** What the model page asks of the engine. */
import { asker } from '../worker/asker.ts'
import type { Answers, Question } from './compute.ts'

const put = asker<Question, Answers[keyof Answers]>(
  () => new Worker(new URL('./model-worker.ts', import.meta.url), { type: 'module', name: 'model' }),
  async (question) => (await import('./compute.ts')).compute(question),
)

export const ask = <K extends Question['kind']>(question: Extract<Question, { kind: K }>): Promise<Answers[K]> =>
  put(question) as Promise<Answers[K]>
