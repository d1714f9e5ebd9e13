/** Small records for tests: one made-up Patient and whatever is under test, read on one day. */
import type { Bundle } from '@medplum/fhirtypes'
import { LOINC, UCUM } from '../codes/systems.ts'
import { readCase } from './case.ts'

export const DAY = '2026-03-02'
export const subject = { reference: 'Patient/p' }
export const patient = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1970-06-15' }

/** The cast stands for the outside world, which may send anything. */
export const bundleWith = (...resources: readonly unknown[]): Bundle =>
  ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient, ...resources].map((resource) => ({ resource })),
  }) as unknown as Bundle

export const read = (...resources: readonly unknown[]) => readCase(bundleWith(...resources), DAY)

/** `[code, last part of the path]` of every issue. */
export const issuesOf = ({ issues }: ReturnType<typeof read>) =>
  issues.map((i) => [i.code, i.path.replace(/^Bundle\.entry\[\d+\]\.resource\.?/, '')])

export function observation(code: string, value: object | undefined, more: object = {}) {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: LOINC, code }] },
    subject,
    effectiveDateTime: '2026-02-20',
    ...(value && { valueQuantity: value }),
    ...more,
  }
}

export const quantity = (value: number, code: string, more: object = {}) => ({
  value,
  unit: code,
  system: UCUM,
  code,
  ...more,
})

export function condition(system: string, code: string, more: object = {}) {
  return {
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { coding: [{ system, code, display: `display of ${code}` }] },
    subject,
    onsetDateTime: '2020-01-01',
    ...more,
  }
}

export function medication(concept: object, more: object = {}) {
  return {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: concept,
    subject,
    authoredOn: '2026-01-05',
    ...more,
  }
}
