/** The watched test dose, and how long it opens a start. */
import { limitOf } from '../../options/limit.ts'
import type { Guard } from '../guards.ts'
import { dischargeCriteria } from '../test-dose.ts'
import { unless } from './because.ts'

const testRunning: Guard = ({ test }) =>
  unless(test !== undefined && test.dischargedAt === undefined, 'No test dose is being watched.', 'a test dose given')

const testNotRunning: Guard = ({ test, toleratedAt }) =>
  unless(
    test === undefined || (test.dischargedAt !== undefined && toleratedAt !== undefined),
    'A test dose is being watched, or was not tolerated.',
    'no test dose yet, or one that was tolerated and is out of date',
  )

const fitToGoHome: Guard = ({ test }, event, protocol) => {
  const adult = event.what === 'discharged' ? event.adultPresent : undefined
  const unmet = dischargeCriteria(test?.observations ?? [], adult, protocol).filter((c) => !c.met)
  return unless(unmet.length === 0, unmet.map((c) => c.says).join(' '), 'every criterion of discharge')
}

const tolerated: Guard = ({ toleratedAt = NaN, at }, _, protocol) => {
  const days = limitOf(protocol, 'test-dose.validDays').value
  return unless(
    at - toleratedAt >= 0 && at - toleratedAt <= days * 24,
    'No tolerated dose on record, or too long ago.',
    `a test dose tolerated, or regular doses taken, within ${days} d`,
  )
}

const testDoseSize: Guard = ({ slow }, event, protocol) => {
  const most = limitOf(protocol, slow ? 'test-dose.mg.reduced' : 'test-dose.mg').value
  const { mg = NaN, timesPerDay = NaN } = (event.what === 'signed' && event.order) || {}
  return unless(
    mg > 0 && mg <= most && timesPerDay === 1,
    'This is not one test dose.',
    `one dose of at most ${most} mg`,
  )
}

export const testDoseGuards = { testRunning, testNotRunning, fitToGoHome, tolerated, testDoseSize }
