import { describe, expect, it } from 'vitest'
import { ICD10, ICD10CM, ICD11, SNOMED } from '../codes/systems.ts'
import { condition, issuesOf, read, subject } from './record.fixture.ts'

const only = (...resources: unknown[]) => read(...resources).case.conditions.map((c) => c.value)
const kinds = (system: string, code: string, more: object = {}) => only(condition(system, code, more))[0]?.kinds

describe('what a code means', () => {
  it.each([
    [SNOMED, '84757009', ['epilepsy']],
    [SNOMED, '128613002', ['epilepsy']],
    [SNOMED, '95417003', ['fibromyalgia', 'chronic-primary-pain', 'chronic-pain']],
    [SNOMED, '82423001', ['chronic-pain']],
    [SNOMED, '368581000119106', ['nerve-lesion']],
    [SNOMED, '69896004', ['tissue-damage']],
    [SNOMED, '49436004', ['arrhythmia', 'heart-disease']],
    [SNOMED, '58214004', ['psychosis']],
    [SNOMED, '431855005', []],
    [ICD10CM, 'F20.9', ['psychosis']],
    [ICD10CM, 'F31.81', ['mania']],
    [ICD10CM, 'F32.3', ['psychosis', 'depression']],
    [ICD10CM, 'F17.210', []],
    [ICD10CM, 'F11.20', ['substance-use-disorder']],
    [ICD10CM, 'F19.959', ['psychosis', 'substance-use-disorder']],
    [ICD10CM, 'G40.909', ['epilepsy']],
    [ICD10CM, 'E11.42', ['nerve-lesion']],
    [ICD10CM, 'E11.43', []],
    [ICD10CM, 'I21.4', ['myocardial-infarction', 'heart-disease']],
    [ICD10CM, 'I63.9', ['stroke']],
    [ICD10CM, 'N18.1', []],
    [ICD10CM, 'N18.30', ['renal-impairment']],
    [ICD10CM, 'H40.001', []],
    [ICD10CM, 'T40.2X1A', ['overdose']],
    [ICD10CM, 'T40.2X2A', ['overdose', 'suicidality']],
    [ICD10CM, 'T40.2X5A', []],
    [ICD10CM, 'O80', []],
    [ICD10CM, 'Z33.1', ['pregnancy']],
    [ICD10, 'T40.2', ['overdose']],
    [ICD10, 'X64', ['suicidality']],
    [ICD11, 'MG30.5', ['chronic-pain', 'nerve-lesion']],
    [ICD11, 'MG30.01', ['chronic-pain', 'chronic-primary-pain', 'fibromyalgia']],
    [SNOMED, 'F20.9', []],
    ['http://other.example', '84757009', []],
    [SNOMED, 'constructor', []],
  ])('[RR16] %s %s: %j', (system, code, expected) => {
    expect(kinds(system, code)).toEqual(expected)
  })

  it('[RR16] text is never used to guess', () => {
    const named = only({ ...condition(SNOMED, '1'), code: { text: 'Schizophrenia' } })
    expect(named).toMatchObject([{ kinds: [], name: 'Schizophrenia' }])
  })

  it('[RR16] a pain is chronic once it has been active for three months', () => {
    const lowBack = (onsetDateTime: string, more: object = {}) => kinds(ICD10CM, 'M54.5', { onsetDateTime, ...more })
    expect(lowBack('2025-11-30')).toEqual(['chronic-pain'])
    expect(lowBack('2025-12-01')).toEqual([])
    expect(lowBack('2020')).toEqual([])
    expect(lowBack('2020-01-01', { clinicalStatus: { coding: [{ code: 'resolved' }] } })).toEqual([])
    expect(kinds(SNOMED, '239872002')).toEqual(['tissue-damage'])
  })
})

