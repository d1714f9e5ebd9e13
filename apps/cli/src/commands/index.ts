/** The commands by name. Each loads only what it needs, so that the first line of a page is not waiting for the others. */
import type { Command } from '../command.ts'

export const commandNames = [
  'plan',
  'simulate',
  'merge',
  'demo',
  'protocol',
  'validate-model',
  'plot',
  'convert',
] as const
export type CommandName = (typeof commandNames)[number]

const load: Record<CommandName, () => Promise<Command>> = {
  plan: async () => (await import('./plan.ts')).plan as Command,
  simulate: async () => (await import('./simulate.ts')).simulate as Command,
  merge: async () => (await import('./merge.ts')).merge as Command,
  demo: async () => (await import('./demo.ts')).demo as Command,
  'validate-model': async () => (await import('./validate-model.ts')).validateModel as Command,
  plot: async () => (await import('./plot.ts')).plot as Command,
  convert: async () => (await import('./convert.ts')).convert as Command,
  protocol: async () => (await import('./protocol.ts')).protocol as Command,
}

export const loadCommand = (name: CommandName): Promise<Command> => load[name]()
