import { describe, expect, it } from 'vitest'
import { phases } from '@anodyne/pathway'
import { CODES, FUNCTIONAL_GOAL, MASS_OF, PHASE, TEST_DOSE, TOLERATED } from '../codes/anodyne.ts'
import { RXNORM, SNOMED, UCUM } from '../codes/systems.ts'
import { issuesOf, medication, observation, quantity, read, subject } from './record.fixture.ts'

const drug = { coding: [{ system: RXNORM, code: '6130' }], text: 'Ketamine oral solution 10 mg/mL' }
const route = (code: string) => ({ coding: [{ system: SNOMED, code }] })
const dosage = (mg: number, mL: number, more: object = {}) => ({
  timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
  route: route('26643006'),
  doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }, { doseQuantity: quantity(mL, 'mL') }],
  ...more,
})
const order = (authoredOn: string, mg: number, more: object = {}) =>
  medication(drug, {
    authoredOn,
    dosageInstruction: [dosage(mg, mg / 10)],
    dispenseRequest: { expectedSupplyDuration: { value: 1, unit: 'week', system: UCUM, code: 'wk' } },
    ...more,
  })
const plan = (phase: string, created: string, more: object = {}) => ({
  resourceType: 'CarePlan',
  status: 'active',
  intent: 'plan',
  subject,
  created,
  period: { start: created },
  extension: [{ url: PHASE, valueCode: phase }],
  ...more,
})
const ketamine = (...resources: unknown[]) => read(...resources).case.ketamine

describe('an order', () => {
  it('[RR24] gives mg, mL, strength, route, times a day and supply', () => {
    expect(ketamine(order('2026-02-20', 15), plan('titration', '2026-02-20')).order).toEqual({
      value: {
        substance: 'racemic-ketamine',
        route: 'oral',
        mg: 15,
        mL: 1.5,
        strength: 10,
        timesPerDay: 3,
        supplyDays: 7,
      },
      at: '2026-02-20',
      where: 'Bundle.entry[1].resource',
      says: 'Ketamine 15 mg = 1.5 mL of 10 mg/mL, oral, 3 times a day, supply for 7 days, ordered 2026-02-20',
    })
  })

  it('[RR24] leaves absent what is not written', () => {
    expect(ketamine(medication({ text: 'Ketamine' })).order?.value).toEqual({ substance: 'racemic-ketamine' })
    expect(
      ketamine(order('2026-02-20', 15, { dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 15 } }] }] }))
        .order?.value,
    ).not.toHaveProperty('mg')
    expect(
      ketamine(
        order('2026-02-20', 15, {
          dosageInstruction: [
            {
              ...dosage(15, 1.5),
              doseAndRate: [{ doseQuantity: quantity(15, 'mg') }, { doseQuantity: quantity(20, 'mg') }],
            },
          ],
        }),
      ).order?.value,
    ).not.toHaveProperty('mg')
  })

  it('[RR24] keeps arithmetic that does not add up as it is written, for the pathway to refuse', () => {
    expect(ketamine(order('2026-02-20', 15, { dosageInstruction: [dosage(15, 15)] })).order?.value).toMatchObject({
      mg: 15,
      mL: 15,
      strength: 10,
    })
  })

  it('[RR24] reads the strength of the Medication, and another substance and route', () => {
    const strength = { numerator: quantity(0.5, 'g'), denominator: quantity(100, 'mL') }
    const contained = [
      { resourceType: 'Medication', id: 'm', code: { text: 'Esketamine solution' }, ingredient: [{ strength }] },
    ]
    const written = order('2026-02-20', 15, {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#m' },
      contained,
      dosageInstruction: [dosage(15, 3, { route: route('37839007') })],
    })
    expect(ketamine(written).order?.value).toMatchObject({ substance: 'esketamine', strength: 5, route: 'sublingual' })
  })

  it('[RR24] counts a hydrochloride as its base only when told so', () => {
    const salt = { text: 'Ketamine hydrochloride 10 mg/mL' }
    const of = (valueCode?: string) =>
      read(
        order('2026-02-20', 27.419, {
          medicationCodeableConcept: salt,
          ...(valueCode && { extension: [{ url: MASS_OF, valueCode }] }),
        }),
      )
    expect(of('hydrochloride').case.ketamine.order?.value.mg).toBeCloseTo(23.773, 3)
    expect(of('base').case.ketamine.order?.value.mg).toBe(27.419)
    expect(of().case.ketamine.order?.value).not.toHaveProperty('mg')
    expect(issuesOf(of())).toContainEqual(['salt-or-base', ''])
  })

  it('[RR24] injected, nasal, proposed, cancelled or not to be given is another matter', () => {
    for (const more of [
      { dosageInstruction: [dosage(15, 1.5, { route: route('47625008') })] },
      { intent: 'proposal' },
      { status: 'cancelled' },
      { status: 'draft' },
      { doNotPerform: true },
      { status: 'entered-in-error' },
      { authoredOn: '2026-03-03' },
    ])
      expect([more, ketamine(order('2026-02-20', 15, more)).order]).toEqual([more, undefined])
  })

  it('[RR25] two that differ are a hazard and neither is used; the same twice is one', () => {
    const two = read(order('2026-02-20', 15), order('2026-02-25', 20))
    expect(two.case.ketamine).not.toHaveProperty('order')
    expect(issuesOf(two)).toEqual([['two-orders', '']])
    expect(ketamine(order('2026-02-20', 15), order('2026-02-25', 15)).order?.at).toBe('2026-02-25')
    expect(ketamine(order('2026-02-20', 15, { status: 'completed' }), order('2026-02-25', 20)).order?.value.mg).toBe(20)
  })

  it('[RR25] of the newest plan replaces older ones, and after a stop none is in force', () => {
    const old = order('2026-02-01', 10)
    const step = { ...order('2026-02-20', 15), id: 'step' }
    const activity = [{ reference: { reference: 'MedicationRequest/step' } }]
    expect(ketamine(old, step, plan('titration', '2026-02-20', { activity })).order?.value.mg).toBe(15)
    expect(ketamine(old, plan('stopped', '2026-02-20')).order).toBeUndefined()
    const later = read(old, step, order('2026-02-25', 40), plan('titration', '2026-02-20', { activity }))
    expect(later.issues.map((i) => i.code)).toEqual(['two-orders'])
  })

  it('[RR25] in steps is read at the stage of the day, and is over after its last', () => {
    const stage = (sequence: number, mg: number) =>
      dosage(mg, mg / 10, {
        sequence,
        timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd', boundsDuration: quantity(7, 'd') } },
      })
    const taper = (authoredOn: string) =>
      ketamine(order(authoredOn, 0, { dosageInstruction: [stage(2, 10), stage(1, 15)] })).order?.value.mg
    expect([
      taper('2026-03-02'),
      taper('2026-02-24'),
      taper('2026-02-23'),
      taper('2026-02-17'),
      taper('2026-02-16'),
    ]).toEqual([15, 15, 10, 10, undefined])
    const besides = read(order('2026-03-02', 0, { dosageInstruction: [dosage(10, 1), dosage(15, 1.5)] }))
    expect(issuesOf(besides)).toContainEqual(['dose-ambiguous', 'dosageInstruction'])
    expect(besides.case.ketamine.order?.value).not.toHaveProperty('mg')
  })
})

