/**
 * T09 — Has it been long enough since the last step?
 *
 * A dose raised daily was stopped for side effects in 9 of 21; relief and harm need days to show. Hazard: H18.
 * Times to the hour are compared as such; when either is only a date, calendar days are, and a date known
 * to the month from its last day.
 */
import { answers } from '../answers.ts'
import { diagnosed } from '../assessment/screened.ts'
import { fewestDaysBetween } from '../calendar.ts'
import type { Case, Phase } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import { phaseFact } from '../phase.ts'
import type { Protocol } from '../protocol.ts'
import type { Rule } from '../rule.ts'

/** Phases in which a step up may be asked for. A taper goes down and has its own plan. */
const stepping: readonly Phase[] = ['titration', 'evaluation', 'maintenance']

export const stepInterval: Rule = {
  id: 'T09',
  asks: 'Have 72 hours passed since the last change of dose?',
  hazard: 'H18',

  evaluate(facts, protocol) {
    const interval = limitOf(protocol, 'T09.interval.hours')
    const wait = interval.value * slowness(facts, protocol)
    const say = answers('T09', interval.source)
    const { phase, lastStep, started } = facts.ketamine
    if (!stepping.includes(phase)) return say.clear('No step up is asked for in this phase.', [phaseFact(facts)])

    // The first dose is the first step.
    const last = lastStep ?? started
    if (last === undefined) {
      return say.missing('The date of the last change of dose is not recorded.', 'When was the dose last changed?', [
        phaseFact(facts),
      ])
    }
    const hours = hoursBetween(last, facts.asOf)
    const seen = [`Last change of dose: ${last}`, phaseFact(facts)]
    if (hours >= wait) return say.clear(`${Math.floor(hours)} h since the last change of dose.`, seen)
    if (hours >= 0) return say.hold(`${Math.floor(hours)} h since the last change of dose; wait for ${wait} h.`, seen)
    return say.missing('The date of the last change of dose cannot be right.', 'When was the dose last changed?', seen)
  },
}

/** 1, or the factor for the old and the frail; an age that is not known to be below the limit is not an excuse to hurry. */
function slowness(facts: Case, protocol: Protocol): number {
  const { age } = facts.person
  const isYoung = age !== undefined && age < limitOf(protocol, 'E17.age.caution').value
  const isFrail = facts.screening.frail?.value === true || diagnosed(facts, ['frailty'], 'now').length > 0
  return isYoung && !isFrail ? 1 : limitOf(protocol, 'T09.interval.slowFactor').value
}

function hoursBetween(earlier: string, later: string): number {
  const isTimed = earlier.includes('T') && later.includes('T')
  return isTimed ? (Date.parse(later) - Date.parse(earlier)) / 3_600_000 : fewestDaysBetween(earlier, later) * 24
}
