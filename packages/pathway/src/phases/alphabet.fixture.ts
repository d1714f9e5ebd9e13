/** Letters of the sequences that the checker tries: each one or more events, good, bad, unknown and absurd. */
import type { Clinician } from '../plan.ts'
import { alertKinds } from './alerts.ts'
import type { AlertKind } from './alerts.ts'
import type { Course } from './course.ts'
import type { CourseEvent, Pressure, SignedOption } from './event.ts'

/** An event without its time. */
type Untimed<E> = E extends unknown ? Omit<E, 'at'> : never
/** h after the last event, with the event. */
export type Timed = readonly [after: number, event: Untimed<CourseEvent>]
export interface Letter {
  readonly name: string
  readonly events: (course: Course) => readonly Timed[]
}

export const timed = (course: Course, [after, event]: Timed): CourseEvent => ({ ...event, at: course.at + after })

export const prescriber: Clinician = { name: 'Dr A. Example', role: 'prescriber' }
export const lead: Clinician = { name: 'Dr L. Example', role: 'clinical-lead' }
const day = 24

export const observed = (minute: number, pressure: Pressure, severity: 'none' | 'moderate' = 'none'): Timed => [
  0,
  { what: 'observed', minute, dissociation: severity, sedation: 'none', ...pressure },
]
export const quiet: Pressure = { systolic: 124, diastolic: 78 }
export const discharged: Timed = [2, { what: 'discharged', by: 'Nurse N. Example', adultPresent: true }]
export const goodTest: readonly Timed[] = [0, 30, 60, 120].map((minute) => observed(minute, quiet))

export const sign = (option: SignedOption, mg?: number, timesPerDay = 3, supplyDays = 7, by = prescriber): Timed => [
  0,
  { what: 'signed', option, by, ...(mg !== undefined && { order: { mg, timesPerDay, supplyDays } }) },
]
const more =
  (option: SignedOption, mg: number): Letter['events'] =>
  ({ dose }) => [sign(option, (dose?.mg ?? 0) + mg, dose?.timesPerDay ?? 3)]

const one = (name: string, event: Untimed<CourseEvent>, after = 0): Letter => ({ name, events: () => [[after, event]] })

/** Weight 30 kg: 60 mg/d is the ceiling, so that few doses lead to it. */
export const clear: Untimed<CourseEvent> = { what: 'assessed', findings: [], weight: 30, slow: false }
const found = (kind: 'hold' | 'stop' | 'missing'): Untimed<CourseEvent> => ({
  ...(clear as Extract<Untimed<CourseEvent>, { what: 'assessed' }>),
  findings: [{ rule: 'E06', kind }],
})
export const evaluated = (now: number | undefined, met: boolean): Untimed<CourseEvent> => ({
  what: 'evaluated',
  baseline: { pain: 8 },
  now: now === undefined ? {} : { pain: now },
  goal: { name: 'walk to the shop', met },
})
const firstFinding = ({ findings }: Course) => findings[0]?.id ?? 'course:none'
const firstAlert = ({ alerts }: Course): AlertKind => alerts[0]?.kind ?? (Object.keys(alertKinds)[0] as AlertKind)

