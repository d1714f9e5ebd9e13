/** One option that gives ketamine: measured, through the gate, forecast, with its reasons for and against. */
import { ceilingKeys, withinCeilings } from '../ceilings.ts'
import type { BrokenCeiling, DoseRequest } from '../ceilings.ts'
import { measurableDose } from '../dose-arithmetic.ts'
import type { Finding } from '../finding.ts'
import type { Dose, MonitoringItem, Option, OptionKind } from '../option.ts'
import { basis } from './basis.ts'
import { rulesOf } from './blocking.ts'
import { findingsAgainst } from './evidence-against.ts'
import { limitOf } from './limit.ts'
import { unknowns } from './unknowns.ts'
import type { Visit } from './visit.ts'

export interface DosingPlan {
  readonly kind: OptionKind
  /** The dose in words follows it. */
  readonly says: string
  /** mg wanted per dose; what can be measured is at most this */
  readonly mg: number
  readonly strength: number
  readonly timesPerDay: number
  readonly days: number
  readonly titrating: boolean
  /** Findings that block it. */
  readonly blocked: readonly Finding[]
  /** Rule ids that block it for another reason. */
  readonly alsoBlockedBy?: readonly string[]
  /** Protocol keys it rests on. */
  readonly keys: readonly string[]
  readonly because?: readonly string[]
  readonly monitoring: readonly MonitoringItem[]
  readonly against: readonly string[]
}

export function dosingOption(visit: Visit, plan: DosingPlan): Option {
  const { protocol, facts, findings, tailoring } = visit
  const measured = measurableDose(plan.mg, plan.strength, protocol)
  const blockedIds = [plan.blocked.map((f) => f.rule), plan.alsoBlockedBy ?? []]
  const against = [...findingsAgainst(findings, plan.blocked), ...plan.against]
  const common = { kind: plan.kind, monitoring: plan.monitoring, missing: unknowns(visit) }
  if ('refused' in measured) {
    return {
      ...common,
      title: `${plan.says}: no dose can be written`,
      blockedBy: rulesOf(...blockedIds, ['DO3']),
      basis: [...(plan.because ?? []), ...tailoring.reasons, ...basis(facts, protocol, plan.keys)],
      against: [`DO3: ${measured.refused.message}`, ...against],
    }
  }
  const dose: Dose = { substance: 'racemic-ketamine', route: 'oral', ...measured, timesPerDay: plan.timesPerDay }
  const broken = withinCeilings(requestFor(visit, plan, dose), protocol)
  // A total above the absolute cap may be a misread order of any size: nothing is predicted from it.
  const isAbsurd = broken.some((b) => b.limit === ceilingKeys.perDayCap)
  const forecast = isAbsurd
    ? undefined
    : visit.forecastOf({ mg: dose.mg, timesPerDay: dose.timesPerDay, days: forecastDays(visit, plan) })
  return {
    ...common,
    title: `${plan.says}: ${doseInWords(dose)}`,
    blockedBy: rulesOf(
      ...blockedIds,
      broken.map((b) => b.rule),
    ),
    dose,
    regimen: { dose, days: plan.days, mgPerDay: Math.round(dose.mg * dose.timesPerDay * 1e6) / 1e6 },
    ...(forecast && { forecast }),
    basis: [...(plan.because ?? []), ...tailoring.reasons, ...basis(facts, protocol, plan.keys, forecast)],
    against: [...broken.map(readCeiling), ...against],
  }
}

/** "10 mg = 1 mL of 10 mg/mL, 3 times a day": mg, mL and strength always together. */
export function doseInWords({ mg, mL, strength, timesPerDay }: Dose): string {
  return `${mg} mg = ${mL} mL of ${strength} mg/mL, ${timesPerDay === 1 ? 'once' : `${timesPerDay} times a day`}`
}

/** What the gate is asked, for an option of this visit. */
export function requestFor(
  { weight, current, hoursSinceStep, tailoring }: Visit,
  plan: Pick<DosingPlan, 'days' | 'titrating'>,
  dose: Dose,
): DoseRequest {
  return {
    mg: dose.mg,
    timesPerDay: dose.timesPerDay,
    supplyDays: plan.days,
    titrating: plan.titrating,
    slow: tailoring.slow,
    ...(weight !== undefined && { weight }),
    ...(current.dose && { before: current.dose }),
    ...(hoursSinceStep !== undefined && { hoursSinceStep }),
  }
}

/** While it is not known what is taken now, nothing is written: rule T01. */
export const doubtful = ({ current }: Visit): string[] => (current.doubts.length > 0 ? ['T01'] : [])

/** mg per dose on the way down: never above the absolute cap a day, nor above what an interaction that forbids going on leaves of the dose. */
export function mostPerDose(
  { protocol, tailoring, findings }: Visit,
  { mg, timesPerDay }: { readonly mg: number; readonly timesPerDay: number },
): number {
  const inhibited = findings.some((f) => f.rule === 'I01' && f.kind === 'stop')
  return Math.min(
    limitOf(protocol, ceilingKeys.perDayCap).value / timesPerDay,
    inhibited ? mg * tailoring.fraction : mg,
  )
}

/** A test dose is watched for its day; a course is forecast for as long as it takes to judge it, since relief is slow. */
function forecastDays({ protocol }: Visit, { kind, days }: DosingPlan): number {
  return kind === 'test-dose' ? days : limitOf(protocol, 'trial.weeksAtTarget').value * 7
}

const readCeiling = (b: BrokenCeiling) => `${b.rule}: ${b.says}`
