/** What an accepted event changes, besides the phase.. */
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { closeAlert, raise } from './alerts.ts'
import type { Course } from './course.ts'
import { refer } from './course.ts'
import type { CourseEvent } from './event.ts'
import { adverseEffect, harm, missedDoses, pressure, relapse } from './harms.ts'
import { judgeResponse } from './judge-response.ts'
import { closeFinding, openFinding, overridden } from './open-findings.ts'
import { tolerated } from './test-dose.ts'

/** What the effect of an event needs to know besides the course: whether it came late, when good news no longer counts. */
export interface Circumstances {
  readonly protocol: Protocol
  readonly late: boolean
}
type Of<K extends CourseEvent['what']> = Extract<CourseEvent, { what: K }>

/** The course after an event that was let through. */
export function effect(course: Course, event: CourseEvent, circumstances: Circumstances): Course {
  const { protocol } = circumstances
  switch (event.what) {
    case 'referred':
      return {
        ...refer(course.at),
        findings: course.findings,
        alerts: course.alerts,
        cumulativeMg: course.cumulativeMg,
      }
    case 'assessed':
      return assessed(course, event)
    case 'signed':
      return signed(course, event)
    case 'observed':
      return observed(course, event, circumstances)
    case 'discharged':
      return discharged(course)
    case 'adverse-effect':
      return adverseEffect(course, event.severity, protocol)
    case 'pressure':
      return pressure(course, event, circumstances)
    case 'missed-doses':
      return missedDoses(course, event.days, protocol)
    case 'evaluated':
      return evaluated(course, event, protocol)
    case 'harm':
      return harm(course, event, protocol)
    case 'resolved':
      return { ...course, findings: course.findings.filter((f) => f.id !== event.finding) }
    case 'override': {
      const override = { by: event.by.name.trim(), because: event.because.trim(), until: event.until }
      return { ...course, findings: course.findings.map((f) => (f.id === event.finding ? { ...f, override } : f)) }
    }
    case 'diary':
      return relapse(course, event.relapse, protocol)
    case 'alert-assigned': {
      const alerts = course.alerts.map((a) => (a.kind === event.alert ? { ...a, owner: event.to.trim() } : a))
      return { ...course, alerts }
    }
    case 'alert-done':
      return closeAlert(course, event.alert)
    case 'stopped':
    case 'day':
      return course
  }
}

/** A newer assessment replaces what the last one found; an override stays on the same finding that is no worse. */
function assessed(course: Course, { findings, weight, slow }: Of<'assessed'>): Course {
  const { weight: _, ...rest } = course
  const own = course.findings.filter((f) => f.id.startsWith('course:'))
  const found = findings.flatMap(({ rule, kind }) => {
    if (kind !== 'stop' && kind !== 'hold' && kind !== 'missing') return []
    const id = `rules:${rule}`
    const before = course.findings.find((f) => f.id === id && f.kind === kind && overridden(f, course.at))
    return [before ?? { id, rule, kind, since: course.at }]
  })
  return {
    ...rest,
    assessedAt: course.at,
    slow: slow !== false,
    ...(weight !== undefined && { weight }),
    findings: [...own, ...found],
  }
}

function signed(course: Course, { option, order }: Of<'signed'>): Course {
  const { at } = course
  if (option === 'test-dose') {
    const { toleratedAt: _, ...rest } = course
    return { ...rest, test: { at, observations: [] }, cumulativeMg: course.cumulativeMg + (order?.mg ?? 0) }
  }
  if (
    order === undefined ||
    option === 'hold' ||
    option === 'evaluate' ||
    option === 'maintain' ||
    option === 'decline'
  )
    return course
  const changed: Course = {
    ...course,
    dose: { mg: order.mg, timesPerDay: order.timesPerDay },
    changedAt: at,
    stepLimited: false,
  }
  if (option === 'start') return closeFinding({ ...changed, startedAt: at, limitedSteps: 0 }, 'S01', 'hold')
  // A step out of maintenance opens a new trial.
  return option === 'step' && course.phase === 'maintenance' ? { ...changed, startedAt: at } : changed
}

function observed(course: Course, event: Of<'observed'>, circumstances: Circumstances): Course {
  const { what: _, at: __, ...observation } = event
  const { test } = course
  const watched: Course =
    test !== undefined && test.dischargedAt === undefined
      ? { ...course, test: { ...test, observations: [...test.observations, observation] } }
      : course
  const read = pressure(watched, event, circumstances)
  const worst = [event.dissociation, event.sedation]
  const severity = worst.includes('severe') ? 'severe' : worst.includes('moderate') ? 'moderate' : 'none'
  return adverseEffect(read, severity, circumstances.protocol)
}

function discharged(course: Course): Course {
  const { test, at } = course
  if (test === undefined) return course
  const good = tolerated(test.observations)
  return { ...course, test: { ...test, dischargedAt: at }, ...(good && { toleratedAt: test.at }) }
}

function evaluated(course: Course, { baseline, now, goal }: Of<'evaluated'>, protocol: Protocol): Course {
  const { phase, at, dose, changedAt = NaN } = course
  const response = judgeResponse(baseline, now, goal, protocol)
  const hours = limitOf(protocol, 'trial.weeksAtTarget').value * 168
  const adequate = phase !== 'titration' && dose !== undefined && at - changedAt >= hours
  let judged: Course = { ...course, evaluation: { at, response, adequate } }
  if (response.onlyMood === 'yes') judged = raise(judged, 'mood-only', protocol)
  if (!adequate || response.responder === 'unknown') return judged
  if (response.responder === 'no') return raise(openFinding(judged, 'S01', 'stop'), 'no-benefit', protocol)
  judged = closeFinding(closeFinding({ ...judged, benefitAt: at }, 'S01', 'stop'), 'S03', 'hold')
  return closeAlert(closeAlert(closeAlert(judged, 'gate'), 'decision'), 'no-benefit')
}
