/** What every command is: words for its help, the options it takes, and a function from them to the text it prints. */
import type { Operand, OptionTable, Options } from './options.ts'
import type { Tell } from './simulation/progress.ts'

/** What the rim knows and a command may use. Only `main.ts` reads the clock, the environment and the terminal. */
export interface Context {
  /** ISO date on the clock */
  readonly today: string
  /** columns of the page */
  readonly width: number
  /** whether the reader of stdout sees colour */
  readonly colour: boolean
  readonly stdin: AsyncIterable<Uint8Array>
  /** Writes to stderr while a command runs: progress, never a result. */
  readonly tell: Tell
  /** From now on Ctrl-C and SIGTERM are told here, and end nothing by themselves. */
  readonly interruption: () => AbortSignal
}

/** Text alone is exit code 0. */
export type Answer = string | { readonly text: string; readonly code: 0 | 1 }

export interface Command<T extends OptionTable = OptionTable> {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** After the name, e.g. `RECORD.json [options]`. */
  readonly usage: string
  /** Names of what stands without a dash, e.g. `RECORD.json`. */
  readonly operands: readonly Operand[]
  readonly options: T
  readonly examples: readonly string[]
  run(context: Context, options: Options<T>, operands: readonly string[]): Promise<Answer>
}
