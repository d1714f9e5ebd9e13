/** A refusal that a person can act on: what, the value, where, and what was expected. One line on stderr, exit code 2. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Refusal'
  }
}

/** Stopped from outside: no result, and nothing half written. The exit code is 128 and the signal's number. */
export class Interrupted extends Error {
  readonly code: 130 | 143

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('interrupted, no result')
    this.name = 'Interrupted'
    this.code = signal === 'SIGINT' ? 130 : 143
  }
}

/** A fault of our own or of the machine that can be told in words, since they carry nothing of a record. Exit code 70. */
export class Fault extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause })
    this.name = 'Fault'
  }
}

/** The exit codes, after sysexits.h where it has one. */
export const exitCode = { done: 0, rowFails: 1, refused: 2, internal: 70 } as const
