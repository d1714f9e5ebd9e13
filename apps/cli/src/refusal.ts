/** A refusal that a person can act on: what, the value, where, and what was expected. One line on stderr, exit code 2. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Refusal'
  }
}

/** The exit codes, after sysexits.h where it has one. */
export const exitCode = { done: 0, rowFails: 1, refused: 2, internal: 70 } as const
