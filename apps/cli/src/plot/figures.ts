/** The figures of `anodyne plot`, from its options. */
import { forecast, forecastSensitivity, library, validate, type ForecastMeasure } from '@anodyne/pharmacology'
import type { PlotOptions } from '../commands/plot.ts'
import { simulate, type SimulateOptions } from '../commands/simulate.ts'
import { readOptions } from '../options.ts'
import { Refusal } from '../refusal.ts'
import { refusingRanges } from '../simulation/ranges.ts'
import { readScenario, type Scenario } from '../simulation/scenario.ts'
import { readStudy } from '../simulation/study.ts'
import { readWord } from '../values.ts'
import { bands, forest, tornado } from './index.ts'
import { DAY, forecastBands, LONGEST } from './forecast-bands.ts'
import { measures, sensitivityTornado } from './sensitivity-tornado.ts'
import { studyBands } from './study-bands.ts'
import { validationForest } from './validation-forest.ts'

export async function bandsFigure(given: PlotOptions, stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const scale = given.log ? 'log' : 'linear'
  if (given.model !== undefined || given.regimen !== undefined) {
    const study = await readStudy(simulateOptions({ ...given, step: given.step ?? stepOf(given.days) }), stdin)
    return bands(refusingRanges(() => studyBands(study, scale)))
  }
  for (const name of ['age', 'population'] as const)
    if (given[name] !== undefined)
      throw new Refusal(`--${name} without --model: the forecast does not know it; expected --model ID`)
  const { regimen, person, n, seed, until, step, says } = scenarioOf(given)
  const run = (since: number, finest: number) =>
    refusingRanges(() =>
      forecast(regimen, person, n, seed, { since, until, step: given.step === undefined ? finest : step }),
    )
  const isLong = until > LONGEST
  const levels = isLong ? run(until - DAY, 0.1) : run(0, fine(until))
  const whole = isLong ? run(0, Math.max(1, until / 500)) : levels
  return bands(forecastBands(capital(says), levels, scale, whole))
}

export function tornadoFigure(given: PlotOptions): string {
  const { regimen, person, says } = scenarioOf(given)
  const words = Object.keys(measures) as ForecastMeasure[]
  const measure = given.measure === undefined ? 'peakKetamine' : readWord('--measure', given.measure, words)
  return tornado(sensitivityTornado(capital(says), measure, refusingRanges(() => forecastSensitivity(regimen, person, measure)))) // prettier-ignore
}

export function forestFigure({ model }: PlotOptions): string {
  const known = library.map(({ id }) => id)
  const asked = model === undefined ? undefined : readWord('--model', model, known)
  const models = library.filter(({ id }) => asked === undefined || id === asked)
  const rows = validate(models)
  if (rows.length === 0)
    throw new Refusal(`--model ${asked}: claims no comparison; expected a model that can be simulated`)
  return forest(validationForest(models, rows))
}

/** The same words as `simulate` takes, with the same refusals. */
function simulateOptions({ measure: _measure, log: _log, ...given }: PlotOptions): SimulateOptions {
  const { options: none } = readOptions([], { name: simulate.name, options: simulate.options, operands: [] })
  return { ...none, ...given }
}

function scenarioOf(given: PlotOptions): Scenario {
  const { infusion, route } = given
  if (infusion !== undefined && route !== 'iv')
    throw new Refusal(`--infusion with --route ${route}: only iv is infused; expected --route iv`)
  return readScenario(simulateOptions(given))
}

/** h: some hundreds of points, so that no peak is cut. */
const fine = (until: number): number => [0.05, 0.1, 0.25, 0.5, 1].find((step) => until / step <= 700) ?? 1

/** Of a long course only the last day is drawn. Days that are no number are refused later, with their name. */
const stepOf = (days: string | undefined): string =>
  String(Number(days) * DAY <= LONGEST ? fine(Number(days) * DAY) : 0.25)

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
