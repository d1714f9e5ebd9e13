/** What stands in the way, and what lifts it. A finding is open until its own time, a fact, or a person's override ends it. */
import type { Course, OpenFinding, OpenKind } from './course.ts'

/** Open and not overridden at the time of the course. An emergency is never overridden. */
export function openFindings({ findings, at }: Course): OpenFinding[] {
  return findings.filter((f) => !ended(f, at) && !(f.kind !== 'emergency' && overridden(f, at)))
}

const ended = ({ until }: OpenFinding, at: number) => until !== undefined && at >= until
export const overridden = ({ override }: OpenFinding, at: number) => override !== undefined && at < override.until

const rank: Record<OpenKind, number> = { missing: 0, hold: 1, stop: 2, emergency: 3 }

/** Opens a finding of the course; the same one again keeps what is worse and lasts longer, and loses its override. */
export function openFinding(course: Course, rule: string, kind: OpenKind, until?: number): Course {
  const id = `course:${rule}`
  const before = course.findings.find((f) => f.id === id)
  const worse = before !== undefined && rank[before.kind] > rank[kind] ? before.kind : kind
  const endless = until === undefined || (before !== undefined && before.until === undefined)
  const finding: OpenFinding = {
    id,
    rule,
    kind: worse,
    since: before?.since ?? course.at,
    ...(!endless && { until: Math.max(until, before?.until ?? until) }),
  }
  return { ...course, findings: [...course.findings.filter((f) => f.id !== id), finding] }
}

/** Closes a finding of the course that is no worse than `atMost`. */
export function closeFinding(course: Course, rule: string, atMost: OpenKind): Course {
  const id = `course:${rule}`
  const findings = course.findings.filter((f) => f.id !== id || rank[f.kind] > rank[atMost])
  return { ...course, findings }
}

/** Drops what has ended by itself. */
export function dropEnded(course: Course): Course {
  const { at } = course
  const findings = course.findings
    .filter((f) => !ended(f, at))
    .map((f) => {
      const { override, ...rest } = f
      return override === undefined || overridden(f, at) ? f : rest
    })
  return { ...course, findings }
}
