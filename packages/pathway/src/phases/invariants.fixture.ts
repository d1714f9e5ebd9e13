/**
 * What must hold after every event, written apart from the guards and with the numbers of the default protocol spelled out, so that
 * a guard and its check cannot be wrong together.
 */
import type { Phase } from '../case.ts'
import type { Course, OpenFinding } from './course.ts'
import type { CourseEvent } from './event.ts'
import { isRefused, next } from './next.ts'
import type { Machine } from './next.ts'
import type { Protocol } from '../protocol.ts'

/** The drawing of docs/spec/phases.md, by hand. */
export const drawn: Readonly<Record<Phase, readonly Phase[]>> = {
  assessment: ['test-dose', 'declined'],
  'test-dose': ['titration', 'follow-up'],
  titration: ['evaluation', 'taper', 'follow-up'],
  evaluation: ['maintenance', 'titration', 'taper', 'follow-up'],
  maintenance: ['titration', 'taper', 'follow-up'],
  taper: ['follow-up'],
  'follow-up': ['stopped', 'assessment'],
  declined: ['assessment'],
  stopped: ['assessment'],
}

const perDay = (dose: Course['dose']) => (dose === undefined ? 0 : dose.mg * dose.timesPerDay)
const stands = (f: OpenFinding, at: number) =>
  !(f.until !== undefined && f.until <= at) &&
  (f.kind === 'emergency' || f.override === undefined || !(f.override.until > at))
const wellWithin = (c: Course) => {
  const { systolic = NaN, diastolic = NaN } = c.pressure ?? {}
  return systolic >= 60 && systolic <= 150 && diastolic > 0 && diastolic <= 100 && systolic > diastolic
}

/** The first broken promise, in words; undefined when all hold. */
export function broken(
  before: Course,
  event: CourseEvent,
  after: Course,
  protocol: Protocol,
  by: Machine,
): string | undefined {
  const { dose, at, phase } = after
  const option = event.what === 'signed' ? event.option : undefined
  // A weight that no adult has is not one: the lightest adult then.
  const weight = after.weight !== undefined && after.weight >= 25 && after.weight <= 350 ? after.weight : 25
  const rose = dose !== undefined && (dose.mg > (before.dose?.mg ?? 0) || perDay(dose) > perDay(before.dose))
  if (phase !== before.phase && !drawn[before.phase].includes(phase)) return `undrawn: ${before.phase} to ${phase}`
  if (dose !== undefined && !(perDay(dose) <= 400)) return 'above the cap'
  if (rose && !(dose.mg <= 100 && perDay(dose) <= 200 && perDay(dose) <= 2 * weight)) return 'above a ceiling'
  if (rose && !(dose.mg - (before.dose?.mg ?? 0) <= 10)) return 'too large a step'
  if (option === 'step' && !(at - (before.changedAt ?? NaN) >= (after.slow ? 144 : 72))) return 'a step too soon'
  if (rose && after.findings.some((f) => stands(f, at))) return 'a step up with an open hold or stop'
  if (option === 'step' && !(wellWithin(after) && (after.pressure?.at ?? NaN) > (before.changedAt ?? NaN)))
    return 'a step on an unknown pressure'
  if (option === 'start' && !(at - (after.toleratedAt ?? NaN) <= 90 * 24)) return 'a start without a tolerated dose'
  if (event.what === 'discharged' && !after.test?.observations.some((o) => o.minute >= 120))
    return 'sent home too early'
  if (event.what === 'signed' && event.by.name.trim() === '') return 'signed by nobody'
  if (phase === 'maintenance' && before.phase !== 'maintenance') {
    const { evaluation, changedAt = NaN } = after
    const shown = evaluation?.response.responder === 'yes' && evaluation.at - changedAt >= 28 * 24
    if (!shown) return 'in maintenance without an evaluation'
  }
  if (dose !== undefined && !['titration', 'evaluation', 'maintenance', 'taper'].includes(phase))
    return 'a dose outside treatment'
  if (dose !== undefined && after.findings.some((f) => f.kind === 'emergency')) return 'a dose in an emergency'
  if (after.findings.some((f) => f.kind === 'emergency' && f.override !== undefined)) return 'an emergency overridden'
  if (after.findings.some((f) => f.override !== undefined && !(f.override.until - at <= 28 * 24)))
    return 'an override without end'
  if (after.alerts.some((a) => a.owner.trim() === '' || !Number.isFinite(a.due))) return 'an alert without an owner'
  if (!(after.at >= before.at && after.cumulativeMg >= before.cumulativeMg)) return 'time or exposure ran backwards'
  const ended = next(after, { what: 'stopped', because: 'asked', at }, protocol, by)
  if (isRefused(ended) || ended.dose !== undefined || !['follow-up', 'declined', 'stopped'].includes(ended.phase))
    return 'no way to stop'
  return undefined
}
