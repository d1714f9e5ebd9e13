import { describe, expect, it } from 'vitest'
import { ATC, RXNORM, SNOMED } from '../codes/systems.ts'
import { ingredientsIn } from './medication-name.ts'
import { strengthIn } from './medications.ts'
import { issuesOf, medication, quantity, read, subject } from './record.fixture.ts'

const only = (...resources: unknown[]) => read(...resources).case.medications?.[0]?.value

describe('ingredients', () => {
  it.each([
    ['Carbamazepine[Tegretol]', ['carbamazepine', 'carbamazepine']],
    ['Acetaminophen/Hydrocodone', ['paracetamol', 'hydrocodone']],
    [
      'Acetaminophen 21.7 MG/ML / Dextromethorphan Hydrobromide 1 MG/ML / doxylamine succinate 0.417 MG/ML',
      ['paracetamol', 'dextromethorphan', 'doxylamine'],
    ],
    ['PAXLOVID', ['ritonavir']],
    ["St. John's Wort 300 mg", ['st-johns-wort']],
    ['Escitalopram 10 mg', []],
    ['Oxcarbazepine 300 mg', []],
    ['Levomilnacipran', []],
    ['Esketamine nasal spray', ['esketamine']],
    ['(S)-ketamine', ['esketamine']],
    ['Ketamine hydrochloride', ['ketamine']],
    ['norketamine', []],
    ['constructor', []],
  ])('[RR19] %s: %j', (name, expected) => {
    expect(ingredientsIn(name)).toEqual(expected)
  })

  it('[RR19] come from the code as well as from the name', () => {
    expect(only(medication({ coding: [{ system: RXNORM, code: '21212' }] }))).toMatchObject({
      ingredients: ['clarithromycin'],
      readable: true,
    })
    expect(only(medication({ coding: [{ system: ATC, code: 'N01AX03' }] }))?.ingredients).toEqual(['ketamine'])
    expect(only(medication({ coding: [{ system: SNOMED, code: '21212' }], text: 'Something' }))?.ingredients).toEqual(
      [],
    )
    expect(
      only(medication({ coding: [{ system: RXNORM, code: '856980' }], text: 'Acetaminophen/Hydrocodone' }))
        ?.ingredients,
    ).toEqual(['paracetamol', 'hydrocodone'])
  })

  it('[RR19] are counted from both where code and name disagree', () => {
    const result = read(medication({ coding: [{ system: RXNORM, code: '21212' }], text: 'Paracetamol 500 mg' }))
    expect(result.case.medications?.[0]?.value.ingredients.toSorted()).toEqual(['clarithromycin', 'paracetamol'])
    expect(issuesOf(result)).toEqual([['medication-contradictory', 'medicationCodeableConcept']])
  })

  it('[RR19] of nothing readable are unknown, and said to be', () => {
    for (const concept of [{}, { coding: [{ system: RXNORM, code: '99999999' }] }, { text: '??' }]) {
      const result = read(medication(concept))
      expect(result.case.medications?.[0]?.value).toMatchObject({ ingredients: [], readable: false })
      expect(issuesOf(result)).toEqual([['medication-unreadable', 'medicationCodeableConcept']])
    }
    expect(issuesOf(read(medication({ text: 'Olanzapine' })))).toEqual([])
  })

  it('[RR19] are found where the reference points: inside, beside, or by its display', () => {
    const code = { text: 'Verapamil 40 mg' }
    const by = (medicationReference: object, more: object = {}) =>
      medication({}, { medicationCodeableConcept: undefined, medicationReference, ...more })
    expect(
      only(by({ reference: '#m' }, { contained: [{ resourceType: 'Medication', id: 'm', code }] }))?.ingredients,
    ).toEqual(['verapamil'])
    expect(only(by({ reference: 'Medication/m' }), { resourceType: 'Medication', id: 'm', code })?.ingredients).toEqual(
      ['verapamil'],
    )
    expect(only(by({ reference: 'Medication/elsewhere', display: 'Verapamil' }))?.ingredients).toEqual(['verapamil'])
    expect(only(by({ reference: 'Medication/elsewhere' }))?.readable).toBe(false)
  })
})

