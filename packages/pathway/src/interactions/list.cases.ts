/** The cases that every rule over the medication list has to pass. */
import { expect, it } from 'vitest'
import { medication, suitableCase } from '../case.fixture.ts'
import type { Ingredient } from '../case.ts'
import type { FindingKind } from '../finding.ts'
import { form, judged, protocol, stopped, taking, undated, unreadable } from '../judged.fixture.ts'
import type { Rule } from '../rule.ts'

export interface ListCases {
  readonly ingredients: readonly Ingredient[]
  /** What each of them leads to. */
  readonly taken: FindingKind
}

export function listCases(rule: Rule, { ingredients, taken }: ListCases): void {
  const { medications: list = [] } = suitableCase()

  it(`[${rule.id}] is clear on a readable, complete list without one`, () => {
    expect(judged(rule)).toMatchObject({ rule: rule.id, kind: 'clear', because: expect.stringContaining('1 current') })
  })

  it.each(ingredients)(`[${rule.id}] is ${taken} with %s, and shows it`, (ingredient) => {
    expect(judged(rule, taking(ingredient))).toMatchObject({
      kind: taken,
      because: expect.stringContaining(ingredient),
    })
    const unknown = { medications: [medication([ingredient], ingredient, 'unknown')] }
    expect(judged(rule, unknown)).toMatchObject({
      kind: taken,
      facts: expect.arrayContaining([expect.stringMatching(/no status recorded/)]),
    })
  })

  it(`[${rule.id}] finds one inside a combination`, () => {
    expect(judged(rule, { medications: [medication(['paracetamol', ingredients[0]!], 'Combination')] }).kind).toBe(
      taken,
    )
  })

  it(`[${rule.id}] still counts one recorded active for years, and asks to confirm it`, () => {
    expect(judged(rule, taking(ingredients[0]!)).facts.join()).toMatch(/recorded active since 2025-01-01; confirm/)
  })

  it(`[${rule.id}] does not count one that ended long ago`, () => {
    expect(judged(rule, stopped(ingredients[0]!, '2025-03-01')).kind).toBe('clear')
  })

  it(`[${rule.id}] is missing without a list: an empty one is not "takes nothing"`, () => {
    const { medications: _, ...without } = suitableCase()
    for (const facts of [without, suitableCase({ medications: [] })]) {
      const bare = rule.evaluate(facts, protocol)
      expect(bare).toMatchObject({
        kind: 'missing',
        ask: expect.stringMatching(/\?/),
        because: expect.stringMatching(/no medication list/),
      })
    }
  })

  it(`[${rule.id}] is missing when a medicine cannot be read, and names it`, () => {
    expect(judged(rule, { medications: [...list, unreadable] })).toMatchObject({
      kind: 'missing',
      ask: expect.stringContaining('X-9'),
    })
  })

  it(`[${rule.id}] is missing when the list is not known to be complete`, () => {
    expect(judged(rule, form({ 'medication-list-complete': false })).kind).toBe('missing')
    expect(judged(rule, form({ 'medication-list-complete': undefined })).kind).toBe('missing')
    expect(judged(rule, form({ 'medication-list-complete': true }, '2026-02-02')).kind).toBe('clear')
    expect(judged(rule, form({ 'medication-list-complete': true }, '2026-02-01')).kind).toBe('missing')
    expect(judged(rule, undated('medication-list-complete')).kind).toBe('missing')
  })
}
