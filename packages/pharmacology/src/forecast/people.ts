/** From solved virtual patients to bands: everything drawn together, and beside it people alone. */
import { antinociception, antinociceptionParameters, type AntinociceptionSource } from '../effects/antinociception.ts'
import type { EffectDraw } from '../effects/draw.ts'
import { dissociation, effectParameters, relief } from '../effects/effect.ts'
import { ketamineOccupancy } from '../effects/occupancy.ts'
import { pulse } from '../effects/pulse.ts'
import type { Substance } from '../substance.ts'
import { band, extend, spread, through, type Band, type Spread } from './bands.ts'
import { overTimes, raise } from './over-times.ts'

/** Everything that is forecast, over people or over what is not known. */
export interface EffectBands {
  /** total ketamine and norketamine in venous plasma, ng/mL */
  readonly ketamine: Band
  readonly norketamine: Band
  /** fraction of baseline pain removed, 0–1, in one who responds */
  readonly relief: Band
  /** psychotropic effect, 0–10 */
  readonly dissociation: Band
  /** rise of systolic pressure, mm[Hg] */
  readonly pressure: Band
  /** rise of pulse rate, /min */
  readonly pulse: Band
  /** acute antinociception, 0–1 of the greatest, by each of two sources that disagree */
  readonly antinociception: { readonly olofsen2022: Band; readonly simons2022: Band }
  /** NMDA receptors occupied, 0–1; left out where racemate and S-ketamine are mixed */
  readonly occupancy?: Band
}

/** What was solved, and for whom. */
export interface Solved {
  /** `values[((group·times + time)·outputs + output)·LANES + lane]` */
  readonly values: Float64Array
  /** place among the output times, −1 for a time only searched for peaks */
  readonly row: Int32Array
  /** one substance, if there is only one */
  readonly substance: Substance | undefined
  readonly older: boolean
}

/** Outputs of the model with effects, in its order. */
export type Outputs = [ketamine: Float64Array, norketamine: Float64Array, pain: Float64Array, mind: Float64Array]
export const OUTPUTS = 4

export interface OverPeople {
  readonly bands: Readonly<Record<'ketamine' | 'norketamine' | 'relief' | 'dissociation' | 'pressure', Band>>
  readonly peaks: Readonly<Record<'ketamine' | 'dissociation' | 'pressure' | 'pulse', Spread>> & {
    readonly occupancy?: Spread
  }
  /** Relief of each patient at the last output time, if he or she responds. */
  readonly relieved: Float64Array
}

/** People and uncertain values drawn together. */
export function overPeople({ values, row, substance, older }: Solved, draws: readonly EffectDraw[]): OverPeople {
  const n = draws.length
  const each = (of: (draw: EffectDraw) => number) => Float64Array.from(draws, of)
  const [Rmax, C50relief, C50mind] = [each((d) => d.Rmax), each((d) => d.C50relief), each((d) => d.C50mind)]
  const slope = each((draw) => draw.slopePressure)
  const make = () => new Float64Array(n)
  const [pressure, relieved, highestKetamine, highestMind] = [make(), make(), make(), make()]
  const bands = { ketamine: band(), norketamine: band(), relief: band(), dissociation: band() }
  const elder = band()

  overTimes(values, { times: row.length, width: OUTPUTS, n }, (k, outputs) => {
    const [ketamine, norketamine, pain, mind] = outputs as Outputs
    raise(highestKetamine, ketamine)
    raise(highestMind, mind)
    if (row[k]! < 0) return
    for (let i = 0; i < n; i++) pain[i] = relief(pain[i]!, Rmax[i]!, C50relief[i]!)
    for (let i = 0; i < n; i++) mind[i] = dissociation(mind[i]!, C50mind[i]!)
    relieved.set(pain)
    if (older) {
      for (let i = 0; i < n; i++) pressure[i] = slope[i]! * ketamine[i]!
      extend(elder, pressure)
    }
    extend(bands.ketamine, ketamine)
    extend(bands.norketamine, norketamine)
    extend(bands.relief, pain)
    extend(bands.dissociation, mind)
  })
  // Below the age where a factor is drawn, the slope is one number.
  const young = (concentration: number) => effectParameters.slopePressure.value * concentration
  return {
    bands: { ...bands, pressure: older ? elder : through(bands.ketamine, young) },
    peaks: {
      dissociation: spread(highestMind.map((site, i) => dissociation(site, C50mind[i]!))),
      pressure: spread(highestKetamine.map((concentration, i) => slope[i]! * concentration)),
      pulse: spread(highestKetamine.map(pulse)),
      ...(substance && { occupancy: spread(highestKetamine.map((C) => ketamineOccupancy(C, substance))) }),
      ketamine: spread(highestKetamine),
    },
    relieved,
  }
}

/** Virtual patients in whom only people differ: the first of them are enough for a band. */
export const PEOPLE = 320

export interface PeopleAlone {
  readonly people: EffectBands
  readonly peakAntinociception: { readonly olofsen2022: Spread; readonly simons2022: Spread }
}

/**
 * People alone, every uncertain value at its estimate.
 * @param solved the first patients; @param draws theirs
 */
export function peopleAlone({ values, row, substance, older }: Solved, draws: readonly EffectDraw[]): PeopleAlone {
  const n = draws.length
  const highest = new Float64Array(n)
  const [levels, metabolite, relieved, site] = [band(), band(), band(), band()]
  const { C50relief, C50mind, slopePressure, olderPressure } = effectParameters
  const slope = slopePressure.value * (older ? olderPressure.value : 1)
  overTimes(values, { times: row.length, width: OUTPUTS, n }, (k, outputs) => {
    const [ketamine, norketamine, pain, mind] = outputs as Outputs
    raise(highest, mind)
    if (row[k]! < 0) return
    for (let i = 0; i < n; i++) pain[i] = relief(pain[i]!, draws[i]!.Rmax, C50relief.value)
    extend(relieved, pain)
    extend(site, mind)
    extend(levels, ketamine)
    extend(metabolite, norketamine)
  })
  const acute = (source: AntinociceptionSource) => (concentration: number) =>
    antinociception(concentration, antinociceptionParameters[source].value)
  return {
    people: {
      ketamine: levels,
      norketamine: metabolite,
      relief: relieved,
      dissociation: through(site, (concentration) => dissociation(concentration, C50mind.value)),
      pressure: through(levels, (concentration) => slope * concentration),
      pulse: through(levels, pulse),
      antinociception: {
        olofsen2022: through(site, acute('olofsen2022')),
        simons2022: through(site, acute('simons2022')),
      },
      ...(substance && { occupancy: through(levels, (C) => ketamineOccupancy(C, substance)) }),
    },
    peakAntinociception: {
      olofsen2022: spread(highest.map(acute('olofsen2022'))),
      simons2022: spread(highest.map(acute('simons2022'))),
    },
  }
}
