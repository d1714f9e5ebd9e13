/** `anodyne protocol`: the default protocol as JSON, for a clinic to edit and its clinical lead to sign. */
import type { Command } from '../command.ts'

export const protocol: Command<Record<never, never>> = {
  name: 'protocol',
  summary:
    'Prints the default protocol as JSON: every limit with unit, basis and source. It is unsigned; edit it, have it signed, and give it to plan with --protocol.',
  usage: '',
  operands: [],
  options: {},
  examples: ['protocol > our-protocol.json'],

  async run() {
    const { defaultProtocol } = await import('@anodyne/evidence')
    return `${JSON.stringify(defaultProtocol, null, 2)}\n`
  },
}
