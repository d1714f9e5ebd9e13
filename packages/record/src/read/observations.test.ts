import { describe, expect, it } from 'vitest'
import { LOINC, UCUM } from '../codes/systems.ts'
import { bundleWith, issuesOf, observation, quantity, read, subject } from './record.fixture.ts'
import { readCase } from './case.ts'

const first = (measure: keyof ReturnType<typeof read>['case']['measurements'], ...resources: unknown[]) =>
  read(...resources).case.measurements[measure]?.[0]

describe('codes', () => {
  it('[RR11] mean nothing without their system: 2106-3 is LOINC urine hCG and the CDC race code for White', () => {
    const race = { system: 'urn:oid:2.16.840.1.113883.6.238', code: '2106-3', display: 'White' }
    const white = observation('x', quantity(80, 'kg'), { code: { coding: [{ ...race, code: '29463-7' }] } })
    const both = read(white, observation('2106-3', undefined, { valueCodeableConcept: { coding: [race] } }))
    expect(both.case.measurements).toEqual({})
    expect(both.issues).toEqual([])
  })

  it('[RR11] of a misspelled system match only when the spelling is in the table', () => {
    const weight = (system: string) =>
      observation('x', quantity(80, 'kg'), { code: { coding: [{ system, code: '29463-7' }] } })
    for (const system of ['https://loinc.org', 'http://loinc.org/', 'urn:oid:2.16.840.1.113883.6.1'])
      expect([system, first('weight', weight(system))?.value]).toEqual([system, 80])
    for (const system of ['https://loinc.org/29463-7', 'loinc', 'constructor']) {
      const result = read(weight(system), weight(system))
      expect(result.case.measurements).toEqual({})
      expect(issuesOf(result)).toEqual([['code-system-unknown', 'code.coding[0].system']])
      expect(result.issues[0]?.message).toContain('1 more')
    }
  })

  it('[RR11] an Observation without a code is an issue', () => {
    expect(issuesOf(read({ resourceType: 'Observation', status: 'final', subject, valueString: 'four' }))).toEqual([
      ['code-missing', 'code'],
    ])
  })
})

describe('measurements', () => {
  it.each([
    ['weight', '29463-7', 150, '[lb_av]', 68.0388555],
    ['weight', '3141-9', 72, 'kg', 72],
    ['ALT', '1742-6', 0.5, 'ukat/L', 30],
    ['AST', '1920-8', 30, '[IU]/L', 30],
    ['GGT', '2324-2', 30, 'U/L', 30],
    ['ALP', '6768-6', 30, 'U/L', 30],
    ['bilirubin', '1975-2', 1, 'mg/dL', 17.1035],
    ['albumin', '1751-7', 4.1, 'g/dL', 41],
    ['creatinine', '2160-0', 1, 'mg/dL', 88.4017],
    ['creatinine', '38483-4', 100, 'umol/L', 100],
    ['eGFR', '98979-8', 90, 'mL/min/{1.73_m2}', 90],
    ['eGFR', '33914-3', 90, 'mL/min', 90],
    ['eGFR', '62238-1', 90, 'mL/min/{1.73_m2}', 90],
    ['painNRS', '72514-3', 3.5703, '{score}', 3.5703],
    ['PHQ9', '44261-6', 12, '{score}', 12],
    ['PEG', '91147-9', 5.3, '{score}', 5.3],
  ] as const)('[RR12] %s (%s) %d %s is %d', (measure, code, value, unit, expected) => {
    const result = read(observation(code, quantity(value, unit)))
    expect(result.issues).toEqual([])
    expect(result.case.measurements[measure]?.[0]?.value).toBeCloseTo(expected, 3)
  })

  it('[RR12] creatinine and bilirubin agree with the conversion factors of the clinic (88.4 and 17.1)', () => {
    expect(first('creatinine', observation('2160-0', quantity(1, 'mg/dL')))?.value).toBeCloseTo(88.4, 1)
    expect(first('bilirubin', observation('1975-2', quantity(1, 'mg/dL')))?.value).toBeCloseTo(17.1, 1)
  })

  it('[RR12] says what was recorded beside what it became, with the day', () => {
    expect(first('weight', observation('29463-7', quantity(150, '[lb_av]')))?.says).toBe(
      'Weight 68 kg (recorded as 150 [lb_av]), 2026-02-20',
    )
  })

  it.each([
    ['unit-missing', { value: 80 }],
    ['unit-unknown', { value: 80, unit: 'stones' }],
    ['unit-unknown', { value: 80, unit: 'kg', system: 'http://other.example', code: 'kg' }],
    ['unit-incommensurable', quantity(80, 'cm')],
    ['unit-contradictory', { value: 80, unit: 'kg', system: UCUM, code: '[lb_av]' }],
    ['value-missing', { unit: 'kg' }],
    ['value-missing', { value: '80', unit: 'kg' }],
    ['value-absurd', quantity(7000, 'kg')],
    ['value-absurd', quantity(0, 'kg')],
    ['value-absurd', quantity(-70, 'kg')],
    ['value-absurd', quantity(7, 'kg')],
    ['value-bounded', quantity(70, 'kg', { comparator: '>' })],
  ])('[RR12][RR13] %s: %j is no weight', (code, value) => {
    const result = read(observation('29463-7', value))
    expect(result.case.measurements).toEqual({})
    expect(result.issues.map((i) => i.code)).toEqual([code])
    expect(result.issues[0]?.path).toMatch(/^Bundle\.entry\[1\]\.resource\.valueQuantity/)
  })

  it('[RR13] a child may weigh what an adult may not', () => {
    expect(first('weight', observation('29463-7', quantity(7, 'kg'), { effectiveDateTime: '1971-01-01' }))?.value).toBe(
      7,
    )
  })

  it('[RR13] a pain score is between 0 and 10, and both ends are pain scores', () => {
    for (const value of [0, 10]) expect(first('painNRS', observation('72514-3', { value }))?.value).toBe(value)
    for (const value of [-0.1, 10.1, 72])
      expect(read(observation('72514-3', { value })).issues[0]?.code).toBe('value-absurd')
    expect(first('painNRS', observation('72514-3', undefined, { valueInteger: 6 }))?.value).toBe(6)
  })

  it('[RR14] a bound never looks better than it is', () => {
    const eGFR = (comparator: string) =>
      first('eGFR', observation('98979-8', quantity(60, 'mL/min/{1.73_m2}', { comparator })))
    expect(eGFR('>')?.value).toBe(60)
    expect(eGFR('>=')?.value).toBe(60)
    expect(eGFR('<')?.value).toBeLessThan(60)
    expect(eGFR('<=')?.value).toBe(60)
    const ALT = (comparator: string) => first('ALT', observation('1742-6', quantity(135, 'U/L', { comparator })))
    expect(ALT('>')?.value).toBeGreaterThan(135)
    expect(ALT('<')?.value).toBe(135)
    expect(ALT('>')?.says).toContain('ALT > 135 U/L')
  })

  it('[RR12] newest first, undated last', () => {
    const on = (effectiveDateTime: string | undefined, value: number) =>
      observation('29463-7', quantity(value, 'kg'), { effectiveDateTime })
    const { weight } = read(on('2025-01-01', 70), on(undefined, 60), on('2026-01-01', 80)).case.measurements
    expect(weight?.map((w) => w.value)).toEqual([80, 70, 60])
  })

  it('[RR8] entered in error, cancelled or only registered is no measurement', () => {
    for (const status of ['entered-in-error', 'cancelled', 'registered'])
      expect(read(observation('29463-7', quantity(70, 'kg'), { status })).case.measurements).toEqual({})
  })

  it('[RR7] after the day is not used, and counted in one issue', () => {
    const on = (effectiveDateTime: string) => observation('29463-7', quantity(70, 'kg'), { effectiveDateTime })
    const result = readCase(bundleWith(on('2026-03-02T23:59:00Z'), on('2026-03-03'), on('2027')), '2026-03-02')
    expect(result.case.measurements.weight).toHaveLength(1)
    expect(issuesOf(result)).toEqual([['in-the-future', 'effectiveDateTime']])
    expect(result.issues[0]?.message).toContain('2 Observation')
  })
})

