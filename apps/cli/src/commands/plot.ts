/** `anodyne plot`: a figure as SVG, drawn without a browser. */
import type { Command } from '../command.ts'
import type { OptionTable, Options } from '../options.ts'
import { Refusal } from '../refusal.ts'
import { readWord } from '../values.ts'

const options = {
  dose: { value: 'MG', help: 'bands, tornado: mg per dose, of the free base unless --salt says otherwise' },
  route: { value: 'oral|sublingual|iv', help: 'bands, tornado: how it is given; with --model a route of that model' },
  every: { value: 'H', help: 'bands, tornado: hours between doses' },
  days: { value: 'D', help: 'bands, tornado: days of dosing, which is also the time drawn' },
  interaction: { value: 'NAME', multiple: true, help: 'bands, tornado: a drug or food taken as well; several times' },
  substance: { value: 'racemic|esketamine', help: 'bands, tornado: default racemic' },
  salt: { value: 'base|hydrochloride', help: 'bands, tornado: what --dose is weighed as (default base)' },
  weight: { value: 'KG', help: 'bands, tornado: body weight in kg' },
  infusion: { value: 'H', help: 'bands, tornado: iv only, hours over which a dose runs in' },
  n: { value: 'N', help: 'bands: virtual patients (default 300)' },
  seed: { value: 'S', help: 'bands: whole number; the same seed gives the same drawing (default 1)' },
  step: { value: 'H', help: 'bands: hours between points (default: some hundreds of points)' },
  log: { help: 'bands: logarithmic concentrations' },
  measure: { value: 'WORD', help: 'tornado: peakKetamine (default), peakDissociation, peakPressure, peakAntinociception, relief' }, // prettier-ignore
  model: { value: 'ID', help: 'bands, forest: a model of the library (bands: default the forecast with its effects; forest: all)' }, // prettier-ignore
  regimen: { value: 'FILE.json', help: 'bands: courses of any model, as simulate --regimen reads them' },
  age: { value: 'YEARS', help: 'bands: with --model or --regimen, where the model knows age' },
  population: {
    value: 'NAME',
    help: 'bands: with --model or --regimen: healthy, chronic-pain or treatment-resistant-depression',
  },
} as const satisfies OptionTable

export type PlotOptions = Options<typeof options>

const kinds = ['bands', 'tornado', 'forest'] as const
type Kind = (typeof kinds)[number]

export const plot: Command<typeof options> = {
  name: 'plot',
  summary:
    'Draws a figure as SVG on stdout: a forecast as bands, what matters in it as a tornado, the validation of models as a forest. A visual predictive check is drawn by simulate --vpc FILE --out FILE.svg.',
  usage: 'bands|tornado|forest [options] > FILE.svg',
  operands: [{ name: 'KIND' }],
  options,
  examples: [
    'plot bands --dose 25 --route oral --every 8 --days 2 > bands.svg',
    'plot bands --model fanta-otto-2021 --substance esketamine --dose 10 --route iv --infusion 0.5 --every 24 --days 0.5 --log > iv.svg',
    'plot tornado --dose 25 --route oral --every 8 --days 28 --measure relief > tornado.svg',
    'plot forest --model ketamine-composite > forest.svg',
  ],

  async run({ stdin }, given, [asked = '']) {
    const kind = readWord('KIND', asked, kinds)
    refuseOthers(kind, given)
    if (kind === 'bands') return (await import('../plot/figures.ts')).bandsFigure(given, stdin)
    if (kind === 'tornado') return (await import('../plot/figures.ts')).tornadoFigure(given)
    return (await import('../plot/figures.ts')).forestFigure(given)
  },
}

/** An option that would change nothing in this figure is refused: who gave it expected that it would. */
function refuseOthers(kind: Kind, given: PlotOptions): void {
  for (const [name, { help }] of Object.entries(options)) {
    const value = given[name as keyof PlotOptions]
    const isGiven = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
    const [whose = ''] = help.split(':')
    if (isGiven && !whose.split(', ').includes(kind))
      throw new Refusal(
        `--${name} with plot ${kind}: not used there; expected with plot ${whose.split(', ').join(' or ')}`,
      )
  }
}
