/** How much. The amounts pass the one gate of the pathway, `withinCeilings`. */
import { withinCeilings as brokenCeilings } from '../../ceilings.ts'
import type { DoseRequest } from '../../ceilings.ts'
import { limitOf } from '../../options/limit.ts'
import type { Protocol } from '../../protocol.ts'
import type { Course } from '../course.ts'
import type { CourseEvent, CourseOrder } from '../event.ts'
import type { Guard } from '../guards.ts'
import { judgePressure } from '../pressure.ts'
import { unless } from './because.ts'

const orderOf = (event: CourseEvent): CourseOrder =>
  (event.what === 'signed' && event.order) || { mg: NaN, timesPerDay: NaN, supplyDays: NaN }
const nothing = { mg: 0, timesPerDay: 0 }
const perDay = (dose: { readonly mg: number; readonly timesPerDay: number }) => dose.mg * dose.timesPerDay

const withinCeilings: Guard = (course, event, protocol) => {
  const broken = brokenCeilings(requestOf(course, event, protocol), protocol)
  return unless(
    broken.length === 0,
    broken.map((b) => `${b.rule}: ${b.says}`).join(' '),
    'an order within every ceiling',
  )
}

function requestOf(course: Course, event: CourseEvent, protocol: Protocol): DoseRequest {
  const { dose, weight, slow, changedAt, assessedAt = NaN, at, phase } = course
  const option = event.what === 'signed' ? event.option : undefined
  const settled = phase === 'maintenance' && option !== 'step' && option !== 'start'
  const weighed = at - assessedAt <= limitOf(protocol, 'T08.weight.validDays').value * 24
  return {
    ...orderOf(event),
    titrating: !(settled || option === 'taper'),
    slow,
    ...(weight !== undefined && weighed && { weight }),
    ...(dose && { before: dose }),
    ...(changedAt !== undefined && { hoursSinceStep: at - changedAt }),
  }
}

const doseInForce: Guard = ({ dose }) =>
  unless(dose !== undefined, 'No dose is in force: it was never started, or has lapsed.', 'a dose in force')

const lapsed: Guard = ({ dose, startedAt }) =>
  unless(
    dose === undefined && startedAt !== undefined,
    'A dose is in force: it is not started twice.',
    'a dose that has lapsed after a gap',
  )

const goesUp: Guard = ({ dose = nothing }, event) => {
  const order = orderOf(event)
  return unless(
    order.mg >= dose.mg && order.timesPerDay >= dose.timesPerDay && perDay(order) > perDay(dose),
    'This is not a step up.',
    'more per dose or more doses a day, and neither less',
  )
}

const sameDose: Guard = ({ dose = nothing }, event) => {
  const order = orderOf(event)
  return unless(
    order.mg === dose.mg && order.timesPerDay === dose.timesPerDay,
    'This is not the dose in force.',
    `${dose.mg} mg ${dose.timesPerDay} times a day`,
  )
}

const goesDown: Guard = ({ dose = nothing }, event) => {
  const order = orderOf(event)
  return unless(
    order.mg > 0 && order.timesPerDay > 0 && order.mg <= dose.mg && perDay(order) < perDay(dose),
    'This is not less.',
    'less per day and no more per dose; for nothing at all, stop',
  )
}

const startSize: Guard = ({ slow }, event, protocol) => {
  const order = orderOf(event)
  const most = limitOf(protocol, slow ? 'start.mg.reduced' : 'start.mg').value
  const times = limitOf(protocol, 'start.timesPerDay').value
  return unless(
    order.mg > 0 && order.mg <= most && order.timesPerDay > 0 && order.timesPerDay <= times,
    'This is more than a first dose.',
    `at most ${most} mg ${times} times a day`,
  )
}

/** An unknown pressure holds a step. */
const pressureSinceChange: Guard = ({ pressure, changedAt = NaN, at }, _, protocol) => {
  const days = limitOf(protocol, 'M08.validDays').value
  const fresh = pressure !== undefined && pressure.at > changedAt && at - pressure.at <= days * 24
  return unless(
    fresh && judgePressure(pressure, protocol) === 'within',
    'Blood pressure on the present dose is not known, not fresh, or too high.',
    `a reading within the limits, taken on the present dose and within ${days} d`,
  )
}

const notChasing: Guard = ({ limitedSteps }, _, protocol) => {
  const most = limitOf(protocol, 'T04.limitedSteps').value
  return unless(
    limitedSteps < most,
    `${limitedSteps} steps ended in adverse effects.`,
    `fewer than ${most} such steps: do not chase the dose`,
  )
}

/** In maintenance a step opens a new trial with its own deadline. */
const beforeDeadline: Guard = ({ phase, startedAt = NaN, at }, _, protocol) => {
  const weeks = limitOf(protocol, 'trial.weeksFromStart').value
  return unless(
    phase === 'maintenance' || at - startedAt <= weeks * 168,
    `The trial has lasted more than ${weeks} weeks, or its start is not known.`,
    `a step within ${weeks} weeks of the start; then decide`,
  )
}

export const doseGuards = {
  withinCeilings,
  doseInForce,
  lapsed,
  goesUp,
  sameDose,
  goesDown,
  startSize,
  pressureSinceChange,
  notChasing,
  beforeDeadline,
}
