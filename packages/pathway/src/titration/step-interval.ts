/**
 * T09 — Has it been long enough since the last step?
 *
 * A dose raised daily was stopped for side effects in 9 of 21; relief and harm need days to show. Hazard: H18.
 * Times to the hour are compared as such; when either is only a date, calendar days are, and a date known
 * to the month from its last day.
 */
import { answers } from '../answers.ts'
import { diagnosed } from '../assessment/screened.ts'
import type { Case, Phase } from '../case.ts'
import { hoursSinceChange } from '../last-change.ts'
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
    const { phase, lastStep, started, order } = facts.ketamine
    if (!stepping.includes(phase)) return say.clear('No step up is asked for in this phase.', [phaseFact(facts)])

    const seen = [
      ...(lastStep === undefined ? [] : [`Last change of dose: ${lastStep.slice(0, 10)}`]),
      ...(started === undefined ? [] : [`First dose: ${started.slice(0, 10)}`]),
      ...(order && order.at === undefined ? [`${order.says}, undated`] : []),
      phaseFact(facts),
    ]
    const hours = hoursSinceChange(facts)
    const since = `${Math.floor(hours)} h since the last change of dose`
    if (hours >= wait) return say.clear(`${since}; a step needs ${wait} h.`, seen)
    if (hours >= 0) return say.hold(`${since}: no step before ${wait} h have passed.`, seen)
    return say.missing(
      'When the dose was last changed is not recorded, or cannot be right.',
      'When was the dose last changed?',
      seen,
    )
  },
}

/** 1, or the factor for the old and the frail; an age that is not known to be below the limit is not an excuse to hurry. */
function slowness(facts: Case, protocol: Protocol): number {
  const { age } = facts.person
  const isYoung = age !== undefined && age < limitOf(protocol, 'E17.age.caution').value
  const isFrail = facts.screening.frail?.value === true || diagnosed(facts, ['frailty'], 'now').length > 0
  return isYoung && !isFrail ? 1 : limitOf(protocol, 'T09.interval.slowFactor').value
}
