/**
 * A taper that can be followed: equal cuts of the dose at its start, each rounded down to what can be measured, ending at 0.
 *
 *     stage k = floor(mg × (1 − k × taper.fraction)),  k = 1, 2, … while more than 0
 */
import { withinCeilings } from '../ceilings.ts'
import { measurableDose } from '../dose-arithmetic.ts'
import type { MeasuredDose } from '../dose-arithmetic.ts'
import type { Dose, Option } from '../option.ts'
import type { Protocol } from '../protocol.ts'
import { basis } from './basis.ts'
import { atOnce, harms, rulesOf } from './blocking.ts'
import { afterwardsCare, steadyCare } from './calendar-of-care.ts'
import { doseInWords, mostPerDose, requestFor } from './dosing-option.ts'
import { bladderHazard, findingsAgainst } from './evidence-against.ts'
import { limitOf } from './limit.ts'
import { unknowns } from './unknowns.ts'
import type { Visit } from './visit.ts'

/** Doses of a taper in order, each lower than the one before and at most `most` mg; the last is 0. */
export function taperDoses({ mg, strength }: MeasuredDose, protocol: Protocol, most = mg): MeasuredDose[] {
  const fraction = limitOf(protocol, 'taper.fraction').value
  if (!(fraction > 0 && fraction <= 1))
    throw new RangeError(`taper.fraction ${fraction}: expected more than 0 and at most 1`)
  const stages: MeasuredDose[] = []
  for (let k = 1; k * fraction < 1 - 1e-9; k += 1) {
    const stage = measurableDose(Math.min(mg * (1 - k * fraction), most), strength, protocol)
    if ('refused' in stage) break
    if (stage.mg < (stages.at(-1)?.mg ?? mg)) stages.push(stage)
  }
  return [...stages, { mg: 0, mL: 0, strength }]
}

export function taper(visit: Visit): Option {
  const { facts, findings, protocol, current } = visit
  const harmful = harms(findings)
  const against = [
    ...harmful.map((f) => `Stop at once instead of tapering: ${f.rule}: ${f.because}`),
    'Every further dose is further exposure; no source gives a taper rate, so this one is a choice to be signed for.',
    bladderHazard,
  ]
  // What speaks against giving ketamine speaks for coming off it.
  const because = findingsAgainst(findings, [])
  const keys = ['taper.fraction', 'taper.daysPerStage', 'S04.taper.afterDays']
  const common = { kind: 'taper', missing: unknowns(visit), against } as const
  if (!current.dose || current.doubts.length > 0) {
    return {
      ...common,
      title: 'Taper: the present dose must be known first',
      blockedBy: ['T01'],
      monitoring: afterwardsCare(facts, protocol, 0),
      basis: [...because, ...basis(facts, protocol, keys)],
    }
  }
  const { timesPerDay } = current.dose
  const perStage = limitOf(protocol, 'taper.daysPerStage').value
  const doses = taperDoses(current.dose, protocol, mostPerDose(visit, current.dose)).map((d): Dose => ({
    substance: 'racemic-ketamine',
    route: 'oral',
    ...d,
    timesPerDay,
  }))
  const given = doses.filter((d) => d.mg > 0)
  const [first] = given
  if (!first) {
    return {
      ...common,
      title: 'Taper: the present dose is the least that can be measured',
      blockedBy: ['DO3'],
      monitoring: afterwardsCare(facts, protocol, 0),
      basis: [...because, ...basis(facts, protocol, keys)],
    }
  }
  const length = given.length * perStage
  const days = Math.min(length, limitOf(protocol, 'M13.supply.days').value)
  const broken = withinCeilings(requestFor(visit, { days, titrating: false }, first), protocol)
  return {
    ...common,
    title: `Taper over ${length} d to nothing from ${current.dose.mg} mg, first ${doseInWords(first)}`,
    blockedBy: rulesOf(
      broken.map((b) => b.rule),
      atOnce(findings).map((f) => f.rule),
    ),
    dose: first,
    regimen: {
      dose: first,
      days,
      mgPerDay: first.mg * timesPerDay,
      stages: doses.map((dose) => ({ dose, days: perStage })),
    },
    monitoring: [...steadyCare(facts, protocol), ...afterwardsCare(facts, protocol, length)],
    basis: [
      ...because,
      'No forecast is drawn for a taper: the model has not been tested on withdrawal.',
      ...basis(facts, protocol, keys),
    ],
  }
}
