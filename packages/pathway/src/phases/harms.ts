/** Bad news, and what it opens. None of it is ever refused; what is not known counts as the worse answer. */
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { raise } from './alerts.ts'
import type { Course } from './course.ts'
import { withoutDose } from './course.ts'
import type { CourseEvent, Pressure, Severity } from './event.ts'
import { severities } from './event.ts'
import { closeFinding, openFinding } from './open-findings.ts'
import { judgePressure } from './pressure.ts'

/** Moderate: hold for `step.holdDaysAfterAE`. Severe: stop and call. Not known: as moderate, and call. */
export function adverseEffect(course: Course, severity: Severity | undefined, protocol: Protocol): Course {
  if (severity === 'none' || severity === 'mild') return course
  const until = course.at + limitOf(protocol, 'step.holdDaysAfterAE').value * 24
  const limited: Course = course.stepLimited
    ? course
    : { ...course, stepLimited: true, limitedSteps: course.limitedSteps + 1 }
  if (severity === 'moderate') return openFinding(limited, 'T04', 'hold', until)
  const known = severity !== undefined && severities.includes(severity)
  const opened = known ? openFinding(limited, 'T04', 'stop') : openFinding(limited, 'T04', 'hold', until)
  return raise(opened, 'adverse-effect', protocol)
}

/** A reading within the limits ends a hold, unless it came late; it never ends a stop. */
export function pressure(
  course: Course,
  reading: Pressure,
  { protocol, late }: { readonly protocol: Protocol; readonly late: boolean },
): Course {
  const says = judgePressure(reading, protocol)
  if (says === 'within' && late) return course
  const { systolic, diastolic } = reading
  const taken = {
    at: course.at,
    ...(systolic !== undefined && { systolic }),
    ...(diastolic !== undefined && { diastolic }),
  }
  const read: Course = { ...course, pressure: taken }
  if (says === 'within') return closeFinding(read, 'M08', 'hold')
  if (says === 'unknown' || says === 'high') return raise(openFinding(read, 'M08', 'hold'), 'pressure', protocol)
  const window = limitOf(protocol, 'M08.validDays').value * 24
  const highReadings = [...course.highReadings.filter((t) => course.at - t <= window), course.at]
  const often = !(highReadings.length < limitOf(protocol, 'M08.readings.stop').value)
  const counted: Course = { ...read, highReadings: highReadings.slice(-3) }
  const held = openFinding(counted, 'M08', often ? 'stop' : 'hold')
  const crisis =
    says === 'crisis'
      ? openFinding(held, 'T03', 'hold', held.at + limitOf(protocol, 'step.holdDaysAfterAE').value * 24)
      : held
  return raise(crisis, 'pressure', protocol)
}

/** From `restart.gapDays` on the dose lapses and is started again; so it does when nobody knows how long. Never doubled. */
export function missedDoses(course: Course, days: number | undefined, protocol: Protocol): Course {
  if (course.dose === undefined) return course
  if (days !== undefined && days >= 0 && days < limitOf(protocol, 'restart.gapDays').value) return course
  const lastTaken = course.at - (days ?? NaN) * 24
  const known = lastTaken <= course.at && lastTaken >= (course.startedAt ?? NaN)
  return raise(withoutDose({ ...course, ...(known && { toleratedAt: lastTaken }) }), 'gap', protocol)
}

/** A stop, from which only a taper or an end leads; where the guard of the arrow says so, the arrow ends dosing itself. */
export function harm(course: Course, event: Extract<CourseEvent, { what: 'harm' }>, protocol: Protocol): Course {
  return raise(openFinding(course, event.rule, event.emergency === false ? 'stop' : 'emergency'), 'harm', protocol)
}

/** Not answered counts as a possible return of the pain. */
export const relapse = (course: Course, relapsed: boolean | undefined, protocol: Protocol): Course =>
  course.phase === 'follow-up' && relapsed !== false ? raise(course, 'relapse', protocol) : course
