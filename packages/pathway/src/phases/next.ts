/**
 * One event of a course of treatment. `course × event × protocol → course | refusal`, without clock, store or chance.
 *
 * Time passes first, then the first arrow on this trigger whose guards all pass is followed. A fact dated before the last event
 * counts as of now, and then only as bad news.
 */
import type { Phase } from '../case.ts'
import type { Protocol } from '../protocol.ts'
import type { Arrow } from './arrows.ts'
import { arrows, dosed } from './arrows.ts'
import type { Course } from './course.ts'
import { withoutDose } from './course.ts'
import { passTime } from './due.ts'
import { effect } from './effects.ts'
import type { CourseEvent, Trigger } from './event.ts'
import { triggerOf } from './event.ts'
import type { GuardName, Guards } from './guards.ts'
import { guards } from './guards.ts'

export interface CourseRefusal {
  readonly refused: {
    /** The guard that did not pass, or that nothing is drawn here. */
    readonly code: GuardName | 'no-arrow'
    readonly what: Trigger
    readonly because: string
    readonly expected: string
    /** Rules of the arrow that was refused. */
    readonly rules: readonly string[]
  }
}

/** Arrows and guards, handed over as one value, so that a checker can break either. */
export interface Machine {
  readonly arrows: readonly Arrow[]
  readonly guards: Guards
}
export const machine: Machine = { arrows, guards }

/** @returns the course after the event, or why it may not happen; a refusal changes nothing */
export function next(
  course: Course,
  event: CourseEvent,
  protocol: Protocol,
  by: Machine = machine,
): Course | CourseRefusal {
  const late = !(event.at >= course.at && Number.isFinite(event.at))
  const now = passTime(course, late ? course.at : event.at, protocol)
  const what = triggerOf(event)
  let refusal = noArrow(what, course.phase, by)
  for (const arrow of by.arrows) {
    if (arrow.on !== what || !arrow.from.includes(course.phase)) continue
    const stopped = firstRefusal(arrow, now, event, late, protocol, by)
    if (stopped === undefined) return enter(effect(now, event, { protocol, late }), arrow.to, course.phase)
    refusal = { refused: { ...stopped, what, rules: arrow.rules } }
  }
  return refusal
}

export const isRefused = (result: Course | CourseRefusal): result is CourseRefusal => 'refused' in result

function firstRefusal(arrow: Arrow, now: Course, event: CourseEvent, late: boolean, protocol: Protocol, by: Machine) {
  for (const name of arrow.guards) {
    // The course stands at the later of the two times already: a late event is given no time, which no guard can read as new.
    const said = by.guards[name](now, late ? { ...event, at: NaN } : event, protocol)
    if (said !== undefined) return { code: name, ...said }
  }
  return undefined
}

/** Outside the phases of regular doses no dose is in force, whatever led there. */
function enter(course: Course, to: Phase | 'same', from: Phase): Course {
  if (to === 'same' || to === from) return course
  return { ...(dosed.includes(to) ? course : withoutDose(course)), phase: to, since: course.at }
}

function noArrow(what: Trigger, phase: Phase, { arrows: drawn }: Machine): CourseRefusal {
  const from = [...new Set(drawn.filter((a) => a.on === what).flatMap((a) => a.from))]
  return {
    refused: {
      code: 'no-arrow',
      what,
      because: `Nothing is drawn for "${what}" in the phase ${phase}.`,
      expected: from.length === 0 ? 'no such event is drawn' : `the phase ${from.join(', ')}`,
      rules: [],
    },
  }
}
