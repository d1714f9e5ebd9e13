import { expect, it } from 'vitest'
import { day, filled, lowestBut, named } from './filled.fixture.ts'
import { score } from './score.ts'

const checkIn = named('ketamine-check-in')
const bladder = named('bladder-check')
const own = [checkIn, bladder]

it('[IN13] every question of ours feeds a rule of the rule base, by id', () => {
  for (const { id, items } of own) {
    for (const item of items) {
      expect(item.feeds?.length, `${id} ${item.id}`).toBeGreaterThan(0)
      for (const { rule } of [...item.feeds!, ...(item.safety?.rules.map((r) => ({ rule: r })) ?? [])]) {
        expect(rule, `${id} ${item.id}`).toMatch(
          /^(E(0[1-9]|1[0-7])|I(0[1-9]|1[01])|T0[1-9]|M(0[1-9]|1[0-3])|S0[1-6])$/,
        )
      }
    }
  }
})

it('[IN13] they are ours, claim no validation and are never added up', () => {
  for (const form of own) {
    expect(form.licence.kind).toBe('own')
    expect(form.origin.status).toBe('engineering')
    expect(form.origin.source).toContain('not validated')
    expect(form).not.toHaveProperty('total')
    expect(form).not.toHaveProperty('bands')
  }
})

it('[IN13] an answer raises its rule while the rest is empty, and what is not answered is not known', () => {
  const one = score(checkIn, [{ item: 'more-than-plan', value: 1 }], day)
  expect(one).toMatchObject({ kind: 'incomplete', raised: [{ rule: 'M11', item: 'more-than-plan' }] })
  expect(one.notKnown.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['T04', 'M02', 'M05', 'M10', 'M12', 'S06']),
  )
  const all = score(checkIn, lowestBut(checkIn), day)
  expect(all).toMatchObject({ kind: 'scored', raised: [], notKnown: [], safety: { kind: 'clear' } })
  const refused = score(checkIn, [...lowestBut(checkIn, { drove: 1 }), { item: 'x', value: 0 }], day)
  expect(refused.raised.map(({ rule }) => rule)).toEqual(['M12'])
  expect(refused.notKnown.length).toBeGreaterThan(25)
})

it('[IN13] a little dissociation counts for T05, quite a lot for T04 as well', () => {
  const rules = (value: number) => score(checkIn, [{ item: 'unreal', value }], day).raised.map(({ rule }) => rule)
  expect(rules(0)).toEqual([])
  expect(rules(1)).toEqual(['T05'])
  expect(rules(2)).toEqual(['T04', 'T05'])
})

it.each([
  ['sleepy', 3, 'now'],
  ['breathing', 1, 'now'],
  ['chest-pain', 1, 'now'],
  ['fit-or-stroke', 1, 'now'],
  ['fear-of-harm', 1, 'today'],
  ['self-harm', 1, 'today'],
  ['self-harm', 2, 'now'],
] as const)('[IN13] check-in: %s answered %d goes to a person %s', (item, value, urgency) => {
  expect(score(checkIn, [{ item, value }], day).safety).toMatchObject({ kind: 'sameDay', urgency })
  expect(score(checkIn, lowestBut(checkIn, { [item]: value - 1 }), day).safety).toMatchObject(
    item === 'self-harm' && value === 2 ? { urgency: 'today' } : { kind: 'clear' },
  )
})

it('[IN13] bladder: an old symptom feeds E13 alone, a new one M05 too; blood and a blocked bladder go to a person', () => {
  const rules = (...values: number[]) => score(bladder, filled(bladder, ...values), day).raised.map(({ rule }) => rule)
  expect(rules(1)).toEqual(['E13'])
  expect(rules(2)).toEqual(['E13', 'M05'])
  expect(score(bladder, [{ item: 'blood', value: 1 }], day)).toMatchObject({
    raised: [{ rule: 'M06' }, { rule: 'E13' }],
    safety: { kind: 'sameDay', urgency: 'today' },
  })
  expect(score(bladder, [{ item: 'cannot', value: 2 }], day).safety).toMatchObject({ urgency: 'now' })
  expect(score(bladder, [{ item: 'often', value: 0 }], day).safety).toMatchObject({ kind: 'missing' })
})

it('[IN13] a twelve-year-old can read them: Flesch–Kincaid grade of the whole below 6, no sentence above 20 words', () => {
  for (const form of own) {
    const sentences = form.items.map((item) => item.asks)
    const words = sentences.flatMap((sentence) => sentence.toLowerCase().match(/[a-z]+/g) ?? [])
    // Groups of vowels, a silent final e aside: rough, and within a fifth of a syllable a word on plain English.
    const syllables = words.map((word) => Math.max(1, (word.replace(/e$/, '').match(/[aeiouy]+/g) ?? []).length))
    const perWord = syllables.reduce((sum, n) => sum + n, 0) / words.length
    const grade = 0.39 * (words.length / sentences.length) + 11.8 * perWord - 15.59
    expect(grade, form.id).toBeLessThan(6)
    for (const sentence of sentences) expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20)
    // No word of four syllables or more.
    expect(
      words.filter((_, i) => syllables[i]! > 3),
      form.id,
    ).toEqual([])
  }
})
