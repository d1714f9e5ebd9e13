import { createRequire } from 'node:module'
import type { Bundle, MedicationRequest, Resource } from '@medplum/fhirtypes'
import { type OptionKind, optionKinds } from '@anodyne/pathway'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, hashOf } from '../hash.ts'
import { validate } from '../validate/validate.ts'
import { doseOf, planOf, regimenOf } from './plan.fixture.ts'
import { writePlan } from './write-plan.ts'

// Two validators by other people, each with its own copy of the R4 definitions.
const require = createRequire(import.meta.url)
const { Fhir } = require('fhir') as { Fhir: new () => { validate(r: unknown): { messages: LantanaMessage[] } } }
const JsonSchema = require('@asymmetrik/fhir-json-schema-validator') as new () => { validate(r: unknown): unknown[] }
interface LantanaMessage {
  readonly severity: string
  readonly location: string
  readonly message: string
}
const lantana = new Fhir()
const jsonSchema = new JsonSchema()

/** What any of the three says against it. */
function complaints(resource: Resource): unknown[] {
  const serious = lantana.validate(resource).messages.filter((m) => m.severity === 'error' || m.severity === 'fatal')
  return [...validate(resource), ...serious, ...jsonSchema.validate(resource)]
}

function resources<T extends Resource['resourceType']>(
  bundle: Bundle,
  type: T,
): Extract<Resource, { resourceType: T }>[] {
  return (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === type ? [resource as Extract<Resource, { resourceType: T }>] : [],
  )
}

const order = (kind: OptionKind, change = {}): MedicationRequest | undefined =>
  resources(writePlan(planOf(kind, change)), 'MedicationRequest')[0]

const goal = { name: 'Walk to the shop and back', met: false }

it('[WP1] the oracles do complain of what is wrong', () => {
  const wrong = { ...order('start'), status: 'paused' } as unknown as Resource
  expect(validate(wrong)).not.toEqual([])
  expect(lantana.validate(wrong).messages.some((m) => m.severity === 'error')).toBe(true)
  expect(jsonSchema.validate({ resourceType: 'Patient', gender: 5 })).not.toEqual([])
})

it.each(optionKinds)('[WP1] a plan to %s is valid R4 by three validators, resource by resource and whole', (kind) => {
  for (const change of [{}, { synthetic: false, signed: true }]) {
    const bundle = writePlan(planOf(kind, change), goal)
    const all = [...(bundle.entry ?? []).flatMap((e) => e.resource ?? []), bundle]
    for (const resource of all)
      expect({ [resource.resourceType]: complaints(resource) }).toEqual({ [resource.resourceType]: [] })
  }
})

