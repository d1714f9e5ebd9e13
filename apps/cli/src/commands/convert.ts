/** `anodyne convert`: what is known of the oral daily dose after a parenteral one, as ranges; it proposes no dose. */
import type { Substance } from '@anodyne/pharmacology'
import type { Command } from '../command.ts'
import type { OptionTable } from '../options.ts'
import { paint } from '../text/paint.ts'
import { readNumber, readWord } from '../values.ts'

const options = {
  'daily-dose': { value: 'MG', required: true, help: 'mg in 24 h now, of the free base unless --salt says otherwise' },
  route: { value: 'iv|sc', required: true, help: 'how it is given now' },
  substance: { value: 'racemic|esketamine', help: 'default racemic' },
  salt: { value: 'base|hydrochloride', help: 'what --daily-dose is weighed as (default base)' },
  json: { help: 'prints JSON: start, most, range, distributions, sources, equalExposure, words' },
} as const satisfies OptionTable

export const convert: Command<typeof options> = {
  name: 'convert',
  summary:
    'Shows what is known of the oral daily dose after a parenteral one: where the protocol starts, how the sources disagree, and why equal exposure is not used. It proposes no dose.',
  usage: '--daily-dose MG --route iv|sc [--substance SUBSTANCE] [--salt SALT] [--json]',
  operands: [],
  options,
  examples: ['convert --daily-dose 100 --route sc', 'convert --daily-dose 60 --route iv --substance esketamine --json'],

  async run({ width, colour }, given) {
    const [{ convertParenteral, freeBase, mg }, { conversionPage }] = await Promise.all([
      import('@anodyne/pharmacology'),
      import('../page/conversion-page.ts'),
    ])
    const written = readNumber('--daily-dose', given['daily-dose'], { unit: 'mg', above: 0, to: 10_000 })
    const route = readWord('--route', given.route, ['iv', 'sc'])
    const word = readWord('--substance', given.substance ?? 'racemic', ['racemic', 'esketamine'])
    const form = readWord('--salt', given.salt ?? 'base', ['base', 'hydrochloride'])
    const substance: Substance = word === 'racemic' ? 'racemic-ketamine' : 'esketamine'
    const conversion = convertParenteral({
      dailyDose: freeBase({ substance, form, mass: mg(written) }),
      route,
      substance,
    })
    return given.json
      ? `${JSON.stringify({ unit: 'mg of free base a day', ...conversion }, null, 2)}\n`
      : conversionPage(conversion, { width, paint: paint(colour) })
  },
}
