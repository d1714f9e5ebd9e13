import { expect, it } from 'vitest'
import { adequateTrials } from './adequate-trials.ts'
import { fact, suitableCase } from '../case.fixture.ts'
import type { Fact, Ingredient, Treatment } from '../case.ts'
import { form, judged } from '../judged.fixture.ts'

const [first, second, third] = suitableCase().treatments.filter((t) => t.value.class === 'medication')
const drug = (ingredient: Ingredient, change: Partial<Treatment>): Fact<Treatment> =>
  fact({ class: 'medication', name: ingredient, ingredient, evidence: 'trial-documented', ...change }, ingredient)
const tried = (...treatments: Fact<Treatment>[]) => judged(adequateTrials, { treatments })

it('[E01] is clear with three adequate drugs and a specialist', () => {
  expect(judged(adequateTrials)).toMatchObject({ kind: 'clear', because: expect.stringMatching(/^3 of 3/) })
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

it('[E01] counts a drug stopped for intolerance', () => {
  expect(tried(first!, second!, drug('gabapentin', { stopped: 'intolerance' })).kind).toBe('clear')
  expect(tried(first!, second!, third!).kind).toBe('clear')
})
