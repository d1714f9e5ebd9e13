/** Reads options strictly: unknown, repeated, empty or valueless is refused, never ignored. */
import { parseArgs } from 'node:util'
import { Refusal } from './refusal.ts'

export interface OptionSpec {
  /** The value's name in the help; a switch when absent. */
  readonly value?: string
  /** May be given several times. */
  readonly multiple?: true
  readonly required?: true
  readonly help: string
}
export type OptionTable = Readonly<Record<string, OptionSpec>>

/** Switches are booleans, the rest texts as given; several texts where the option may be repeated. */
export type Options<T extends OptionTable> = {
  readonly [K in keyof T]: T[K] extends { value: string }
    ? T[K] extends { multiple: true }
      ? readonly string[]
      : T[K] extends { required: true }
        ? string
        : string | undefined
    : boolean
}

/** What stands without a dash. The last may be several. */
export interface Operand {
  readonly name: string
  readonly optional?: true
  readonly several?: true
}

interface Expected<T extends OptionTable> {
  readonly name: string
  readonly options: T
  readonly operands: readonly Operand[]
}

/** @throws Refusal when the words are not what the command expects. */
export function readOptions<T extends OptionTable>(
  args: readonly string[],
  { name: command, options: table, operands: wanted }: Expected<T>,
): { options: Options<T>; operands: readonly string[] } {
  const config = Object.fromEntries(
    Object.entries(table).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const]),
  )
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const found = new Map<string, string[]>()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const spec = Object.hasOwn(table, token.name) ? table[token.name] : undefined
    if (!spec) throw new Refusal(unknownOption(token.rawName, table))
    const value = spec.value === undefined ? noValue(token) : oneValue(token, spec.value)
    const before = found.get(token.name)
    if (before && !spec.multiple) throw new Refusal(`--${token.name} is given twice; expected once`)
    found.set(token.name, [...(before ?? []), value])
  }
  const most = wanted.at(-1)?.several ? Infinity : wanted.length
  if (operands.length > most) {
    throw new Refusal(
      `unexpected "${operands[most]}"; expected ${most === 0 ? 'options only' : `only ${wanted.map((w) => w.name).join(' ')}`}`,
    )
  }
  const absent = wanted.slice(operands.length).find((w) => !w.optional)
  if (absent)
    throw new Refusal(`${absent.name} is missing; expected anodyne ${command} ${wanted.map((w) => w.name).join(' ')}`)
  for (const [name, { required, value }] of Object.entries(table)) {
    if (required && !found.has(name)) throw new Refusal(`--${name} is missing; expected --${name} ${value}`)
  }
  const read = Object.entries(table).map(([name, { value, multiple }]) => {
    const values = found.get(name)
    return [name, value === undefined ? values !== undefined : multiple ? (values ?? []) : values?.[0]]
  })
  return { options: Object.fromEntries(read) as Options<T>, operands }
}

interface OptionToken {
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function noValue({ rawName, value }: OptionToken): string {
  if (value !== undefined) throw new Refusal(`${rawName} takes no value, but "${value}" was given`)
  return ''
}

function oneValue({ rawName, value, inlineValue }: OptionToken, expected: string): string {
  // `--dose --route oral`: the next option is not this one's value.
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('--'))) {
    throw new Refusal(`${rawName} has no value; expected ${rawName} ${expected}`)
  }
  return value
}

function unknownOption(given: string, table: OptionTable): string {
  const names = Object.keys(table).map((name) => `--${name}`)
  return `unknown option ${given}; expected one of ${names.join(', ')}`
}
