/** The rim: the only file that reads the clock, the environment and the terminal, and the only one that writes. */
import { readFile } from 'node:fs/promises'
import type { Answer, Command, Context } from './command.ts'
import { commandNames, loadCommand, type CommandName } from './commands/index.ts'
import { readOptions } from './options.ts'
import { exitCode, Fault, Interrupted, Refusal } from './refusal.ts'
import { plain } from './text/plain.ts'

// A reader that has seen enough (`| head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') process.exitCode = exitCode.internal
    process.exit()
  })
}

try {
  const given = await answer(process.argv.slice(2))
  const { text, code } = typeof given === 'string' ? { text: given, code: exitCode.done } : given
  process.exitCode = code
  process.stdout.write(text)
} catch (cause) {
  const [code, line] = explained(cause)
  process.exitCode = code
  process.stderr.write(line)
}

async function answer(args: readonly string[]): Promise<Answer> {
  const [first, ...rest] = args
  const context = here()
  if (first === '--version' || first === '-V') return `${await version()}\n`
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    return (await import('./commands/help.ts')).generalHelp(context.width)
  }
  const command = await loadCommand(commandNamed(first === 'help' ? rest[0] : first))
  if (first === 'help' || beforeOperandsEnd(rest).some((arg) => arg === '--help' || arg === '-h')) {
    return (await import('./commands/help.ts')).commandHelp(command, context.width)
  }
  return run(command, context, rest)
}

function run(command: Command, context: Context, args: readonly string[]): Promise<Answer> {
  const { options, operands } = readOptions(args, command)
  return command.run(context, options, operands)
}

function commandNamed(given: string | undefined): CommandName {
  const name = commandNames.find((n) => n === given)
  if (name) return name
  const what = given?.startsWith('-') ? 'unknown option' : 'unknown command'
  throw new Refusal(`${what} ${given}; expected ${commandNames.join(', ')}, help, --help or --version`)
}

function beforeOperandsEnd(args: readonly string[]): readonly string[] {
  return args.includes('--') ? args.slice(0, args.indexOf('--')) : args
}

function here(): Context {
  const columns = Number(process.env['COLUMNS']) || process.stdout.columns || 80
  return {
    today: localDate(new Date()),
    width: Math.min(120, Math.max(40, Math.floor(columns))),
    colour: process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    stdin: process.stdin,
    tell: Object.assign((text: string) => void process.stderr.write(text), {
      isTerminal: process.stderr.isTTY === true,
    }),
    interruption,
  }
}

/** Asked for only by commands that have something to clean up; the others end as any program does. */
function interruption(): AbortSignal {
  const control = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => control.abort(new Interrupted(name)))
  return control.signal
}

/** The date where the clinic is, not in Greenwich. */
function localDate(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

async function version(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  return String((JSON.parse(text) as { version: unknown }).version)
}

function explained(cause: unknown): readonly [number, string] {
  if (cause instanceof Refusal) return [exitCode.refused, `anodyne: ${plain(cause.message)}\n`]
  if (cause instanceof Interrupted) return [cause.code, `anodyne: ${cause.message}\n`]
  return [exitCode.internal, fault(cause)]
}

/** Our own mistake: one line, and the stack only for who asks for it. Nothing has been printed before. */
function fault(cause: unknown): string {
  if (process.env['ANODYNE_DEBUG']) return `${cause instanceof Error ? cause.stack : String(cause)}\n`
  const what = cause instanceof Fault ? cause.message : cause instanceof Error ? cause.name : typeof cause
  return `anodyne: internal fault (${what}), no result; run again with ANODYNE_DEBUG=1 for details\n`
}
