import { expect, it } from 'vitest'
import { SNOMED } from '../codes/systems.ts'
import { read, subject } from './record.fixture.ts'

const procedure = (code: string, more: object = {}) => ({
  resourceType: 'Procedure',
  status: 'completed',
  subject,
  code: { coding: [{ system: SNOMED, code }] },
  performedDateTime: '2025-01-10',
  ...more,
})
const only = (...resources: unknown[]) => read(...resources).case.treatments.map((t) => t.value)

it('[RR22] a referral is a referral, however completed', () => {
  for (const [code, kind] of [
    ['308449000', 'physical'],
    ['444831000124102', 'physical'],
    ['81294000', 'psychological'],
  ]) {
    expect(only(procedure(code!))).toMatchObject([{ class: kind, evidence: 'referral-only' }])
  }
})

it('[RR22] a request, a plan or an unfinished therapy is not a trial', () => {
  expect(
    only({ ...procedure('228557008'), resourceType: 'ServiceRequest', intent: 'order', authoredOn: '2025-01-01' }),
  ).toMatchObject([{ evidence: 'referral-only' }])
  for (const status of ['preparation', 'in-progress', 'stopped', 'unknown'])
    expect(only(procedure('228557008', { status }))).toMatchObject([{ evidence: 'referral-only' }])
  expect(only(procedure('228557008', { status: 'not-done' }))).toEqual([])
})

it('[RR22] a therapy that took place has the days that its period says', () => {
  const period = (start: string, end: string) =>
    procedure('228557008', { performedDateTime: undefined, performedPeriod: { start, end } })
  expect(only(period('2025-01-01', '2025-03-26'))).toEqual([
    { class: 'psychological', name: 'Cognitive behavioural therapy', days: 84, evidence: 'trial-documented' },
  ])
  expect(only(period('2026-01-01', '2027-01-01'))[0]).not.toHaveProperty('days')
  expect(only(procedure('91251008'))[0]).toEqual({
    class: 'physical',
    name: 'Physiotherapy',
    evidence: 'trial-documented',
  })
})

it('[RR22] another procedure is no treatment of pain', () => {
  expect(only(procedure('73761001'), procedure('constructor'))).toEqual([])
})
