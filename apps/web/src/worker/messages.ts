/** What passes between the page and a worker. */
export interface Asked<Question> {
  readonly id: number
  readonly question: Question
}

export type Answered<Answer> =
  { readonly id: number; readonly answer: Answer } | { readonly id: number; readonly refused: string }