it('[WP1] stays valid whatever the dose, the words and the number of things to watch', () => {
  const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((s) => s.trim() === s && !/\p{C}/u.test(s))
  const item = fc.record({ what: words, when: words, rule: fc.constantFrom('T07', 'M13') })
  const sample = fc.record({
    mg: fc.integer({ min: 1, max: 100 }),
    times: fc.integer({ min: 1, max: 4 }),
    title: words,
    watch: fc.array(item),
  })
  fc.assert(
    fc.property(sample, ({ mg, times, title, watch }) => {
      const plan = planOf('step', { option: { title, monitoring: watch, regimen: regimenOf(doseOf(mg, times), 7) } })
      for (const { resource } of writePlan(plan).entry ?? []) expect(resource && complaints(resource)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('[WP1] a no-break space, which an R4 string may not hold, is written as a space; the snapshot keeps it', () => {
  const plan = planOf('start', { option: { title: 'Start\u00A010\u202Fmg' } })
  const bundle = writePlan(plan)
  expect(resources(bundle, 'CarePlan')[0]?.title).toBe('Start 10 mg')
  for (const { resource } of bundle.entry ?? []) expect(resource && complaints(resource)).toEqual([])
  expect(Buffer.from(resources(bundle, 'Binary')[0]?.data ?? '', 'base64').toString('utf8')).toBe(canonicalJson(plan))
})

it('[WP2] the same plan gives the same bytes, another plan other ids', () => {
  const bytes = JSON.stringify(writePlan(planOf('start')))
  expect(JSON.stringify(writePlan(JSON.parse(JSON.stringify(planOf('start')))))).toBe(bytes)
  const ids = (id: string) => (writePlan(planOf('start', { id })).entry ?? []).map((e) => e.request?.url)
  const [a, b] = [ids('a'.repeat(64)), ids('b'.repeat(64))]
  expect(new Set([...a, ...b]).size).toBe(a.length + b.length)
})

it.each(optionKinds)(
  '[WP3] a plan to %s refers to the patient in every resource, and to nothing that is not there',
  (kind) => {
    const bundle = writePlan(planOf(kind), goal)
    const all = (bundle.entry ?? []).flatMap((e) => e.resource ?? [])
    const present = new Set(all.map((r) => `${r.resourceType}/${r.id}`))
    for (const resource of all) {
      const references = [...JSON.stringify(resource).matchAll(/"reference":"([^"#]+)"/g)].map((m) => m[1] ?? '')
      if (resource.resourceType !== 'Provenance') expect(references).toContain('Patient/ann')
      expect(references.filter((r) => r !== 'Patient/ann' && !present.has(r))).toEqual([])
    }
    // The signature covers every resource but itself and the plan's own text, which it names as its source.
    const signed = resources(bundle, 'Provenance')[0]
    expect(signed?.target.map((t) => t.reference).sort()).toEqual(
      [...present].filter((r) => !/^(Provenance|Binary)/.test(r)).sort(),
    )
  },
)

it('[WP4] a dose is mg and mL and strength and times a day, in words and as quantities', () => {
  const request = order('step')
  expect(request).toMatchObject({ status: 'active', intent: 'order', subject: { reference: 'Patient/ann' } })
  expect(request?.medicationCodeableConcept).toEqual({
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '6130', display: 'ketamine' }],
    text: 'Ketamine (racemic) oral solution 10 mg/mL, strength as ketamine free base',
  })
  const [dosage] = request?.dosageInstruction ?? []
  expect(dosage?.text).toBe(
    '15 mg = 1.5 mL of ketamine oral solution 10 mg/mL (as free base), by mouth, 3 times a day, for 7 days. At most 45 mg a day.',
  )
  const quantities = dosage?.doseAndRate?.map((d) => [
    d.type?.coding?.[0]?.code,
    d.doseQuantity?.value,
    d.doseQuantity?.code,
  ])
  expect(quantities).toEqual([
    ['ordered', 15, 'mg'],
    ['calculated', 1.5, 'mL'],
  ])
  expect(dosage?.timing?.repeat).toMatchObject({
    frequency: 3,
    period: 1,
    periodUnit: 'd',
    boundsDuration: { value: 7, code: 'd' },
  })
  expect(dosage?.maxDosePerPeriod).toMatchObject({
    numerator: { value: 45, code: 'mg' },
    denominator: { value: 1, code: 'd' },
  })
  // 1.5 mL × 3 × 7
  expect(request?.dispenseRequest).toMatchObject({
    quantity: { value: 31.5, code: 'mL' },
    expectedSupplyDuration: { value: 7, code: 'd' },
  })
})

it('[WP4] a taper is a sequence of doses, in order', () => {
  const steps = order('taper')?.dosageInstruction?.map((d) => [
    d.sequence,
    d.doseAndRate?.[0]?.doseQuantity?.value,
    d.timing?.repeat?.frequency,
    d.timing?.repeat?.boundsDuration?.value,
    d.maxDosePerPeriod?.numerator?.value,
  ])
  expect(steps).toEqual([
    [1, 15, 3, 7, 45],
    [2, 10, 3, 7, 30],
    [3, 5, 2, 7, 10],
  ])
  const texts = order('taper')?.dosageInstruction?.map((d) => d.text ?? '') ?? []
  expect(texts.map((t) => t.endsWith('Then stop: take no more.'))).toEqual([false, false, true])
  // 1.5 mL × 3 × 7 + 1 mL × 3 × 7 + 0.5 mL × 2 × 2: what may be dispensed is 16 days of it.
  expect(order('taper')?.dispenseRequest).toMatchObject({
    quantity: { value: 54.5, code: 'mL' },
    expectedSupplyDuration: { value: 16 },
  })
})

it('[WP4] nothing is prescribed where nothing is to be given', () => {
  expect(order('decline')).toBeUndefined()
  expect(order('hold')).toBeUndefined()
  for (const phase of ['assessment', 'test-dose', 'follow-up']) expect(order('stop', { phase })).toBeUndefined()
  expect(order('stop', { phase: 'maintenance' })).toMatchObject({
    status: 'stopped',
    dosageInstruction: [{ text: expect.stringContaining('take no more') }],
  })
})

it('[WP5] a dose that contradicts itself is never written', () => {
  const good = regimenOf(doseOf(10, 3), 7)
  const write = (regimen: object) => () => writePlan(planOf('start', { option: { regimen: regimen as typeof good } }))
  expect(write(good)).not.toThrow()
  expect(write({ ...good, dose: { ...good.dose, mL: 10 } })).toThrow('10 mL × 10 mg/mL is not 10 mg')
  expect(write({ ...good, dose: { ...good.dose, mg: Number.NaN } })).toThrow('mg is NaN')
  expect(write({ ...good, dose: { ...good.dose, timesPerDay: 1.5 } })).toThrow('no whole number')
  expect(write({ ...good, mgPerDay: 40 })).toThrow('40 mg a day')
  expect(write({ ...good, days: 0 })).toThrow('days is 0')
  expect(write({ ...good, stages: [] })).toThrow('stages holds no dose')
  expect(write({ ...good, stages: [{ dose: doseOf(0, 3), days: 7 }] })).toThrow('stages holds no dose')
  const pause = [doseOf(10, 3), doseOf(0, 3), doseOf(10, 3)].map((dose) => ({ dose, days: 7 }))
  expect(write({ ...good, stages: pause })).toThrow('mg is 0')
  expect(write({ ...good, stages: [{ dose: { ...good.dose, mg: 100 }, days: 7 }] })).toThrow('is not 100 mg')
})

it('[WP5] a blocked option is never written', () => {
  expect(() => writePlan(planOf('start', { option: { blockedBy: ['E06', 'E11'] } }))).toThrow('blocked by E06, E11')
})

it('[WP6] everything to be watched is asked for and has someone who must do it, by its date', () => {
  const bundle = writePlan(planOf('start'))
  const asked = resources(bundle, 'ServiceRequest').map((s) => [
    s.code?.text,
    s.occurrenceDateTime ?? s.occurrenceTiming?.code?.text,
  ])
  expect(asked).toEqual([
    ['Blood pressure', 'before the dose, then at 30, 60 and 120 min'],
    ['ALT, AST, ALP, GGT', '2026-03-30'],
  ])
  const tasks = resources(bundle, 'Task').map((t) => [t.focus?.reference, t.restriction?.period?.end, t.for?.reference])
  expect(tasks).toEqual([
    ['ServiceRequest/plan-start-watch-1', undefined, 'Patient/ann'],
    ['ServiceRequest/plan-start-watch-2', '2026-03-30', 'Patient/ann'],
  ])
})

it('[WP7] every finding that is not clear is there, with what was seen; missing is never low', () => {
  const issues = resources(writePlan(planOf('hold')), 'DetectedIssue')
  expect(issues.map((i) => [i.code?.coding?.[0]?.code, i.code?.coding?.[1]?.code, i.severity])).toEqual([
    ['I01', 'stop', 'high'],
    ['E06', 'hold', 'high'],
    ['E11', 'missing', 'moderate'],
    ['I10', 'caution', 'moderate'],
  ])
  expect(issues[1]?.evidence?.[0]?.code?.[0]?.text).toBe('Blood pressure 171/107 mm[Hg], 2026-03-01')
  expect(issues[2]?.mitigation?.[0]?.action.text).toContain('Measure ALT')
  expect(issues.every((i) => i.identifiedDateTime === '2026-03-02' && i.status === 'final')).toBe(true)
})

it('[WP8] the decision carries the hashes of what it rests on, and the plan itself, exactly', () => {
  const plan = planOf('step')
  const bundle = writePlan(plan)
  const [guidance] = resources(bundle, 'GuidanceResponse')
  const text = JSON.stringify(guidance?.contained)
  const { model, protocol, record } = plan.assessment
  for (const hash of [record, model.hash, protocol.hash, hashOf(plan), hashOf(plan.option)])
    expect(text).toContain(hash)
  const [binary] = resources(bundle, 'Binary')
  const json = Buffer.from(binary?.data ?? '', 'base64').toString('utf8')
  expect(json).toBe(canonicalJson(plan))
  expect(JSON.parse(json)).toEqual(plan)
})

it('[WP8] says who signed, and when', () => {
  expect(resources(writePlan(planOf('step')), 'Provenance')[0]).toMatchObject({
    recorded: '2026-03-02T10:15:00.000Z',
    agent: [{ who: { display: 'Dr Ada Example', type: 'Practitioner' }, role: [{ text: 'prescriber' }] }],
  })
})

it('[WP9] an unsigned protocol is said on the plan and on the prescription; a signed one is not', () => {
  const said = (signed: boolean) => {
    const bundle = writePlan(planOf('start', { signed }))
    const noted = [...resources(bundle, 'CarePlan'), ...resources(bundle, 'MedicationRequest')]
    return noted.map((r) => (r.note ?? []).some((n) => n.text.includes('not approved for care')))
  }
  expect(said(false)).toEqual([true, true])
  expect(said(true)).toEqual([false, false])
})

it('[WP9] a test record says so, in code and in words, on every resource; a person’s never does', () => {
  const marked = (synthetic: boolean) =>
    (writePlan(planOf('step', { synthetic }), goal).entry ?? []).map(({ resource }) => {
      const label = resource?.meta?.security?.some((s) => s.code === 'HTEST') ?? false
      const words = resource?.resourceType === 'Binary' || JSON.stringify(resource).includes('not a person')
      return label && words
    })
  expect(new Set(marked(true))).toEqual(new Set([true]))
  expect(new Set(marked(false))).toEqual(new Set([false]))
})

it('[WP10] the phase that begins, and the goal where it is known', () => {
  const phases = optionKinds.map((kind) => resources(writePlan(planOf(kind)), 'CarePlan')[0]?.extension?.[0]?.valueCode)
  expect(Object.fromEntries(optionKinds.map((kind, i) => [kind, phases[i]]))).toEqual({
    'test-dose': 'test-dose',
    start: 'titration',
    step: 'titration',
    hold: 'assessment',
    reduce: 'maintenance',
    taper: 'taper',
    stop: 'stopped',
    decline: 'declined',
  })
  expect(resources(writePlan(planOf('step')), 'Goal')).toEqual([])
  expect(resources(writePlan(planOf('step'), goal), 'Goal')[0]).toMatchObject({
    description: { text: 'Walk to the shop and back' },
    achievementStatus: { coding: [{ code: 'not-achieved' }] },
  })
})
