/**
 * Is it helping? Pain against the baseline, and the named goal, each apart: at least `responder.painReduction` less pain AND the goal.
 *
 *     reduction = (baseline − now) / baseline      IMMPACT, doi:10.1016/j.jpain.2007.09.005
 */
import { daysBetween } from '../calendar.ts'
import type { Case } from '../case.ts'
import type { Protocol } from '../protocol.ts'
import { limitOf } from './limit.ts'

export interface Response {
  readonly responder: 'yes' | 'no' | 'unknown'
  /** Pain and goal in words. */
  readonly says: readonly string[]
}

export function responseOf(facts: Case, protocol: Protocol): Response {
  const wanted = limitOf(protocol, 'responder.painReduction').value
  const percent = Math.round(wanted * 100)
  const reduction = painReduction(facts)
  const goal = judgedGoal(facts)
  const pain =
    reduction === undefined
      ? `Pain on treatment against its baseline: not known (${percent} % less wanted).`
      : `Pain: ${facts.ketamine.baselinePain!.value} before treatment, ${facts.measurements.painNRS![0]!.value} on ${facts.measurements.painNRS![0]!.at!.slice(0, 10)}, ${wholePercent(reduction)} % less (${percent} % wanted).`
  const reached =
    goal === undefined
      ? 'not named'
      : goal.met === undefined
        ? `"${goal.name}", not known whether met`
        : `"${goal.name}", ${goal.met ? 'met' : 'not met'}`
  return {
    responder: both(reduction === undefined ? undefined : atLeast(reduction, wanted), goal?.met),
    says: [pain, `Functional goal: ${reached}.`],
  }
}

/** Down, so that what is said never reaches a limit that the number did not; 1e-9 forgives (7 − 4.9) / 7. */
export const wholePercent = (fraction: number): number => Math.floor(fraction * 100 + 1e-9)
export const atLeast = (fraction: number, limit: number): boolean => fraction >= limit - 1e-9

/** The goal; "met" says something about the treatment only when it was judged after the first dose. */
function judgedGoal({ ketamine: { goal, started }, asOf }: Case): { name: string; met?: boolean } | undefined {
  if (goal === undefined) return undefined
  const { name, met } = goal.value
  const after = started !== undefined && daysBetween(started, goal.at ?? '') > 0 && daysBetween(goal.at, asOf) >= 0
  return met === undefined || (met && !after) ? { name } : { name, met }
}

/** Only a score from after the first dose says anything about the treatment. */
function painReduction({ ketamine, measurements, asOf }: Case): number | undefined {
  const baseline = ketamine.baselinePain?.value
  const now = measurements.painNRS?.[0]
  if (baseline === undefined || now === undefined || ketamine.started === undefined) return undefined
  const onTreatment = daysBetween(ketamine.started, now.at ?? '') > 0 && daysBetween(now.at, asOf) >= 0
  const scores = baseline > 0 && baseline <= 10 && now.value >= 0 && now.value <= 10
  return onTreatment && scores ? (baseline - now.value) / baseline : undefined
}

function both(a: boolean | undefined, b: boolean | undefined): Response['responder'] {
  if (a === false || b === false) return 'no'
  return a === true && b === true ? 'yes' : 'unknown'
}
