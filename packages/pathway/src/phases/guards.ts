/**
 * Every guard, as a table that is handed to the machine, so that the checker can break one. A guard answers why not, or nothing.
 * Each passes only what it can show: an unknown number, name or time falls to the refusal.
 */
import type { Protocol } from '../protocol.ts'
import type { Course } from './course.ts'
import type { CourseEvent } from './event.ts'
import { benefitGuards } from './guards/benefit.ts'
import { doseGuards } from './guards/dose.ts'
import { findingGuards } from './guards/findings.ts'
import { peopleGuards } from './guards/people.ts'
import { testDoseGuards } from './guards/test-dose.ts'

export interface Because {
  /** One sentence that can be read aloud. */
  readonly because: string
  readonly expected: string
}

/** @returns why the event may not pass; undefined when it may */
export type Guard = (course: Course, event: CourseEvent, protocol: Protocol) => Because | undefined

export const guards = {
  ...peopleGuards,
  ...findingGuards,
  ...testDoseGuards,
  ...doseGuards,
  ...benefitGuards,
} satisfies Record<string, Guard>

export type GuardName = keyof typeof guards
export type Guards = Readonly<Record<GuardName, Guard>>
