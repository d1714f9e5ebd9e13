import { expect, it } from 'vitest'
import { fact, medication, suitableCase, yes } from './case.fixture.ts'
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
