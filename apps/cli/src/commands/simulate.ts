/** `anodyne simulate`: what a regimen does to virtual patients, or to the typical one. */
import type { Command } from '../command.ts'
import type { OptionTable, Options } from '../options.ts'
import { Refusal } from '../refusal.ts'

const options = {
  dose: { value: 'MG', required: true, help: 'mg per dose, of the free base unless --salt says otherwise' },
  route: { value: 'oral|sublingual|iv', required: true, help: 'sublingual: held about ten minutes, then swallowed' },
  every: { value: 'H', required: true, help: 'hours between doses' },
  days: { value: 'D', required: true, help: 'days of dosing, which is also the time simulated' },
  n: { value: 'N', help: 'virtual patients (default 300)' },
  seed: { value: 'S', help: 'whole number; the same seed gives the same patients (default 1)' },
  typical: { help: 'the typical person alone, without spread: hours, ketamine and norketamine as JSON' },
  interaction: { value: 'NAME', multiple: true, help: 'a drug or food taken as well; may be given several times' },
  substance: { value: 'racemic|esketamine', help: 'default racemic' },
  salt: { value: 'base|hydrochloride', help: 'what --dose is weighed as (default base)' },
  weight: { value: 'KG', help: 'body weight in kg (default: the model’s)' },
  infusion: { value: 'H', help: 'iv only: hours over which a dose runs in (default: a bolus)' },
  step: { value: 'H', help: 'hours between output times (default 1)' },
  json: { help: 'prints JSON' },
  csv: { help: 'prints CSV, one row per output time' },
} as const satisfies OptionTable

export type SimulateOptions = Options<typeof options>

export const simulate: Command<typeof options> = {
  name: 'simulate',
  summary:
    'Simulates a regimen: concentrations, relief, psychotropic effect and pressure with medians and bands, every unit named.',
  usage:
    '--dose MG --route ROUTE --every H --days D [--n N] [--seed S] [--interaction NAME] [--typical] [--json | --csv]',
  operands: [],
  options,
  examples: [
    'simulate --dose 25 --route oral --every 8 --days 28 --n 1000 --seed 1',
    'simulate --dose 25 --route oral --every 8 --days 2 --typical --interaction clarithromycin',
  ],

  async run(context, given) {
    if (given.json && given.csv) throw new Refusal('--json and --csv are both given; expected one of them')
    if (given.infusion !== undefined && given.route !== 'iv') {
      throw new Refusal(`--infusion with --route ${given.route}: only iv is infused; expected --route iv`)
    }
    const [{ readScenario }, { paint }] = await Promise.all([
      import('../simulation/scenario.ts'),
      import('../text/paint.ts'),
    ])
    const scenario = readScenario(given)
    if (given.typical) {
      const { typicalAsJson, typicalAsCsv } = await import('../simulation/typical-output.ts')
      return given.csv ? typicalAsCsv(scenario) : typicalAsJson(scenario)
    }
    const output = await import('../simulation/forecast-output.ts')
    if (given.json) return output.forecastAsJson(scenario)
    if (given.csv) return output.forecastAsCsv(scenario)
    return output.forecastAsPage(scenario, { width: context.width, paint: paint(context.colour) })
  },
}
