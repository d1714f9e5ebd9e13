import { expect, it } from 'vitest'
import { fact, medication, suitableCase, yes } from './case.fixture.ts'
import { forecastNotes, pastCourse } from './engine-past.ts'
import { onTreatment } from './judged.fixture.ts'
import { enginePerson, unmodelledInteractions } from './engine-person.ts'

it('[EP1] hands the engine weight, age and only the interactions measured in people', () => {
  const facts = suitableCase({
    medications: [
      medication(['clarithromycin'], 'Clarithromycin'),
      medication(['ritonavir'], 'Ritonavir'),
      medication(['rifampicin'], 'Rifampicin', 'past'),
    ],
  })
  const screening = { ...facts.screening, grapefruit: yes('grapefruit') }
  expect(enginePerson({ ...facts, screening })).toEqual({
    weight: 70,
    age: 46,
    interactions: ['clarithromycin', 'grapefruit'],
  })
})

it('[EP1] leaves out what is not known instead of assuming it', () => {
  const facts = suitableCase()
  const { weight: _, ...measurements } = facts.measurements
  const { age: __, ...person } = facts.person
  expect(enginePerson({ ...facts, person, measurements })).toEqual({ interactions: [] })
  expect(enginePerson({ ...facts, measurements: { weight: [fact(82), fact(70)] } }).weight).toBe(82)
})

it('[EP1] leaves out what cannot be, so that one absurd number does not stop the whole reading', () => {
  for (const weight of [NaN, 0, 0.7, -1, 700, Infinity]) {
    const facts = suitableCase({ measurements: { weight: [fact(weight)] } })
    expect(enginePerson(facts), `${weight} kg`).toEqual({ age: 46, interactions: [] })
  }
  for (const age of [NaN, -3, 131]) {
    const facts = suitableCase()
    expect(enginePerson({ ...facts, person: { ...facts.person, age } }), `${age}`).not.toHaveProperty('age')
  }
})

it('[EP1] counts a medicine without a status as taken, as the rules do', () => {
  const medications = [medication(['clarithromycin'], 'Clarithromycin', 'unknown')]
  expect(enginePerson(suitableCase({ medications })).interactions).toEqual(['clarithromycin'])
})

it.each([
  { mg: 1e9 },
  { mg: NaN },
  { mg: -5 },
  { timesPerDay: 0 },
  { timesPerDay: 1e9 },
  { substance: undefined },
  { route: undefined },
])('[EP1] an order that is unknown or absurd gives no past, and the forecast says so: %o', (change) => {
  const { ketamine } = onTreatment()
  const value = Object.fromEntries(
    Object.entries({ ...ketamine.order!.value, ...change }).filter(([, v]) => v !== undefined),
  )
  const facts = suitableCase({ ketamine: { ...ketamine, order: fact(value) } })
  expect(pastCourse(facts)).toBeUndefined()
  expect(forecastNotes(facts)[0]).toContain('not known')
  expect(pastCourse(suitableCase({ ketamine }))).toMatchObject({ dose: 25, until: 240 })
})

it('[EP4] an inducer that may have been stopped does not lower the forecast, and the forecast says so', () => {
  const taking = (status: 'current' | 'unknown' | 'past') =>
    suitableCase({ medications: [medication(['rifampicin'], 'Rifampicin', status)] })
  expect(enginePerson(taking('current')).interactions).toEqual(['rifampicin'])
  expect(enginePerson(taking('unknown')).interactions).toEqual([])
  expect(unmodelledInteractions(taking('unknown'))).toEqual([
    expect.stringMatching(/^rifampicin: .*reckoned without it/),
  ])
  for (const known of ['current', 'past'] as const) expect(unmodelledInteractions(taking(known))).toEqual([])
  const asked = suitableCase({ medications: [medication(['st-johns-wort'], 'Hypericum', 'unknown')] })
  const screening = { ...asked.screening, 'st-johns-wort': yes('st-johns-wort') }
  expect(enginePerson({ ...asked, screening }).interactions).toEqual(['st-johns-wort'])
})

it('[EP2] names the medicines that the forecast leaves out, and on which side it errs', () => {
  const facts = suitableCase({
    medications: [
      medication(['verapamil'], 'Verapamil'),
      medication(['carbamazepine'], 'Carbamazepine'),
      medication(['clarithromycin'], 'Clarithromycin'),
      medication(['ritonavir'], 'Ritonavir', 'past'),
      medication(['clopidogrel'], 'Clopidogrel', 'unknown'),
    ],
  })
  expect(unmodelledInteractions(facts)).toEqual([
    expect.stringMatching(/^verapamil .* more ketamine/),
    expect.stringMatching(/^clopidogrel .* more ketamine/),
    expect.stringMatching(/^carbamazepine .* less ketamine/),
  ])
  expect(unmodelledInteractions(suitableCase())).toEqual([])
})
