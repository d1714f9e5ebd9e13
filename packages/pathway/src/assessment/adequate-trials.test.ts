import { expect, it } from 'vitest'
import { adequateTrials } from './adequate-trials.ts'
import { condition, fact, medication, suitableCase } from '../case.fixture.ts'
import type { Fact, Ingredient, Treatment } from '../case.ts'
import { form, judged } from '../judged.fixture.ts'

const [first, second, third] = suitableCase().treatments.filter((t) => t.value.class === 'medication')
const drug = (ingredient: Ingredient, change: Partial<Treatment>): Fact<Treatment> =>
  fact({ class: 'medication', name: ingredient, ingredient, evidence: 'trial-documented', ...change }, ingredient)
const tried = (...treatments: Fact<Treatment>[]) => judged(adequateTrials, { treatments })

it('[E01] is clear with three adequate drugs and a specialist', () => {
  expect(judged(adequateTrials)).toMatchObject({ kind: 'clear', because: expect.stringMatching(/^3 of the 3/) })
})

it('[E01] asks who the specialist is, and stops without one', () => {
  expect(judged(adequateTrials, form({ 'specialist-initiated': undefined }))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/specialist/),
  })
  expect(judged(adequateTrials, form({ 'specialist-initiated': true }, '2025-03-02')).kind).toBe('clear')
  expect(judged(adequateTrials, form({ 'specialist-initiated': true }, '2025-03-01')).kind).toBe('missing')
  expect(judged(adequateTrials, form({ 'specialist-initiated': false })).kind).toBe('stop')
  expect(judged(adequateTrials, form({ 'specialist-initiated': false }, '2001-01-01')).kind).toBe('stop')
})

it('[E01] holds with two adequate drugs, and with none', () => {
  expect(tried(first!, second!)).toMatchObject({
    kind: 'hold',
    because: expect.stringMatching(/not yet third-line/),
    ask: expect.stringMatching(/tried/),
  })
  expect(tried().kind).toBe('hold')
})

it('[E01] is missing when a third drug may have been adequate, and asks about that drug', () => {
  expect(tried(first!, second!, drug('pregabalin', { mgPerDay: 450 }))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/pregabalin/),
  })
  expect(tried(first!, second!, drug('pregabalin', { mgPerDay: NaN, days: 120 })).kind).toBe('missing')
})

it('[E01] does not count a trial that was too short, a drug twice, paracetamol, or physiotherapy', () => {
  expect(tried(first!, second!, drug('pregabalin', { mgPerDay: 450, days: 30 })).kind).toBe('hold')
  expect(tried(first!, second!, second!).kind).toBe('hold')
  expect(tried(first!, second!, drug('paracetamol', { stopped: 'intolerance' })).kind).toBe('hold')
  const physiotherapy = suitableCase().treatments.filter((t) => t.value.class === 'physical')
  expect(tried(first!, second!, ...physiotherapy).kind).toBe('hold')
})

it('[E01] asks for more than one class: three tricyclics are not enough, two with a gabapentinoid are', () => {
  const failed = (ingredient: Ingredient) => drug(ingredient, { stopped: 'intolerance' })
  expect(tried(failed('amitriptyline'), failed('nortriptyline'), failed('imipramine'))).toMatchObject({
    kind: 'hold',
    because: expect.stringMatching(/from 1 drug class\(es\) where 2 are asked for/),
  })
  expect(tried(failed('amitriptyline'), failed('nortriptyline'), failed('pregabalin')).kind).toBe('clear')
  const perhaps = drug('pregabalin', { mgPerDay: 450 })
  expect(tried(failed('amitriptyline'), failed('nortriptyline'), failed('imipramine'), perhaps).kind).toBe('missing')
})

it('[E01] counts a drug stopped for intolerance', () => {
  expect(tried(first!, second!, drug('gabapentin', { stopped: 'intolerance' })).kind).toBe('clear')
  expect(tried(first!, second!, third!).kind).toBe('clear')
})

it('[E01] does not count a drug that helped, and asks about one whose effect is not recorded', () => {
  const pregabalin = (change: Partial<Treatment>) =>
    tried(first!, second!, drug('pregabalin', { mgPerDay: 450, days: 120, ...change }))
  expect(pregabalin({ relief: 0.29 }).kind).toBe('clear')
  expect(pregabalin({ stopped: 'no-effect' }).kind).toBe('clear')
  expect(pregabalin({ relief: 0.5, stopped: 'intolerance' }).kind).toBe('clear')
  expect(pregabalin({ relief: 0.3 })).toMatchObject({
    kind: 'hold',
    because:
      '2 of the 3 guideline drugs asked for had an adequate trial and failed: on this record ketamine is not yet third-line. pregabalin helped and did not fail.',
  })
  for (const unclear of [{}, { relief: NaN }, { relief: 30 }, { relief: 0.5, stopped: 'no-effect' as const }])
    expect(pregabalin(unclear)).toMatchObject({ kind: 'missing', ask: expect.stringMatching(/how much of the pain/) })
})

it('[E01] does not take an antiepileptic prescribed for epilepsy for a possible trial', () => {
  const medications = [medication(['carbamazepine'], 'Carbamazepine 200 mg')]
  const treatments = [first!, second!]
  expect(judged(adequateTrials, { treatments, medications }).kind).toBe('missing')
  const conditions = [condition(['epilepsy'], 'Epilepsy')]
  expect(judged(adequateTrials, { treatments, medications, conditions }).kind).toBe('hold')
  expect(judged(adequateTrials, { treatments, medications, ...form({ 'epilepsy-ever': true }) }).kind).toBe('hold')
})

it('[E01] never says "0 more"', () => {
  for (const finding of [tried(), tried(first!), judged(adequateTrials)])
    expect(finding.because).not.toMatch(/\b0 more/)
  expect(tried(drug('pregabalin', {})).because).toContain(
    '0 of the 3 guideline drugs asked for had an adequate trial and failed (of 1',
  )
})
