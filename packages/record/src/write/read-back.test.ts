import type { Bundle, Patient } from '@medplum/fhirtypes'
import { optionKinds } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { readCase } from '../read/index.ts'
import { planOf } from './plan.fixture.ts'
import { writePlan } from './write-plan.ts'

const ann: Patient = { resourceType: 'Patient', id: 'ann', birthDate: '1970-02-28' }

function readBack(kind: (typeof optionKinds)[number]) {
  const written = writePlan(planOf(kind), { name: 'Walk to the shop', met: false })
  const record: Bundle = { ...written, type: 'collection', entry: [{ resource: ann }, ...(written.entry ?? [])] }
  return readCase(record, '2026-03-03')
}

it.each(optionKinds)('[WP11] a plan to %s is read back without an issue, with its goal', (kind) => {
  const { case: facts, issues } = readBack(kind)
  expect(issues).toEqual([])
  expect(facts.ketamine.goal?.value).toEqual({ name: 'Walk to the shop', met: false })
})

it.each(['test-dose', 'start', 'step', 'reduce', 'taper'] as const)(
  '[WP11] the dose of a %s is the same dose',
  (kind) => {
    const { ketamine } = readBack(kind).case
    const { regimen } = planOf(kind).option
    const { mg, mL, strength, timesPerDay, substance, route } = regimen?.dose ?? {}
    expect(ketamine.order?.value).toEqual({
      mg,
      mL,
      strength,
      timesPerDay,
      substance,
      route,
      supplyDays: regimen?.days,
    })
  },
)

it('[WP11] after a stop no order is in force, and the phase says so', () => {
  const { ketamine } = readBack('stop').case
  expect(ketamine.order).toBeUndefined()
  expect(ketamine.phase).toBe('stopped')
  expect(readBack('taper').case.ketamine.phase).toBe('taper')
})