describe('taking it', () => {
  it('[RR20] nothing on record is not an empty list', () => {
    expect(read().case).not.toHaveProperty('medications')
    expect(read(medication({ text: 'Ibuprofen' })).case.medications).toHaveLength(1)
  })

  it.each([
    [{}, 'current'],
    [{ status: 'stopped' }, 'past'],
    [{ status: 'completed' }, 'past'],
    [{ status: 'cancelled' }, 'past'],
    [{ status: 'on-hold' }, 'unknown'],
    [{ status: undefined }, 'unknown'],
    [{ intent: 'proposal' }, 'unknown'],
    [{ dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: '2026-03-01' } } } }] }, 'past'],
    [{ dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: '2026-03-02' } } } }] }, 'current'],
    [{ dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: '2026-02-01' } } } }, {}] }, 'current'],
    [{ dispenseRequest: { validityPeriod: { end: '2026-02-01' } } }, 'current'],
  ])('[RR20] %j is %s', (more, status) => {
    expect(only(medication({ text: 'Ibuprofen' }, more))?.status).toBe(status)
  })

  it('[RR20] a statement has its own period', () => {
    const taken = (more: object) =>
      only({
        resourceType: 'MedicationStatement',
        status: 'active',
        subject,
        medicationCodeableConcept: { text: 'Ibuprofen' },
        ...more,
      })
    expect(taken({ effectivePeriod: { start: '2020-01-01', end: '2020-02-01' } })).toMatchObject({
      status: 'past',
      start: '2020-01-01',
      end: '2020-02-01',
    })
    expect(taken({ status: 'not-taken' })?.status).toBe('past')
  })

  it('[RR8] "do not perform" and entered in error are not taken', () => {
    expect(read(medication({ text: 'Ibuprofen' }, { doNotPerform: true })).case.medications).toEqual([])
    expect(read(medication({ text: 'Ibuprofen' }, { status: 'entered-in-error' })).case).not.toHaveProperty(
      'medications',
    )
  })

  it.each([
    [
      [
        {
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: quantity(200, 'mg') }],
        },
      ],
      600,
    ],
    [
      [
        {
          timing: { repeat: { frequency: 1, period: 8, periodUnit: 'h' } },
          doseAndRate: [{ doseQuantity: quantity(0.2, 'g') }],
        },
      ],
      600,
    ],
    [
      [{ timing: { code: { coding: [{ code: 'BID' }] } }, doseAndRate: [{ doseQuantity: quantity(2, '{tablet}') }] }],
      1600,
    ],
    [
      [
        {
          asNeededBoolean: true,
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: quantity(200, 'mg') }],
        },
      ],
      undefined,
    ],
    [
      [
        {
          timing: { repeat: { frequency: 3, frequencyMax: 4, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: quantity(200, 'mg') }],
        },
      ],
      undefined,
    ],
    [
      [
        {
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value: 1 } }],
        },
      ],
      undefined,
    ],
    [[{}, {}], undefined],
  ])('[RR21] %j is %s mg a day', (dosageInstruction, expected) => {
    expect(only(medication({ text: 'Ibuprofen 400 MG Oral Tablet' }, { dosageInstruction }))?.mgPerDay).toBe(expected)
  })

  it('[RR21] a strength is not a concentration', () => {
    expect(strengthIn('Ibuprofen 200 MG Oral Tablet')).toBe(200)
    expect(strengthIn('Amoxicillin 250 MG / Clavulanate 125 MG Oral Tablet')).toBe(250)
    for (const name of [
      'Hydrocortisone 10 MG/ML Topical Cream',
      'Albuterol 0.09 MG/ACTUAT',
      'Estradiol 0.00146 MG/HR',
      '70 UNT/ML',
      'Naproxen',
    ])
      expect([name, strengthIn(name)]).toEqual([name, undefined])
  })
})
