/** Help, made from the commands themselves so that it cannot disagree with them. */
import type { Command } from '../command.ts'
import type { OptionSpec } from '../options.ts'
import { wrap } from '../text/wrap.ts'
import { commandNames, loadCommand } from './index.ts'

export async function generalHelp(width: number): Promise<string> {
  const commands = await Promise.all(commandNames.map(loadCommand))
  return [
    ...wrap(
      'Anodyne: a FHIR record in, an explained plan for a supervised trial of oral ketamine in chronic pain out. Every dose is a clinician’s signed decision; nothing printed here is an order.',
      width,
    ),
    '',
    'usage: anodyne COMMAND [options]',
    '',
    ...commands.flatMap(({ name, summary }) => twoColumns(name, summary, 12, width)),
    '',
    ...twoColumns('help COMMAND', 'the options of a command', 14, width),
    ...twoColumns('--version', 'the version', 14, width),
    '',
    ...wrap(
      'Exit codes: 0 done; 1 a row of validate-model fails; 2 refused, with one line on stderr that says what, where and what was expected; 70 a fault of Anodyne’s own (ANODYNE_DEBUG=1 shows details).',
      width,
    ),
    '',
  ].join('\n')
}

export function commandHelp({ name, usage, summary, options, examples }: Command, width: number): string {
  const rows = Object.entries(options).map(([option, spec]) => [heading(option, spec), spec] as const)
  const column = Math.max(0, ...rows.map(([head]) => head.length)) + 2
  return [
    `usage: anodyne ${name} ${usage}`,
    '',
    ...wrap(summary, width),
    ...(rows.length ? ['', ...rows.flatMap(([head, spec]) => twoColumns(head, spec.help, column, width))] : []),
    '',
    ...examples.map((example) => `  anodyne ${example}`),
    '',
  ].join('\n')
}

const heading = (option: string, { value }: OptionSpec) => (value ? `--${option} ${value}` : `--${option}`)

function twoColumns(left: string, right: string, column: number, width: number): string[] {
  const lines = wrap(right, Math.max(24, width - column - 2))
  return lines.map((line, i) => `  ${(i === 0 ? left : '').padEnd(column)}${line}`)
}