export const letters: readonly Letter[] = [
  one('wait 7 d', { what: 'day' }, 7 * day),
  one('wait 28 d', { what: 'day' }, 28 * day),
  one('referred', { what: 'referred' }),
  one('assessed: clear', clear),
  one('assessed: hold', found('hold')),
  one('assessed: stop', found('stop')),
  one('assessed: missing', found('missing')),
  one('assessed: weight and age unknown', { what: 'assessed', findings: [] }),
  { name: 'sign test dose', events: () => [sign('test-dose', 10, 1)] },
  { name: 'sign start 10 mg', events: () => [sign('start', 10)] },
  { name: 'sign start 30 mg', events: () => [sign('start', 30)] },
  { name: 'sign step +10 mg', events: more('step', 10) },
  { name: 'sign step +20 mg', events: more('step', 20) },
  { name: 'sign hold', events: more('hold', 0) },
  { name: 'sign evaluate', events: () => [sign('evaluate')] },
  { name: 'sign maintain', events: () => [sign('maintain')] },
  { name: 'sign reduce -5 mg', events: more('reduce', -5) },
  { name: 'sign taper -5 mg', events: more('taper', -5) },
  { name: 'sign decline', events: () => [sign('decline')] },
  {
    name: 'step signed by nobody',
    events: ({ dose }) => [sign('step', (dose?.mg ?? 0) + 10, 3, 7, { ...lead, name: ' ' })],
  },
  one('adverse effect: moderate', { what: 'adverse-effect', severity: 'moderate' }),
  one('adverse effect: severe', { what: 'adverse-effect', severity: 'severe' }),
  one('adverse effect: unknown', { what: 'adverse-effect' }),
  one('pressure 124/78', { what: 'pressure', ...quiet }, 1),
  one('pressure unknown', { what: 'pressure' }, 1),
  one('pressure 155/95', { what: 'pressure', systolic: 155, diastolic: 95 }, 1),
  one('pressure 165/105', { what: 'pressure', systolic: 165, diastolic: 105 }, 1),
  one('missed 5 d', { what: 'missed-doses', days: 5 }),
  one('missed, unknown how long', { what: 'missed-doses' }),
  one('evaluated: response', evaluated(4, true)),
  one('evaluated: no response', evaluated(7, true)),
  one('evaluated: unknown', evaluated(undefined, true)),
  one('harm: emergency', { what: 'harm', rule: 'S06', emergency: true }),
  one('harm: bladder', { what: 'harm', rule: 'M05', emergency: false }),
  one('harm: mood', { what: 'harm', rule: 'M09', emergency: false }),
  {
    name: 'override for 7 d',
    events: (c) => [
      [0, { what: 'override', finding: firstFinding(c), by: lead, because: 'seen', until: c.at + 7 * day }],
    ],
  },
  {
    name: 'override without end',
    events: (c) => [[0, { what: 'override', finding: firstFinding(c), by: lead, because: 'seen', until: Infinity }]],
  },
  {
    name: 'resolved by the lead',
    events: (c) => [[0, { what: 'resolved', finding: firstFinding(c), by: lead, because: 'seen' }]],
  },
  { name: 'alert to Nurse N.', events: (c) => [[0, { what: 'alert-assigned', alert: firstAlert(c), to: 'Nurse N.' }]] },
  { name: 'alert to nobody', events: (c) => [[0, { what: 'alert-assigned', alert: firstAlert(c), to: ' ' }]] },
  { name: 'alert done', events: (c) => [[0, { what: 'alert-done', alert: firstAlert(c), by: 'Nurse N.' }]] },
  one('diary: no relapse', { what: 'diary', relapse: false }),
  one('diary: relapse', { what: 'diary', relapse: true }),
  one('diary: no answer', { what: 'diary' }),
  { name: 'test watched and discharged', events: () => [...goodTest, discharged] },
  { name: 'test not watched to the end', events: () => [...goodTest.slice(0, 3), discharged] },
  { name: 'discharged', events: () => [discharged] },
  one('stopped', { what: 'stopped', because: 'the patient wishes it' }),
]

/** Ways to the places from which the checker starts, by the machine itself. */
const toStart: readonly Timed[] = [[1, clear], sign('test-dose', 10, 1), ...goodTest, discharged, sign('start', 10)]
const toEvaluation: readonly Timed[] = [...toStart, sign('evaluate'), [28 * day, evaluated(4, true)]]
const toMaintenance: readonly Timed[] = [...toEvaluation, [1, clear], sign('maintain')]
export const roots: Readonly<Record<string, readonly Timed[]>> = {
  referral: [],
  'first doses': toStart,
  'a response shown': toEvaluation,
  maintenance: toMaintenance,
  'the gate': [...toMaintenance, [91 * day, { what: 'day' }]],
  taper: [...toMaintenance, sign('taper', 5)],
  'after the last dose': [...toMaintenance, [0, { what: 'stopped', because: 'planned' }]],
}
