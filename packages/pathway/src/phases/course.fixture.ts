/** Courses by the machine itself, for tests. */
import { protocol } from '../options/protocol.fixture.ts'
import { roots, timed } from './alphabet.fixture.ts'
import type { Timed } from './alphabet.fixture.ts'
import type { Course } from './course.ts'
import { refer } from './course.ts'
import { isRefused, next } from './next.ts'

export const start = refer(1000)

/** The course after these events. @throws Error when one is refused */
export function after(course: Course, ...events: readonly Timed[]): Course {
  return events.reduce((c, one) => {
    const result = next(c, timed(c, one), protocol)
    if (isRefused(result)) throw new Error(JSON.stringify(result.refused))
    return result
  }, course)
}

export const at = (root: string): Course => after(start, ...roots[root]!)

/** The code of the refusal, or "accepted". */
export function verdict(course: Course, event: Timed): string {
  const result = next(course, timed(course, event), protocol)
  return isRefused(result) ? result.refused.code : 'accepted'
}

/** The findings and the kinds of the alerts, in words. */
export const open = (course: Course) => course.findings.map((f) => `${f.rule} ${f.kind}`)
export const alerts = (course: Course) => course.alerts.map((a) => a.kind)
