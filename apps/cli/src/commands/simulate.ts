/** `anodyne simulate`: what a regimen does to virtual patients, or to the typical one. */
import type { Command } from '../command.ts'
import type { OptionTable, Options } from '../options.ts'
import { Refusal } from '../refusal.ts'

const options = {
  dose: { value: 'MG', help: 'mg per dose, of the free base unless --salt says otherwise' },
  route: {
    value: 'oral|sublingual|iv',
    help: 'or another route of --model; sublingual: held ten minutes, then swallowed',
  },
  every: { value: 'H', help: 'hours between doses' },
  days: { value: 'D', help: 'days of dosing, which is also the time simulated' },
  n: { value: 'N', help: 'virtual patients, or replicates of what was observed (default 300)' },
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
  model: { value: 'ID', help: 'study: a model of the library (default ketamine-composite)' },
  regimen: { value: 'FILE.json', help: 'study: courses and interactions over time, instead of --dose and its like' },
  age: { value: 'YEARS', help: 'study: age, where the model knows it' },
  population: { value: 'NAME', help: 'study: healthy, chronic-pain or treatment-resistant-depression' },
  occasions: { value: 'dose|day', help: 'study: draws anew at each what differs between occasions; slower' },
  uncertainty: { help: 'study: draws also what is not known of the typical values, for each patient' },
  residual: { help: 'study: scatters concentrations by the model’s residual error' },
  data: { value: 'FILE.csv', help: 'NONMEM-style data set: each subject’s own doses, at the times observed' },
  cmt: { value: 'N=WORD', multiple: true, help: 'with --data: a CMT or DVID is this route or output, e.g. 1=oral' },
  vpc: {
    value: 'FILE.csv',
    help: 'observed: id, hours, ketamine_ng_per_mL, …, or a data set; percentiles beside those of --n replicates; --out in .csv, .json or .svg',
  },
  out: {
    value: 'FILE',
    help: 'study: rows in .csv or .parquet, one per patient and time; a summary in .sketch, in summary*.csv, summary*.parquet, or with --summary',
  },
  summary: { help: 'study: mean and quantiles of all patients; printed as CSV or --json without --out' },
  shard: { value: 'I/N', help: 'study: the I-th of N parts, 1/N to N/N; put together by anodyne merge' },
  workers: { value: 'W', help: 'study: threads (default: one for each core); changes no number' },
  memory: { value: 'MB', help: 'study: refused before it begins if summaries might take more (default 2000)' },
  progress: { help: 'study: says on stderr how far it is, also where that is no terminal' },
  force: { help: 'study: overwrites --out' },
} as const satisfies OptionTable

export type SimulateOptions = Options<typeof options>

/** Any of these asks for a study of the model's own outputs in any number of patients, and not for a forecast with effects. */
const ofStudies = ['data', 'vpc', 'cmt', 'model', 'regimen', 'age', 'population', 'occasions', 'uncertainty', 'residual', 'out', 'summary', 'shard', 'workers', 'memory', 'progress', 'force'] as const // prettier-ignore

export const simulate: Command<typeof options> = {
  name: 'simulate',
  summary:
    'Simulates a regimen. A forecast: concentrations, relief, psychotropic effect and pressure with medians and bands. A study (any option marked so): the concentrations of any model in any number of virtual patients. Every unit is named.',
  usage: '--dose MG --route ROUTE --every H --days D [options]',
  operands: [],
  options,
  examples: [
    'simulate --dose 25 --route oral --every 8 --days 28 --n 1000 --seed 1',
    'simulate --dose 25 --route oral --every 8 --days 2 --typical --interaction clarithromycin',
    'simulate --regimen ours.json --n 1000000 --out summary.csv',
    'simulate --regimen ours.json --n 5000 --shard 1/64 --out 1.parquet',
    'simulate --regimen ours.json --vpc observed.csv --out vpc.svg',
  ],

  async run(context, given) {
    if (given.json && given.csv) throw new Refusal('--json and --csv are both given; expected one of them')
    if (given.infusion !== undefined && given.route !== undefined && given.route !== 'iv') {
      throw new Refusal(`--infusion with --route ${given.route}: only iv is infused; expected --route iv`)
    }
    const asked = ofStudies.find((name) => isGiven(given[name]))
    if (asked !== undefined) {
      if (given.typical) throw new Refusal(`--typical and --${asked} are both given; expected one of them`)
      if (given.data !== undefined || given.vpc !== undefined) {
        refuseBoth(given)
        return (await import('../simulation/trial/run-trial.ts')).runTrial(context, given)
      }
      if (given.cmt.length > 0) throw new Refusal('--cmt without --data or --vpc; expected one of them')
      const [{ readStudy }, { runStudy }] = await Promise.all([
        import('../simulation/study.ts'),
        import('../simulation/run-study.ts'),
      ])
      return runStudy(context, given, await readStudy(given, context.stdin))
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

const isGiven = (value: string | boolean | readonly string[] | undefined): boolean =>
  value !== undefined && value !== false && (!Array.isArray(value) || value.length > 0)

/** What a trial done again has no use for. */
function refuseBoth(given: SimulateOptions): void {
  const asked = given.data === undefined ? 'vpc' : 'data'
  if (given.data !== undefined && given.vpc !== undefined)
    throw new Refusal('--data and --vpc are both given; expected one: --vpc reads a data set too')
  const idle = (['shard', 'summary', 'workers', 'memory', 'step', 'progress'] as const).find((name) =>
    isGiven(given[name]),
  )
  if (idle !== undefined) throw new Refusal(`--${idle} with --${asked}: has no meaning there; expected none`)
}
