/** Who did it, when, and for how long. */
import { limitOf } from '../../options/limit.ts'
import type { Clinician } from '../../plan.ts'
import { alertKinds } from '../alerts.ts'
import { taking } from '../course.ts'
import type { Guard } from '../guards.ts'
import { unless } from './because.ts'

const filled = (text: unknown) => typeof text === 'string' && text.trim() !== ''
const mayPrescribe = (by: Clinician | undefined) =>
  by !== undefined && filled(by.name) && (by.role === 'prescriber' || by.role === 'clinical-lead')

/** A decision is made on what is known now: one dated earlier would rest on less. */
const inOrder: Guard = (course, event) =>
  unless(
    Number.isFinite(event.at) && event.at >= course.at,
    `This is dated before the last event of the course, or has no date.`,
    'a decision not earlier than the last event; for a late entry replay the events in order',
  )

const signed: Guard = (_, event) =>
  unless(
    event.what === 'signed' && mayPrescribe(event.by),
    'Nobody who may prescribe has signed.',
    'the name of a prescriber or clinical lead',
  )

const named: Guard = (_, event) => {
  const name =
    'to' in event ? event.to : event.what === 'discharged' || event.what === 'alert-done' ? event.by : undefined
  return unless(filled(name), 'No person is named.', 'the name of whoever has it, or has done it')
}

const person: Guard = (_, event) =>
  unless(
    (event.what === 'override' || event.what === 'resolved') && mayPrescribe(event.by) && filled(event.because),
    'No person who may prescribe, or no reason.',
    'a prescriber or clinical lead, and a reason',
  )

const expires: Guard = (course, event, protocol) => {
  const most = limitOf(protocol, 'override.mostDays').value
  const hours = event.what === 'override' ? event.until - course.at : NaN
  return unless(
    hours > 0 && hours <= most * 24,
    'The override has no end, or one too far away.',
    `an end within ${most} d`,
  )
}

const findingOf: (...args: Parameters<Guard>) => Parameters<Guard>[0]['findings'][number] | undefined = (
  { findings },
  event,
) => ('finding' in event ? findings.find((f) => f.id === event.finding) : undefined)

const findingThere: Guard = (...args) =>
  unless(findingOf(...args) !== undefined, 'There is no such finding open.', 'the id of an open finding')

const notEmergency: Guard = (...args) => {
  const kind = findingOf(...args)?.kind
  return unless(
    kind !== undefined && kind !== 'emergency',
    'An emergency stop cannot be overridden.',
    'a finding other than an emergency',
  )
}

/**
 * By hand only what the course itself opened; what a rule found ends when the rule no longer finds it. A stop only while no
 * ketamine is taken, an emergency then only by the clinical lead.
 */
const resolvable: Guard = (course, event, protocol) => {
  const finding = findingOf(course, event, protocol)
  const off = !taking.includes(course.phase)
  const lead = event.what === 'resolved' && event.by.role === 'clinical-lead'
  const may =
    finding?.kind === 'hold' ||
    finding?.kind === 'missing' ||
    (finding?.kind === 'stop' && off) ||
    (finding?.kind === 'emergency' && off && lead)
  return unless(
    finding !== undefined && finding.id.startsWith('course:') && may,
    'This finding cannot be closed by hand now.',
    'a hold of the course; a stop while no ketamine is taken; an emergency then by the clinical lead',
  )
}

const alertThere: Guard = (course, event) =>
  unless(
    'alert' in event && event.alert in alertKinds && course.alerts.some((a) => a.kind === event.alert),
    'There is no such alert open.',
    'the kind of an open alert',
  )

export const peopleGuards = {
  inOrder,
  signed,
  named,
  person,
  expires,
  findingThere,
  notEmergency,
  resolvable,
  alertThere,
}