describe('blood pressure', () => {
  const part = (code: string, value: number, unit = 'mm[Hg]') => ({
    code: { coding: [{ system: LOINC, code }] },
    valueQuantity: quantity(value, unit),
  })
  const panel = (component: object[], code = '85354-9', more: object = {}) =>
    observation(code, undefined, { component, ...more })

  it.each(['85354-9', '55284-4'])('[RR15] is read from panel %s', (code) => {
    const { bloodPressure } = read(panel([part('8462-4', 78), part('8480-6', 124)], code)).case
    expect(bloodPressure).toMatchObject([
      {
        value: { systolic: 124, diastolic: 78 },
        at: '2026-02-20',
        where: 'Bundle.entry[1].resource',
        says: 'Blood pressure 124/78 mm[Hg], 2026-02-20',
      },
    ])
  })

  it('[RR15] is read from two Observations of one moment, and from nothing less', () => {
    const at = (code: string, value: number, effectiveDateTime: string | undefined) =>
      observation(code, quantity(value, 'mm[Hg]'), { effectiveDateTime })
    const paired = read(at('8480-6', 130, '2026-02-01T08:00:00Z'), at('8462-4', 80, '2026-02-01T08:00:00Z'))
    expect(paired.case.bloodPressure.map((p) => p.value)).toEqual([{ systolic: 130, diastolic: 80 }])
    const apart = read(at('8480-6', 130, '2026-02-01'), at('8462-4', 80, '2026-02-02'))
    expect(apart.case.bloodPressure).toEqual([])
    expect(apart.issues.map((i) => i.code)).toEqual(['value-missing', 'value-missing'])
    expect(read(at('8480-6', 130, undefined), at('8462-4', 80, undefined)).case.bloodPressure).toEqual([])
  })

  it('[RR12] is converted from kPa', () => {
    expect(
      read(panel([part('8480-6', 16, 'kPa'), part('8462-4', 10.5, 'kPa')])).case.bloodPressure[0]?.value.systolic,
    ).toBeCloseTo(120.01, 1)
  })

  it.each([
    ['value-absurd', [part('8480-6', 0), part('8462-4', 0)]],
    ['value-absurd', [part('8480-6', 80), part('8462-4', 80)]],
    ['value-absurd', [part('8480-6', 78), part('8462-4', 124)]],
    ['value-absurd', [part('8480-6', 1240), part('8462-4', 78)]],
    ['value-missing', [part('8480-6', 124)]],
    ['value-missing', []],
    ['value-ambiguous', [part('8480-6', 124), part('8480-6', 150), part('8462-4', 78)]],
    ['unit-incommensurable', [part('8480-6', 124, 'kg'), part('8462-4', 78)]],
  ])('[RR13][RR15] %s is none', (code, component) => {
    const result = read(panel(component))
    expect(result.case.bloodPressure).toEqual([])
    expect(result.issues.map((i) => i.code)).toEqual([code])
  })
})
