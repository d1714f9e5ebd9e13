import { describe, expect, it } from 'vitest'
import { AS_OF, fact, suitableCase } from './case.fixture.ts'
import type { Case, KetamineOrder } from './case.ts'
import type { Finding } from './finding.ts'
import type { Dose, Option } from './option.ts'
import { recorder } from './options/forecast.fixture.ts'
import { propose } from './options/propose.ts'
import { protocol } from './options/protocol.fixture.ts'
import type { Assessment, Clinician } from './plan.ts'
import { sign } from './sign.ts'

const clinician: Clinician = { name: 'Dr A. Example', role: 'prescriber' }
const at = '2026-03-02T10:00:00Z'
const order: KetamineOrder = { substance: 'racemic-ketamine', route: 'oral', mg: 20, strength: 10, timesPerDay: 3 }
const onTreatment = suitableCase({
  ketamine: { phase: 'titration', started: '2026-01-05', lastStep: '2026-02-20', order: fact(order) },
})
const assessed = (facts: Case, findings: Finding[] = []): Assessment => {
  const { forecastOf } = recorder()
  const identified = { id: protocol.id, version: protocol.version, hash: 'p' }
  return {
    asOf: AS_OF,
    person: { ...facts.person, weight: 70 },
    phase: facts.ketamine.phase,
    issues: [],
    chronicity: { met: 'unknown', facts: [] },
    mechanisms: [],
    treatments: [],
    findings,
    options: propose(facts, findings, protocol, forecastOf),
    model: { id: 'm', version: '0', hash: 'm' },
    protocol: identified,
    record: 'r',
  }
}
const assessment = assessed(suitableCase())
const [testDose] = assessment.options as [Option]
const code = (result: ReturnType<typeof sign>) => ('refused' in result ? result.refused.code : 'signed')
/** The option as altered, in an assessment altered alike: only the dose itself can give it away. */
const forged = (base: Assessment, kind: Option['kind'], change: Partial<Dose>, days?: number) => {
  const option = base.options.find((o) => o.kind === kind)!
  const dose = { ...option.dose!, ...change }
  const mgPerDay = dose.mg * dose.timesPerDay
  const altered = {
    ...option,
    dose,
    regimen: { ...option.regimen!, dose, mgPerDay, ...(days !== undefined && { days }) },
  }
  const options = base.options.map((o) => (o.kind === kind ? altered : o))
  return sign({ ...base, options }, altered, clinician, at, 'plan-1', protocol)
}

it('[SG1] a plan is the option, the assessment without the other options, who and when', () => {
  const plan = sign(assessment, testDose, clinician, at, 'plan-1', protocol)
  const { options: _, ...rest } = assessment
  expect(plan).toEqual({ id: 'plan-1', assessment: rest, option: testDose, signedBy: clinician, signedAt: at })
})

it('[SG1] every open option can be signed, on and before treatment', () => {
  for (const facts of [
    suitableCase(),
    onTreatment,
    suitableCase({ ketamine: { ...onTreatment.ketamine, phase: 'maintenance' } }),
  ]) {
    const one = assessed(facts)
    for (const option of one.options)
      expect([option.kind, code(sign(one, option, clinician, at, 'p', protocol))]).toEqual([option.kind, 'signed'])
  }
})

it('[SG2] refuses a blocked option', () => {
  const blocked = assessed(suitableCase(), [
    { rule: 'E06', kind: 'missing', because: 'No pressure.', facts: [], ask: 'Pressure?', source: 's' },
  ])
  const result = sign(blocked, blocked.options[0]!, clinician, at, 'p', protocol)
  expect(result).toMatchObject({ refused: { code: 'blocked', message: expect.stringContaining('E06') as string } })
})

it('[SG3] refuses an option of another assessment, or an altered one', () => {
  const other = assessed(onTreatment).options[0]!
  expect(code(sign(assessment, other, clinician, at, 'p', protocol))).toBe('not-an-option')
  expect(code(sign(assessment, { ...testDose, title: 'Test dose' }, clinician, at, 'p', protocol))).toBe(
    'not-an-option',
  )
  const reordered = Object.fromEntries(Object.entries(testDose).reverse()) as unknown as Option
  expect(code(sign(assessment, reordered, clinician, at, 'p', protocol))).toBe('signed')
})

it('[SG4] refuses a signature without name, role, time or id', () => {
  const by = (change: object) => code(sign(assessment, testDose, { ...clinician, ...change }, at, 'p', protocol))
  for (const name of ['', '  ', undefined]) expect(by({ name })).toBe('no-name')
  for (const role of ['', 'nurse', undefined]) expect(by({ role })).toBe('no-role')
  expect(by({ role: 'clinical-lead' })).toBe('signed')
  for (const time of ['', 'today', '2026-03-02', '2026-13-45T10:00:00Z'])
    expect(code(sign(assessment, testDose, clinician, time, 'p', protocol))).toBe('no-time')
  expect(code(sign(assessment, testDose, clinician, at, ' ', protocol))).toBe('no-id')
})

it('[SG5] refuses a protocol other than the one assessed with', () => {
  expect(code(sign(assessment, testDose, clinician, at, 'p', { ...protocol, version: '9' }))).toBe('other-protocol')
})

describe('the dose is judged again', () => {
  it('[SG6] mg = mL × strength, in whole graduations, as mg/d', () => {
    expect(code(forged(assessment, 'test-dose', {}))).toBe('signed')
    expect(code(forged(assessment, 'test-dose', { mL: 0.2 }))).toBe('arithmetic')
    expect(code(forged(assessment, 'test-dose', { strength: 50 }))).toBe('arithmetic')
    expect(code(forged(assessment, 'test-dose', { mg: 9.5, mL: 0.95 }))).toBe('arithmetic')
    expect(code(forged(assessment, 'test-dose', { mg: NaN }))).toBe('arithmetic')
    const sum = { ...testDose, regimen: { ...testDose.regimen!, mgPerDay: 30 } }
    expect(code(sign({ ...assessment, options: [sum] }, sum, clinician, at, 'p', protocol))).toBe('arithmetic')
    const { dose: _, ...half } = testDose
    expect(code(sign({ ...assessment, options: [half] }, half, clinician, at, 'p', protocol))).toBe('arithmetic')
  })

  it('[SG7] every ceiling', () => {
    expect(code(forged(assessment, 'test-dose', { mg: 20, mL: 2 }))).toBe('ceiling')
    expect(code(forged(assessment, 'test-dose', {}, 8))).toBe('ceiling')
    const one = assessed(onTreatment)
    expect(code(forged(one, 'step', { mg: 30, mL: 3 }))).toBe('signed')
    expect(code(forged(one, 'step', { mg: 31, mL: 3.1 }))).toBe('ceiling')
    expect(code(forged(one, 'hold', { mg: 70, mL: 7 }))).toBe('ceiling')
    expect(code(forged({ ...one, person: { ...one.person, weight: 40 } }, 'step', {}))).toBe('ceiling')
  })

  it('[SG6] every stage of a taper', () => {
    const one = assessed(suitableCase({ ketamine: { ...onTreatment.ketamine, phase: 'maintenance' } }))
    const taper = one.options.find((o) => o.kind === 'taper')!
    const stages = taper.regimen!.stages!.map((s, i) => (i === 1 ? { ...s, dose: { ...s.dose, mL: 10 } } : s))
    const altered = { ...taper, regimen: { ...taper.regimen!, stages } }
    expect(code(sign({ ...one, options: [altered] }, altered, clinician, at, 'p', protocol))).toBe('arithmetic')
  })
})
