/** Does it help enough to go on, and is the end watched? */
import { limitOf } from '../../options/limit.ts'
import type { Guard } from '../guards.ts'
import { overridden } from '../open-findings.ts'
import { unless } from './because.ts'

/** An evaluation of this dose, after an adequate trial, recent, with the answer yes. */
const responder: Guard = ({ evaluation, changedAt = NaN, at }, _, protocol) => {
  const days = limitOf(protocol, 'evaluation.validDays').value
  const weeks = limitOf(protocol, 'trial.weeksAtTarget').value
  return unless(
    evaluation !== undefined &&
      evaluation.adequate &&
      evaluation.at - changedAt >= weeks * 168 &&
      at - evaluation.at <= days * 24 &&
      evaluation.response.responder === 'yes',
    'An adequate trial of this dose has not shown a response.',
    `an evaluation within ${days} d, after an adequate trial, with at least 30 % less pain and the named goal met`,
  )
}

/**
 * Benefit is shown again every three months, or the dose does not go on. Before maintenance: nor does a trial that has lasted
 * as long as the latest step and an adequate trial after it.
 */
const gatePassed: Guard = ({ phase, benefitAt = NaN, startedAt = NaN, at, findings }, _, protocol) => {
  const weeks = (key: string) => limitOf(protocol, key).value
  const settled = phase === 'maintenance'
  const most = settled ? weeks('schedule.review.weeks') : weeks('trial.weeksFromStart') + weeks('trial.weeksAtTarget')
  const age = at - (settled ? benefitAt : startedAt)
  const waived = findings.some((f) => f.id === (settled ? 'course:S03' : 'course:S01') && overridden(f, at))
  return unless(
    phase === 'taper' || age <= most * 168 || waived,
    settled ? 'The three-monthly gate has not been passed.' : 'The trial is over, and no benefit has been shown.',
    `benefit shown within ${most} weeks; a taper or an end instead`,
  )
}

/** The watch ends only with an answer, and with no return of pain left unanswered. */
const watchedLongEnough: Guard = ({ since, at, alerts }, event, protocol) => {
  const weeks = limitOf(protocol, 'schedule.afterStopping.weeks').value
  return unless(
    event.what === 'diary' &&
      event.relapse === false &&
      at - since >= weeks * 168 &&
      !alerts.some((a) => a.kind === 'relapse'),
    `Fewer than ${weeks} weeks since the last dose, or no answer.`,
    `${weeks} weeks of watch and an answer that pain has not come back`,
  )
}

export const benefitGuards = { responder, gatePassed, watchedLongEnough }