describe('status', () => {
  const status = (more: object) => only(condition(SNOMED, '84757009', more))[0]?.status
  const clinical = (code: string) => ({ clinicalStatus: { coding: [{ code }] } })

  it('[RR16] is active, resolved, an explicit no, or unknown', () => {
    for (const code of ['active', 'recurrence', 'relapse']) expect(status(clinical(code))).toBe('active')
    for (const code of ['inactive', 'remission', 'resolved']) expect(status(clinical(code))).toBe('resolved')
    expect(status({ verificationStatus: { coding: [{ code: 'refuted' }] } })).toBe('refuted')
    expect(status({ clinicalStatus: undefined })).toBe('unknown')
    expect(status({ clinicalStatus: undefined, abatementDateTime: '2025-01-01' })).toBe('resolved')
  })

  it('[RR16] active and ended at once is read as active, with an issue', () => {
    const result = read(condition(SNOMED, '84757009', { abatementDateTime: '2025-01-01' }))
    expect(result.case.conditions[0]?.value).toMatchObject({ status: 'active' })
    expect(issuesOf(result)).toEqual([['status-contradictory', 'clinicalStatus']])
  })

  it('[RR7] what ended after the day had not ended; what began or was recorded after it is not used', () => {
    const later = only(condition(SNOMED, '84757009', { ...clinical('resolved'), abatementDateTime: '2026-04-01' }))
    expect(later).toEqual([expect.objectContaining({ status: 'active' })])
    expect(later[0]).not.toHaveProperty('abatement')
    for (const field of ['onsetDateTime', 'recordedDate']) {
      const result = read(condition(SNOMED, '84757009', { [field]: '2026-03-03' }))
      expect(result.case.conditions).toEqual([])
      expect(issuesOf(result)).toEqual([['in-the-future', field]])
    }
  })

  it('[RR8] entered in error is no diagnosis', () => {
    expect(
      only(condition(SNOMED, '84757009', { verificationStatus: { coding: [{ code: 'entered-in-error' }] } })),
    ).toEqual([])
  })

  it('[RR16] provisional is said aloud', () => {
    expect(
      read(condition(SNOMED, '84757009', { verificationStatus: { coding: [{ code: 'provisional' }] } })).case
        .conditions[0]?.says,
    ).toBe('display of 84757009 (provisional, active, since 2020-01-01)')
  })
})

describe('not recognised', () => {
  it('[RR17] is kept, and is an issue only where that is worth a look', () => {
    expect(issuesOf(read(condition(SNOMED, '24079001')))).toEqual([])
    expect(issuesOf(read(condition('http://clinic.example/codes', 'x')))).toEqual([
      ['code-system-unknown', 'code.coding[0].system'],
    ])
    expect(issuesOf(read({ ...condition(SNOMED, '1'), code: { text: 'Sore toe' } }))).toEqual([
      ['code-missing', 'code'],
    ])
    const chronic = {
      code: { coding: [{ system: SNOMED, code: '31027006', display: 'Schizoaffective disorder, bipolar type' }] },
    }
    const result = read({ ...condition(SNOMED, '1'), ...chronic })
    expect(result.case.conditions[0]?.value.kinds).toEqual([])
    expect(result.issues[0]).toMatchObject({
      code: 'condition-not-recognised',
      message: expect.stringContaining('psychosis') as string,
    })
  })

  it('[RR17] with neither code nor text is not used', () => {
    const result = read({ ...condition(SNOMED, '1'), code: {} })
    expect(result.case.conditions).toEqual([])
    expect(issuesOf(result)).toEqual([['code-missing', 'code']])
  })
})

it('[RR18] an allergy to ketamine is a condition, by code or by name; another allergy is not', () => {
  const allergy = (code: object, more: object = {}) => ({
    resourceType: 'AllergyIntolerance',
    patient: subject,
    code,
    clinicalStatus: { coding: [{ code: 'active' }] },
    ...more,
  })
  expect(only(allergy({ coding: [{ system: SNOMED, code: '373464007' }] }))).toMatchObject([
    { kinds: ['ketamine-allergy'], status: 'active' },
  ])
  expect(only(allergy({ text: 'Ketalar' }))[0]?.kinds).toEqual(['ketamine-allergy'])
  expect(only(allergy({ text: 'Ketalar' }, { verificationStatus: { coding: [{ code: 'refuted' }] } }))[0]?.status).toBe(
    'refuted',
  )
  expect(only(allergy({ text: 'Peanut' }))).toEqual([])
})