describe('the course', () => {
  it.each([...phases])('[RR26] is in phase %s when the newest plan says so', (phase) => {
    expect(
      ketamine(plan('titration', '2026-01-01'), plan(phase, '2026-02-01'), plan('declined', '2026-03-03')).phase,
    ).toBe(phase)
  })

  it('[RR26] without a plan is an assessment, or titration when an order is in force', () => {
    expect(ketamine().phase).toBe('assessment')
    const running = read(order('2026-02-20', 15))
    expect(running.case.ketamine.phase).toBe('titration')
    expect(issuesOf(running)).toEqual([['phase-not-recorded', '']])
    const odd = read(plan('somewhere', '2026-02-01'))
    expect([odd.case.ketamine.phase, ...issuesOf(odd)]).toEqual(['assessment', ['phase-unreadable', 'extension']])
  })

  it('[RR26] knows its first order, its last change, and the pain before it', () => {
    const pain = (effectiveDateTime: string, value: number) => observation('72514-3', { value }, { effectiveDateTime })
    const done = { status: 'completed' }
    const facts = ketamine(
      order('2024-05-01', 10, done), // an earlier course
      plan('titration', '2024-05-01'),
      plan('stopped', '2024-09-01'),
      plan('titration', '2026-01-01'),
      order('2026-01-01', 10, done),
      order('2026-01-08', 10, done),
      plan('evaluation', '2026-01-20'),
      order('2026-01-20', 15, done),
      order('2026-02-20', 15),
      pain('2025-06-01', 9),
      pain('2026-01-01', 7),
      pain('2026-02-01', 4),
    )
    expect(facts).toMatchObject({
      phase: 'evaluation',
      started: '2026-01-01',
      lastStep: '2026-01-20',
      baselinePain: { value: 7 },
    })
    expect(ketamine(plan('assessment', '2026-01-01'), order('2025-01-01', 10, done))).toEqual({ phase: 'assessment' })
  })

  it('[RR26] has its test dose, with whether it was tolerated', () => {
    const given = (more: object = {}) => ({
      resourceType: 'MedicationAdministration',
      status: 'completed',
      subject,
      category: { coding: [{ system: CODES, code: TEST_DOSE }] },
      medicationCodeableConcept: drug,
      effectiveDateTime: '2026-01-01',
      dosage: { dose: quantity(10, 'mg') },
      extension: [{ url: TOLERATED, valueBoolean: false }],
      ...more,
    })
    expect(ketamine(given()).testDose).toMatchObject({
      value: { mg: 10, tolerated: false },
      says: 'Test dose of ketamine 10 mg, 2026-01-01, not tolerated',
    })
    expect(ketamine(given({ extension: undefined })).testDose?.value).toEqual({ mg: 10 })
    for (const more of [
      { category: undefined },
      { status: 'not-done' },
      { medicationCodeableConcept: { text: 'Ibuprofen' } },
    ])
      expect(ketamine(given(more)).testDose).toBeUndefined()
    expect(issuesOf(read(given({ dosage: { dose: quantity(1, 'mL') } })))).toEqual([['dose-unreadable', 'dosage.dose']])
  })

  it('[RR27] has the functional goal and no other, met only when achieved', () => {
    const goal = (achieved: string | undefined, more: object = {}) => ({
      resourceType: 'Goal',
      lifecycleStatus: 'active',
      subject,
      category: [{ coding: [{ system: CODES, code: FUNCTIONAL_GOAL }] }],
      description: { text: 'Walk to the shop' },
      ...(achieved && {
        achievementStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: achieved }],
        },
      }),
      ...more,
    })
    expect(ketamine(goal('achieved')).goal?.value).toEqual({ name: 'Walk to the shop', met: true })
    expect(ketamine(goal('not-achieved')).goal?.value.met).toBe(false)
    for (const open of ['in-progress', 'improving', undefined])
      expect(ketamine(goal(open)).goal?.value).not.toHaveProperty('met')
    expect(
      ketamine(goal('achieved', { category: undefined, description: { text: 'HbA1c below 7 %' } })).goal,
    ).toBeUndefined()
  })
})
