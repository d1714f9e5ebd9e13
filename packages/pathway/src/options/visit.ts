/** Everything the options of one visit are computed from, gathered once. */
import type { Forecast } from '@anodyne/pharmacology'
import type { Case } from '../case.ts'
import type { Finding } from '../finding.ts'
import { hoursSinceChange } from '../last-change.ts'
import { areFresh, newest } from '../newest.ts'
import { phaseDoubt } from '../phase.ts'
import type { Protocol } from '../protocol.ts'
import { tailoring } from './caution.ts'
import type { Tailoring } from './caution.ts'
import { limitOf } from './limit.ts'
import { currentDose, daysOnTreatment, onTreatment, stageOf } from './state.ts'
import type { CurrentDose, Stage } from './state.ts'

/** Forecasts a regular swallowed course of racemic ketamine for this person. */
export type ForecastOf = (course: { mg: number; timesPerDay: number; days: number }) => Forecast

export interface Visit {
  readonly facts: Case
  readonly findings: readonly Finding[]
  readonly protocol: Protocol
  readonly forecastOf: ForecastOf
  readonly stage: Stage
  readonly current: CurrentDose
  readonly tailoring: Tailoring
  /** kg, when known and still valid */
  readonly weight?: number
  /** h since the dose was last changed, at least; absent when not known */
  readonly hoursSinceStep?: number
  /** Days since the first dose; NaN when not known. */
  readonly daysOn: number
}

export function visitOf(facts: Case, findings: readonly Finding[], protocol: Protocol, forecastOf: ForecastOf): Visit {
  const stage = stageOf(facts, protocol)
  // As rule T08 reads it: of several on the newest day, the lightest.
  const weights = newest(facts.measurements.weight ?? [])
  const valid = areFresh(weights, facts.asOf, limitOf(protocol, 'T08.weight.validDays').value)
  const hours = hoursSinceChange(facts)
  return {
    facts,
    findings,
    protocol,
    forecastOf,
    stage,
    // Before a first course there is no dose in force, whatever was ordered for the test.
    current: onTreatment(stage) ? currentDose(facts, protocol) : { doubts: [phaseDoubt(facts)].filter(Boolean) },
    tailoring: tailoring(findings, protocol),
    ...(valid && { weight: Math.min(...weights.map((w) => w.value)) }),
    ...(hours >= 0 && { hoursSinceStep: hours }),
    daysOn: daysOnTreatment(facts),
  }
}
