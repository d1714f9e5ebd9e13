import { createRequire } from 'node:module'
import { readBundle, validate } from '@anodyne/record'
import { expect, it } from 'vitest'
import { sample } from '../sample.fixture.ts'
import type { AnyResource, Bundle } from './fhir.ts'
import { proposal } from './index.ts'

// Two validators by other people, each with its own copy of the R4 definitions, beside the record package's.
const require = createRequire(import.meta.url)
const { Fhir } = require('fhir') as { Fhir: new () => { validate(r: unknown): { messages: { severity: string }[] } } }
const JsonSchema = require('@asymmetrik/fhir-json-schema-validator') as new () => { validate(r: unknown): unknown[] }
const lantana = new Fhir()
const jsonSchema = new JsonSchema()
const complaints = (resource: Bundle | AnyResource): unknown[] => [
  ...validate(resource),
  ...lantana.validate(resource).messages.filter(({ severity }) => severity === 'error' || severity === 'fatal'),
  ...jsonSchema.validate(resource),
]

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

it('[CL21] is valid R4 by three validators, resource by resource and whole', () => {
  expect(complaints({ resourceType: 'Patient', gender: 5 } as unknown as AnyResource)).not.toEqual([])
  for (const assessment of [sample, open]) {
    const bundle = proposal(assessment, record)
    for (const resource of [...resources(bundle), bundle])
      expect({ [resource.resourceType]: complaints(resource) }).toEqual({ [resource.resourceType]: [] })
  }
})

it('[CL21] holds nothing that can be taken for an order', () => {
  const bundle = proposal(open, record)
  expect(bundle.type).toBe('collection')
  for (const type of ['ServiceRequest', 'Task', 'Provenance']) expect(ofType(bundle, type)).toEqual([])
  for (const resource of ['MedicationRequest', 'RequestGroup', 'CarePlan'].flatMap((type) => ofType(bundle, type))) {
    expect(resource).toMatchObject({ status: 'draft', intent: 'proposal' })
    expect(JSON.stringify(resource)).toContain('not signed, not an order')
    expect(JSON.stringify(resource)).toContain('not approved for care')
  }
  for (const issue of ofType(bundle, 'DetectedIssue')) expect(issue).toMatchObject({ status: 'preliminary' })
})

it('[CL21] a blocked option has no MedicationRequest, and says what blocks it', () => {
  const bundle = proposal(sample, record)
  expect(ofType(bundle, 'MedicationRequest')).toEqual([])
  expect(JSON.stringify(ofType(bundle, 'CarePlan'))).toContain('Cannot be signed: E01, E06')
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

it('[CL21] a taper is written stage by stage, and its end as nothing to take', () => {
  const dose = { ...testDose.dose!, timesPerDay: 3 }
  const half = { ...dose, mg: 5, mL: 0.5 }
  const nothing = { ...dose, mg: 0, mL: 0 }
  const stages = [dose, half, nothing].map((of) => ({ dose: of, days: 7 }))
  const taper = { ...testDose, blockedBy: [], regimen: { dose, days: 21, mgPerDay: 30, stages } }
  const bundle = proposal({ ...sample, options: [taper] }, record)
  const [request] = ofType(bundle, 'MedicationRequest')
  expect(complaints(request as AnyResource)).toEqual([])
  expect(request).toMatchObject({
    dosageInstruction: [
      { sequence: 1, doseAndRate: [{ doseQuantity: { value: 10 } }, {}] },
      { sequence: 2, doseAndRate: [{ doseQuantity: { value: 5 } }, {}] },
    ],
  })
})
