/** The same of what a forecast shows: kinetics and effect parameters together, in the typical person who responds. */
import { kineticsWithEffects } from '../composite.ts'
import { antinociception, antinociceptionParameters } from '../effects/antinociception.ts'
import { dissociation, effectParameters, relief } from '../effects/effect.ts'
import { checkPerson, checkRegimen } from '../limits.ts'
import { assume, type Person } from '../person.ts'
import { typicalValues } from '../population/individual.ts'
import type { Regimen } from '../regimen.ts'
import { peakTimes } from '../solve/peak-times.ts'
import { solve } from '../solve/propagate.ts'
import { timeline } from '../solve/timeline.ts'
import { shifted } from './draw.ts'
import { Z95 } from './normal-quantile.ts'
import { levers, pull, type Lever, type Sensitivity } from './sensitivity.ts'

/** relief: at the end of the last course. The others: the highest near the first and the last dose of each course. */
export type ForecastMeasure = 'relief' | 'peakKetamine' | 'peakDissociation' | 'peakPressure' | 'peakAntinociception'

type Site = 'ketamine' | 'relief-site' | 'mind-site'

/**
 * @returns relief 0–1, ng/mL, 0–10, mm[Hg], 0–1 (by C50 of Olofsen 2022)
 * @throws RangeError as `forecast` does, and for a regimen that mixes racemate and S-ketamine
 */
export function forecastSensitivity(regimen: Regimen, person: Person, what: ForecastMeasure): Sensitivity {
  checkRegimen(regimen)
  checkPerson(person)
  const [substance, second] = [...new Set(regimen.map((course) => course.substance))]
  if (substance === undefined || second !== undefined)
    throw new RangeError('sensitivity: expected one substance in the whole regimen')
  const { covariates, older } = assume(person, regimen)
  const model = kineticsWithEffects
  const typical = typicalValues(model, substance, covariates)
  const end = Math.max(...regimen.map(({ until }) => until))
  const times = [...new Set([...peakTimes(regimen, 0, end), end])].sort((a, b) => a - b)
  const course = timeline(model, regimen, substance, times)
  const width = model.outputs.length
  const level = (values: Float64Array, site: Site, last: boolean): number => {
    const sink = new Float64Array(times.length * width)
    solve(model, course, values, sink)
    const place = model.outputs.findIndex(({ name }) => name === site)
    const all = times.map((_, k) => sink[k * width + place]!)
    return last ? all.at(-1)! : Math.max(...all)
  }
  const { site, last, parameters, effect } = scales(older)[what]
  const estimates = parameters.map(({ value }) => value)
  const here = level(typical, site, last)
  const effects = parameters.flatMap(({ symbol, meaning, people, knowledge }, k) =>
    Object.entries({ people, knowledge }).flatMap(([kind, parameter]): Lever[] =>
      parameter
        ? [{ symbol, meaning, kind: kind as Lever['kind'], parameter, measure: (value) => effect(here, estimates.with(k, value)) }]
        : [],
    ),
  ) // prettier-ignore
  const kinetics = levers(model, typical, (values) => effect(level(values, site, last), estimates))
  return pull(effect(here, estimates), [...kinetics, ...effects])
}

interface EffectLever {
  readonly symbol: string
  readonly meaning: string
  readonly value: number
  readonly people?: readonly [number, number]
  readonly knowledge?: readonly [number, number]
}

interface Scale {
  readonly site: Site
  readonly last: boolean
  readonly parameters: readonly EffectLever[]
  /** From the level at the site and the parameters, in their order. */
  readonly effect: (level: number, parameters: readonly number[]) => number
}

function scales(older: boolean): Readonly<Record<ForecastMeasure, Scale>> {
  const { C50relief, Rmax, C50mind, slopePressure, olderPressure } = effectParameters
  const logNormal = (one: { symbol: string; meaning: string; value: number; spread: { sd: number } }): EffectLever => ({
    symbol: one.symbol,
    meaning: one.meaning,
    value: one.value,
    knowledge: [shifted(one.value, 'log', -Z95 * one.spread.sd), shifted(one.value, 'log', Z95 * one.spread.sd)],
  })
  const about = (value: number, sd: number): readonly [number, number] => [value - Z95 * sd, Math.min(1, value + Z95 * sd)]
  const { low, high } = olderPressure.spread
  const factor: EffectLever = {
    symbol: olderPressure.symbol,
    meaning: olderPressure.meaning,
    value: olderPressure.value,
    knowledge: [low + 0.05 * (high - low), high - 0.05 * (high - low)],
  }
  const C50acute = antinociceptionParameters.olofsen2022
  return {
    relief: {
      site: 'relief-site',
      last: true,
      parameters: [
        logNormal(C50relief),
        { ...Rmax, people: about(Rmax.value, Rmax.spread.sd), knowledge: about(Rmax.value, Rmax.standardError) },
      ],
      effect: (level, [C50, most]) => relief(level, most!, C50!),
    },
    peakKetamine: { site: 'ketamine', last: false, parameters: [], effect: (level) => level },
    peakDissociation: {
      site: 'mind-site',
      last: false,
      parameters: [logNormal(C50mind)],
      effect: (level, [C50]) => dissociation(level, C50!),
    },
    peakPressure: {
      site: 'ketamine',
      last: false,
      parameters: older ? [factor] : [],
      effect: (level, [times = 1]) => slopePressure.value * times * level,
    },
    peakAntinociception: {
      site: 'mind-site',
      last: false,
      parameters: [logNormal(C50acute)],
      effect: (level, [C50]) => antinociception(level, C50!),
    },
  }
} // prettier-ignore
