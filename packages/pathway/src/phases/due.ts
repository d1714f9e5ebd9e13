/** Time passes: what was taken adds up, what has ended drops out, what fell due is raised. A pure function of course and time. */
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { raise } from './alerts.ts'
import type { Course } from './course.ts'
import type { Hour } from './event.ts'
import { dropEnded, openFinding } from './open-findings.ts'

export function passTime(course: Course, to: Hour, protocol: Protocol): Course {
  const { dose, at } = course
  const taken = dose === undefined ? 0 : (dose.mg * dose.timesPerDay * (to - at)) / 24
  const later = dropEnded({ ...course, at: to, cumulativeMg: course.cumulativeMg + taken })
  return exposure(decision(gate(later, protocol), protocol), course.cumulativeMg, protocol)
}

/** S03: benefit is shown every three months, or the dose does not go on. */
function gate(course: Course, protocol: Protocol): Course {
  const { phase, at, benefitAt = NaN } = course
  if (phase !== 'maintenance' || at - benefitAt < limitOf(protocol, 'schedule.review.weeks').value * 168) return course
  const open = course.findings.some((f) => f.id === 'course:S03')
  return raise(open ? course : openFinding(course, 'S03', 'hold'), 'gate', protocol)
}

/** S01: the latest decision whether the trial goes on. */
function decision(course: Course, protocol: Protocol): Course {
  const { phase, at, startedAt = NaN } = course
  const finding = phase === 'titration' || phase === 'evaluation'
  if (!finding || at - startedAt < limitOf(protocol, 'trial.weeksFromStart').value * 168) return course
  const open = course.findings.some((f) => f.id === 'course:S01')
  return raise(open ? course : openFinding(course, 'S01', 'hold'), 'decision', protocol)
}

/** Marks of the cumulative dose. They ask for a review and predict nothing. */
function exposure(course: Course, beforeMg: number, protocol: Protocol): Course {
  const passed = (['first', 'second', 'third'] as const).some((mark) => {
    const mg = limitOf(protocol, `exposure.review.${mark}`).value * 1000
    return beforeMg < mg && course.cumulativeMg >= mg
  })
  return passed ? raise(course, 'exposure', protocol) : course
}
