import { describe, expect, it } from 'vitest'
import { TAGS } from '../codes/anodyne.ts'
import { readCase } from './case.ts'
import { DAY, observation, patient, quantity, subject } from './record.fixture.ts'

const about = (person: object, ...resources: object[]) =>
  readCase(
    {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { fullUrl: 'https://clinic.example/fhir/Patient/p', resource: { ...patient, ...person } },
        ...resources.map((resource) => ({ resource })),
      ],
    } as never,
    DAY,
  )
const codes = (result: ReturnType<typeof about>) => result.issues.map((i) => [i.code, i.path])

describe('who', () => {
  it('[RR9] age is whole years on the day', () => {
    expect(about({}).case.person).toEqual({
      id: 'p',
      birthDate: '1970-06-15',
      age: 55,
      sex: 'female',
      synthetic: false,
    })
    expect(
      about({ name: [{ family: 'B' }, { use: 'official', given: ['A', 'C'], family: 'D' }] }).case.person.name,
    ).toBe('A C D')
  })

  it.each([
    [{ birthDate: undefined }, 'birth-date-missing'],
    [{ birthDate: undefined, _birthDate: { extension: [] } }, 'birth-date-missing'],
    [{ birthDate: '1980-02-30' }, 'birth-date-unreadable'],
    [{ birthDate: 1980 }, 'birth-date-unreadable'],
    [{ birthDate: '2027-01-01' }, 'birth-date-unreadable'],
    [{ birthDate: '1870-01-01' }, 'birth-date-unreadable'],
    [{ birthDate: '1970' }, 'birth-date-partial'],
  ])('[RR9] %j leaves the age unknown', (person, code) => {
    const result = about(person)
    expect(result.case.person).not.toHaveProperty('age')
    expect(codes(result)).toEqual([[code, 'Bundle.entry[0].resource.birthDate']])
  })

  it('[RR9] a death on record is an issue, a later one is not', () => {
    expect(codes(about({ deceasedBoolean: true }))).toEqual([
      ['patient-deceased', 'Bundle.entry[0].resource.deceasedBoolean'],
    ])
    expect(codes(about({ deceasedDateTime: '2026-03-02' }))).toEqual([
      ['patient-deceased', 'Bundle.entry[0].resource.deceasedDateTime'],
    ])
    expect(codes(about({ deceasedDateTime: 'last year' }))).toHaveLength(1)
    expect(codes(about({ deceasedDateTime: '2026-03-03' }))).toEqual([])
    expect(codes(about({ deceasedBoolean: false }))).toEqual([])
  })

  it('[RR10] is synthetic by a mark in the record, never by a name', () => {
    const marked = (meta: object) => about({ meta }).case.person.synthetic
    expect(marked({ tag: [{ system: TAGS, code: 'synthetic' }] })).toBe(true)
    expect(
      marked({ security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] }),
    ).toBe(true)
    expect(
      about({ identifier: [{ system: 'https://github.com/synthetichealth/synthea', value: 'x' }] }).case.person
        .synthetic,
    ).toBe(true)
    expect(marked({ tag: [{ system: 'https://other.example', code: 'synthetic' }] })).toBe(false)
    expect(about({ name: [{ family: 'Demo-Test' }] }).case.person.synthetic).toBe(false)
  })
})

describe('whose', () => {
  const weight = (reference: string | undefined) =>
    observation('29463-7', quantity(70, 'kg'), { subject: reference === undefined ? undefined : { reference } })

  it('[RR6] by id, by fullUrl, with or without a version', () => {
    for (const reference of [
      'Patient/p',
      'Patient/p/_history/3',
      'https://clinic.example/fhir/Patient/p',
      'https://clinic.example/fhir/Patient/p/_history/1',
    ])
      expect([reference, about({}, weight(reference)).case.measurements.weight?.length]).toEqual([reference, 1])
  })

  it('[RR6] nobody else: issues, grouped', () => {
    for (const reference of ['Patient/q', 'https://other.example/fhir/Patient/p', 'urn:uuid:p', 'p', 'Group/p']) {
      const result = about({}, weight(reference), weight(reference))
      expect(result.case.measurements).toEqual({})
      expect(codes(result)).toEqual([['subject-not-patient', 'Bundle.entry[1].resource.subject']])
    }
    expect(codes(about({}, weight(undefined)))).toEqual([['subject-missing', 'Bundle.entry[1].resource.subject']])
  })

  it('[RR6] a medicine of somebody else does not make the list known', () => {
    expect(
      about({}, { resourceType: 'MedicationRequest', status: 'active', subject: { reference: 'Patient/q' } }).case,
    ).not.toHaveProperty('medications')
    expect(about({}, { resourceType: 'MedicationRequest', status: 'active', subject }).case.medications).toHaveLength(1)
  })
})

it('a day that is no date is the caller’s error', () => {
  for (const day of ['', 'today', '2026', '2026-02-30'])
    expect(() =>
      readCase({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient }] } as never, day),
    ).toThrow(RangeError)
})
