/** `anodyne demo`: the synthetic demonstration patients, as a list or as one FHIR Bundle. */
import type { Command } from '../command.ts'
import type { OptionTable } from '../options.ts'
import { hang } from '../text/wrap.ts'
import { readDate, readWord } from '../values.ts'

const options = {
  'as-of': { value: 'DATE', help: 'the day that the patients’ dates are relative to, YYYY-MM-DD (default: today)' },
} as const satisfies OptionTable

export const demo: Command<typeof options> = {
  name: 'demo',
  summary: 'Lists the synthetic demonstration patients, or prints one of them as a FHIR R4 Bundle.',
  usage: '[NAME] [--as-of DATE]',
  operands: [{ name: 'NAME', optional: true }],
  options,
  examples: ['demo', 'demo suitable > record.json'],

  async run({ today, width }, given, [asked]) {
    const asOf = given['as-of'] === undefined ? today : readDate('--as-of', given['as-of'])
    const { demoPatients } = await import('@anodyne/record')
    const patients = demoPatients(asOf).map((patient) => ({ ...patient, name: patient.id.replace(/^demo-/, '') }))
    if (asked === undefined) {
      const column = Math.max(...patients.map(({ name }) => name.length)) + 2
      return `${patients.flatMap(({ name, scenario }) => hang(name.padEnd(column), scenario, width)).join('\n')}\n`
    }
    const names = patients.map(({ name }) => name)
    const name = readWord('demo', asked.replace(/^demo-/, ''), names)
    const chosen = patients.find((p) => p.name === name)
    return `${JSON.stringify(chosen?.bundle, null, 2)}\n`
  },
}
