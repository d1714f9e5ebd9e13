/** `anodyne plan`: one record in, findings and options out, as a page, as JSON or as FHIR. */
import type { Protocol } from '@anodyne/pathway'
import type { Command, Context } from '../command.ts'
import type { OptionTable, Options } from '../options.ts'
import { readText } from '../file.ts'
import { Refusal } from '../refusal.ts'
import { readDate, readNumber } from '../values.ts'

const options = {
  'as-of': {
    value: 'DATE',
    help: 'the day the record is read on, YYYY-MM-DD; later facts are not used (default: today)',
  },
  protocol: { value: 'FILE', help: 'the clinic’s own protocol, JSON (default: the unsigned default protocol)' },
  weight: { value: 'KG', help: 'body weight in kg; stands before any weight in the record' },
  full: {
    help: 'the page at full length: what each clear rule saw, every limit with its source, nothing said only once',
  },
  json: { help: 'prints everything as JSON' },
  fhir: { help: 'prints findings and options as a FHIR R4 Bundle of proposals: drafts, never orders' },
} as const satisfies OptionTable

/** kg. An adult outside this is taken for a slip of the pen (engineering). */
const weightRange = { unit: 'kg', from: 20, to: 400 } as const

export const plan: Command<typeof options> = {
  name: 'plan',
  summary:
    'Reads one patient’s FHIR R4 Bundle and prints mechanisms, treatments tried, findings, what is missing, and options with their forecasts.',
  usage:
    'RECORD.json [--as-of DATE] [--protocol FILE] [--weight KG] [--full | --json | --fhir]   (RECORD.json may be - for stdin)',
  operands: [{ name: 'RECORD.json' }],
  options,
  examples: [
    'plan record.json --as-of 2026-03-02',
    'plan - --json < record.json',
    'demo suitable | npx anodyne plan -',
  ],

  async run(context, given, [path = '-']) {
    const forms = (['full', 'json', 'fhir'] as const).filter((form) => given[form])
    if (forms.length > 1) throw new Refusal(`--${forms.join(' and --')} are both given; expected one of them`)
    if (path === '-' && given.protocol === '-')
      throw new Refusal('record and --protocol are both -; expected at most one from stdin')
    const asOf = given['as-of'] === undefined ? context.today : readDate('--as-of', given['as-of'])
    const weight = given.weight === undefined ? undefined : readNumber('--weight', given.weight, weightRange)
    // The file is read while the program loads.
    const [text, { readRecord }] = await Promise.all([readText(path, context.stdin), import('../record.ts')])
    const protocol = await protocolFor(context, given)
    const name = path === '-' ? 'stdin' : path
    const { bundle, assessment } = readRecord(name, text, {
      asOf,
      protocol,
      ...(weight === undefined ? {} : { weight }),
    })
    if (given.json) return `${JSON.stringify(assessment, null, 2)}\n`
    if (given.fhir) {
      const { proposal } = await import('../proposal/index.ts')
      return `${JSON.stringify(proposal(assessment, bundle), null, 2)}\n`
    }
    const [{ planPage }, { paint }] = await Promise.all([import('../page/plan-page.ts'), import('../text/paint.ts')])
    return planPage(assessment, { width: context.width, paint: paint(context.colour), full: given.full === true })
  },
}

async function protocolFor(context: Context, { protocol: path }: Options<typeof options>): Promise<Protocol> {
  const { clinicProtocol, ourProtocol } = await import('../protocol.ts')
  return path === undefined ? ourProtocol() : clinicProtocol(path, await readText(path, context.stdin))
}
