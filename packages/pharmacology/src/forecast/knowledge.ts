/**
 * How far the typical person moves as the values that are not well known are drawn: possible worlds, each with one typical person in it.
 * Between-patient spread has no part in it; a ribbon of it does not become narrower with more virtual patients, only with more studies.
 */
import type { Compiled } from '../compile.ts'
import { antinociception, antinociceptionParameters } from '../effects/antinociception.ts'
import { dissociation, effectParameters, relief } from '../effects/effect.ts'
import { occupancy, occupancyParameters } from '../effects/occupancy.ts'
import { pulse } from '../effects/pulse.ts'
import { moved, shifted, WORLDS } from '../uncertainty/draw.ts'
import { latinHypercube } from '../uncertainty/latin-hypercube.ts'
import { normalQuantile } from '../uncertainty/normal-quantile.ts'
import { uncertainValues } from '../uncertainty/uncertain-values.ts'
import { band, extend, spread, through, type Spread } from './bands.ts'
import { overTimes, raise } from './over-times.ts'
import { OUTPUTS, type EffectBands, type Outputs, type Solved } from './people.ts'

/** Possible worlds: six groups of sixteen, in a Latin hypercube. */
export const TYPICAL_PERSONS = 96

/** One possible world. */
export interface World {
  /** The typical person's kinetics there, from the typical values of a substance. */
  readonly kinetics: (typical: Float64Array) => Float64Array
  readonly C50relief: number
  readonly Rmax: number
  /** The chance to respond. */
  readonly chance: number
  readonly C50mind: number
  readonly slopePressure: number
  readonly C50: { readonly olofsen2022: number; readonly simons2022: number }
  readonly unbound: { readonly S: number; readonly R: number }
}

const EFFECTS = ['C50relief', 'Rmax', 'chance', 'C50mind', 'older', 'olofsen2022', 'simons2022', 'unbound'] as const

/** The worlds of a seed. */
export function worlds(model: Compiled, seed: number, older: boolean): readonly World[] {
  const uncertain = uncertainValues(model)
  const columns = uncertain.length + EFFECTS.length
  const u = latinHypercube(seed, WORLDS + 1, TYPICAL_PERSONS, columns)
  const { C50relief, Rmax, responds, C50mind, slopePressure, olderPressure } = effectParameters
  const { olofsen2022, simons2022 } = antinociceptionParameters
  const { fuS, fuR } = occupancyParameters
  return Array.from({ length: TYPICAL_PERSONS }, (_, world) => {
    const place = (column: number) => u[world * columns + column]!
    const z = (name: (typeof EFFECTS)[number]) => normalQuantile(place(uncertain.length + EFFECTS.indexOf(name)))
    const { low, high } = olderPressure.spread
    const factor = older ? low + (high - low) * place(uncertain.length + EFFECTS.indexOf('older')) : 1
    return {
      kinetics: (typical) => moved(typical, uncertain, (one) => normalQuantile(place(uncertain.indexOf(one)))),
      C50relief: shifted(C50relief.value, 'log', C50relief.spread.sd * z('C50relief')),
      Rmax: Math.min(1, Math.max(0, Rmax.value + Rmax.standardError * z('Rmax'))),
      chance: shifted(responds.value, 'logit', responds.spread.sd * z('chance')),
      C50mind: shifted(C50mind.value, 'log', C50mind.spread.sd * z('C50mind')),
      slopePressure: slopePressure.value * factor,
      C50: {
        olofsen2022: shifted(olofsen2022.value, 'log', olofsen2022.spread.sd * z('olofsen2022')),
        simons2022: shifted(simons2022.value, 'log', simons2022.spread.sd * z('simons2022')),
      },
      unbound: {
        S: shifted(fuS.value, 'logit', fuS.spread.sd * z('unbound')),
        R: shifted(fuR.value, 'logit', fuR.spread.sd * z('unbound')),
      },
    }
  })
}

export interface OverWorlds {
  readonly bands: EffectBands
  readonly summary: Readonly<
    Record<'responders' | 'relief' | 'peakKetamine' | 'peakDissociation' | 'peakPressure', Spread>
  >
}

/** @param solved the typical person of each world, in the order of the worlds */
export function overWorlds({ values, row, substance, older }: Solved, all: readonly World[]): OverWorlds {
  const n = all.length
  const make = () => new Float64Array(n)
  const [one, relieved, highestKetamine, highestMind] = [make(), make(), make(), make()]
  const bands = { ketamine: band(), norketamine: band(), relief: band(), dissociation: band(), pressure: band() }
  const acute = { olofsen2022: band(), simons2022: band() }
  const occupied = band()
  const half = substance === 'esketamine' ? { S: 1, R: 0 } : { S: 0.5, R: 0.5 }
  const slope = effectParameters.slopePressure.value
  // Numbers of a kind side by side, and plain loops: this is done for every hour.
  const each = (of: (world: World) => number) => Float64Array.from(all, of)
  const [Rmax, C50relief, C50mind] = [each((w) => w.Rmax), each((w) => w.C50relief), each((w) => w.C50mind)]
  const [olofsen, simons] = [each(({ C50 }) => C50.olofsen2022), each(({ C50 }) => C50.simons2022)]
  const slopes = each(({ slopePressure }) => slopePressure)
  const [unboundS, unboundR] = [each(({ unbound }) => unbound.S), each(({ unbound }) => unbound.R)]
  overTimes(values, { times: row.length, width: OUTPUTS, n }, (k, outputs) => {
    const [ketamine, norketamine, pain, mind] = outputs as Outputs
    raise(highestKetamine, ketamine)
    raise(highestMind, mind)
    if (row[k]! < 0) return
    for (let i = 0; i < n; i++) relieved[i] = relief(pain[i]!, Rmax[i]!, C50relief[i]!)
    pain.set(relieved)
    extend(bands.relief, pain)
    for (let i = 0; i < n; i++) one[i] = dissociation(mind[i]!, C50mind[i]!)
    extend(bands.dissociation, one)
    for (let i = 0; i < n; i++) one[i] = antinociception(mind[i]!, olofsen[i]!)
    extend(acute.olofsen2022, one)
    for (let i = 0; i < n; i++) one[i] = antinociception(mind[i]!, simons[i]!)
    extend(acute.simons2022, one)
    if (older) {
      for (let i = 0; i < n; i++) one[i] = slopes[i]! * ketamine[i]!
      extend(bands.pressure, one)
    }
    if (substance) {
      for (let i = 0; i < n; i++)
        one[i] = occupancy({ S: half.S * ketamine[i]!, R: half.R * ketamine[i]! }, { S: unboundS[i]!, R: unboundR[i]! })
      extend(occupied, one)
    }
    extend(bands.norketamine, norketamine)
    extend(bands.ketamine, ketamine)
  })
  return {
    bands: {
      ...bands,
      ...(!older && { pressure: through(bands.ketamine, (concentration) => slope * concentration) }),
      pulse: through(bands.ketamine, pulse),
      antinociception: acute,
      ...(substance && { occupancy: occupied }),
    },
    summary: {
      responders: spread(Float64Array.from(all, ({ chance }) => chance)),
      relief: spread(relieved),
      peakDissociation: spread(highestMind.map((site, i) => dissociation(site, all[i]!.C50mind))),
      peakPressure: spread(highestKetamine.map((concentration, i) => all[i]!.slopePressure * concentration)),
      peakKetamine: spread(highestKetamine),
    },
  }
}
