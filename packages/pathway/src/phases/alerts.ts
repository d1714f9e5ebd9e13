/** Something that someone must do by a time. An alert has an owner from the moment it is raised. */
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import type { Course } from './course.ts'
import type { Hour } from './event.ts'

/** Each kind of alert, with the rule behind it, who has it first, and whether it is for the same day. */
export const alertKinds = {
  harm: { rule: 'S06', owner: 'prescriber', urgent: true, says: 'Harm reported: dosing has ended. Call the patient.' },
  'adverse-effect': {
    rule: 'T04',
    owner: 'prescriber',
    urgent: true,
    says: 'A severe adverse effect, or one of unknown severity. Call the patient.',
  },
  pressure: { rule: 'M08', owner: 'nurse', urgent: true, says: 'Blood pressure above a limit, or not readable.' },
  gap: { rule: 'T06', owner: 'nurse', urgent: false, says: 'Doses were missed for days: the dose has lapsed.' },
  'no-benefit': { rule: 'S01', owner: 'prescriber', urgent: false, says: 'No response after an adequate trial.' },
  decision: { rule: 'S01', owner: 'prescriber', urgent: false, says: 'The trial is over: decide whether it goes on.' },
  'mood-only': { rule: 'S02', owner: 'prescriber', urgent: false, says: 'Benefit only in mood: ask psychiatry.' },
  gate: {
    rule: 'S03',
    owner: 'prescriber',
    urgent: false,
    says: 'Three-monthly gate: evaluate, and try a lower dose.',
  },
  relapse: {
    rule: 'S05',
    owner: 'prescriber',
    urgent: false,
    says: 'Pain has come back after stopping, or nobody knows.',
  },
  exposure: {
    rule: 'M05',
    owner: 'prescriber',
    urgent: false,
    says: 'Cumulative dose passed a mark: review bladder and liver.',
  },
} as const satisfies Record<string, { rule: string; owner: string; urgent: boolean; says: string }>

export type AlertKind = keyof typeof alertKinds

export interface Alert {
  readonly kind: AlertKind
  readonly rule: string
  readonly says: string
  /** A role at first, then whoever took it. Never empty. */
  readonly owner: string
  readonly raised: Hour
  readonly due: Hour
}

/** Raises an alert; one of this kind that is open already stays with its owner and its earlier due time. */
export function raise(course: Course, kind: AlertKind, protocol: Protocol): Course {
  if (course.alerts.some((a) => a.kind === kind)) return course
  const { rule, owner, urgent, says } = alertKinds[kind]
  const hours = urgent
    ? limitOf(protocol, 'alert.urgent.hours').value
    : limitOf(protocol, 'alert.routine.days').value * 24
  const alert: Alert = { kind, rule, says, owner, raised: course.at, due: course.at + hours }
  return { ...course, alerts: [...course.alerts, alert] }
}

export const closeAlert = (course: Course, kind: AlertKind): Course => ({
  ...course,
  alerts: course.alerts.filter((a) => a.kind !== kind),
})
