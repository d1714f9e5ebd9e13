/** Where the treatment stands, and the dose in force as far as the record tells. */
import { daysBetween } from '../calendar.ts'
import type { Case, Phase } from '../case.ts'
import { measurableDose } from '../dose-arithmetic.ts'
import type { MeasuredDose } from '../dose-arithmetic.ts'
import type { Protocol } from '../protocol.ts'
import { limitOf } from './limit.ts'

export type Stage =
  | 'before-test'
  | 'test-unknown'
  | 'test-failed'
  | 'before-start'
  | 'titration'
  | 'evaluation'
  | 'maintenance'
  | 'taper'
  | 'off'

export function stageOf({ ketamine: { phase, testDose }, asOf }: Case, protocol: Protocol): Stage {
  if (phase === 'titration' || phase === 'evaluation' || phase === 'maintenance' || phase === 'taper') return phase
  if (phase === 'follow-up' || phase === 'declined' || phase === 'stopped') return 'off'
  if (testDose === undefined) return 'before-test'
  if (testDose.value.tolerated === undefined) return 'test-unknown'
  if (!testDose.value.tolerated) return 'test-failed'
  // "Tolerated" is the good news: without a day, or on a day to come, it opens nothing, and it expires.
  const age = daysBetween(testDose.at, asOf)
  if (!(age >= 0)) return 'test-unknown'
  return age <= limitOf(protocol, 'test-dose.validDays').value ? 'before-start' : 'before-test'
}

export const onTreatment = (stage: Stage | Phase): boolean =>
  stage === 'titration' || stage === 'evaluation' || stage === 'maintenance' || stage === 'taper'

export interface CurrentDose {
  /** What is taken now, as it can be written and measured; absent when the record does not tell. */
  readonly dose?: MeasuredDose & { readonly timesPerDay: number }
  /** What the order says, mg, where it differs from what can be measured. */
  readonly ordered?: number
  /** What is not known about the order in force; each blocks writing it again (rule T01). */
  readonly doubts: readonly string[]
}

/** The order in force. Nothing is assumed: no substance, route, strength or frequency is filled in. */
export function currentDose(facts: Case, protocol: Protocol): CurrentDose {
  const order = facts.ketamine.order?.value
  if (order === undefined) return { doubts: ['the dose in force: mg, mL, strength, times a day'] }
  const { substance, route, mg, mL, strength, timesPerDay } = order
  const doubts: string[] = []
  if (substance === undefined) doubts.push('whether the order is for racemic ketamine or esketamine')
  if (route === undefined) doubts.push('whether the dose is swallowed or held under the tongue')
  if (substance === 'esketamine')
    doubts.push('an equivalent in racemic ketamine: the order is for esketamine, which this protocol does not cover')
  if (route === 'sublingual')
    doubts.push('an equivalent swallowed dose: the order is sublingual, which this protocol does not cover')
  if (mg === undefined || strength === undefined) doubts.push('mg and strength of the order in force')
  if (!isFrequency(timesPerDay)) doubts.push('times a day of the order in force')
  if (mg !== undefined && strength !== undefined && mL !== undefined && !(Math.abs(mL * strength - mg) <= mg * 0.01)) {
    doubts.push(`which is right: ${mg} mg, or ${mL} mL of ${strength} mg/mL`)
  }
  const covered = substance !== 'esketamine' && route !== 'sublingual'
  const measured = measurableDose(mg ?? NaN, strength, protocol)
  if ('refused' in measured || !covered || !isFrequency(timesPerDay)) {
    return { doubts: doubts.length > 0 || !('refused' in measured) ? doubts : [measured.refused.message] }
  }
  return {
    dose: { ...measured, timesPerDay },
    ...(mg !== measured.mg && { ordered: mg! }),
    doubts,
  }
}

/** Whole times a day: every other day and the like are not written by this protocol. */
function isFrequency(timesPerDay: number | undefined): timesPerDay is number {
  return Number.isInteger(timesPerDay) && timesPerDay! >= 1 && timesPerDay! <= 24
}

/** Days since the first dose of this treatment; NaN when its start is not known. */
export const daysOnTreatment = (facts: Case): number => daysBetween(facts.ketamine.started, facts.asOf)
