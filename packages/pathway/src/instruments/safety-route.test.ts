import { expect, it } from 'vitest'
import { day, filled, lowestBut, named } from './filled.fixture.ts'
import { score } from './score.ts'

const phq9 = named('phq-9')
const asq = named('asq')

it.each([1, 2, 3])('[IN5] PHQ-9 item 9 answered %d routes the same day, alone or in a low total', (value) => {
  for (const answers of [[{ item: '9', value }], lowestBut(phq9, { 9: value })]) {
    const { safety } = score(phq9, answers, day)
    expect(safety).toMatchObject({ kind: 'sameDay', urgency: 'today', reasons: [{ item: '9', rules: ['E15', 'M09'] }] })
  }
})

it('[IN5] it counts in a form that is refused, and when it is given twice', () => {
  const refused = score(
    phq9,
    [
      { item: '9', value: 1 },
      { item: '3', value: 7 },
      { item: 'x', value: 0 },
    ],
    'soon',
  )
  expect(refused).toMatchObject({ kind: 'refused', safety: { kind: 'sameDay' } })
  const twice = score(phq9, [...lowestBut(phq9), { item: '9', value: 2 }], day)
  expect(twice).toMatchObject({ kind: 'refused', safety: { kind: 'sameDay' } })
  const takenBack = score(phq9, [...lowestBut(phq9, { 9: 2 }), { item: '9', value: 0 }], day)
  expect(takenBack).toMatchObject({ kind: 'refused', safety: { kind: 'sameDay' } })
})

it('[IN7] item 9 left out, declined or unreadable is missing and asks; answered 0 is clear', () => {
  const rest = lowestBut(phq9).slice(0, 8)
  for (const answers of [
    rest,
    [...rest, { item: '9', value: 'declined' as const }],
    [...rest, { item: '9', value: 4 }],
    [...rest, { item: '9', value: 0.5 }],
    [],
  ]) {
    const { safety } = score(phq9, answers, day)
    expect(safety).toMatchObject({ kind: 'missing', missing: ['9'] })
    expect((safety as { ask: string }).ask).toContain('better off dead')
  }
  expect(score(phq9, lowestBut(phq9), day).safety).toEqual({ kind: 'clear' })
})

it('[IN7] a reassuring answer in a refused form reassures nobody', () => {
  const refused = score(phq9, [...lowestBut(phq9), { item: 'x', value: 0 }], day)
  expect(refused).toMatchObject({ kind: 'refused', safety: { kind: 'missing', missing: ['9'] } })
  const refusedAsq = score(asq, [...lowestBut(asq), { item: 'x', value: 0 }], day)
  expect(refusedAsq).toMatchObject({ kind: 'refused', safety: { kind: 'sameDay' } })
})

it('[IN7] instruments that do not ask say nothing about safety, not "clear"', () => {
  for (const id of ['phq-2', 'gad-7', 'peg', 'audit-c', 'sds', 'pgic']) {
    expect(score(named(id), lowestBut(named(id)), day)).not.toHaveProperty('safety')
  }
})

it.each(['1', '2', '3', '4'])('[IN6] a yes, a refusal or no answer to ASQ %s is positive', (item) => {
  const no = lowestBut(asq).filter((answer) => answer.item !== '5')
  const without = no.filter((answer) => answer.item !== item)
  const left = score(asq, without, day)
  const declined = score(asq, [...without, { item, value: 'declined' }], day)
  for (const result of [left, declined]) {
    expect(result).toMatchObject({
      kind: 'incomplete',
      conclusion: { verdict: 'not known' },
      safety: { kind: 'sameDay', urgency: 'today', missing: [item, '5'] },
    })
  }
  const alone = score(asq, [{ item, value: 1 }], day)
  expect(alone).toMatchObject({ kind: 'incomplete', conclusion: { verdict: 'met', says: 'positive screen' } })
  expect(alone.safety).toMatchObject({ kind: 'sameDay' })
})

it('[IN6] thoughts right now, or nobody asked after a yes, is now; a yes with "not now" is today', () => {
  expect(score(asq, filled(asq, 1, 0, 0, 0, 1), day).safety).toMatchObject({ urgency: 'now' })
  expect(score(asq, [{ item: '5', value: 1 }], day).safety).toMatchObject({
    urgency: 'now',
    reasons: [{ item: '5' }, {}, {}, {}, {}],
  })
  expect(score(asq, filled(asq, 0, 0, 0, 1), day).safety).toMatchObject({ urgency: 'now', missing: ['5'] })
  expect(score(asq, filled(asq, 0, 0, 0, 1, 'declined'), day).safety).toMatchObject({ urgency: 'now', missing: ['5'] })
  expect(score(asq, filled(asq, 1, 0, 0, 0, 0), day).safety).toMatchObject({ urgency: 'today', missing: [] })
})

it('[IN4] four reliable times no: the fifth is not asked and the screen is negative', () => {
  expect(score(asq, filled(asq, 0, 0, 0, 0), day)).toMatchObject({
    kind: 'scored',
    conclusion: { verdict: 'not met', says: 'negative screen' },
    safety: { kind: 'clear' },
  })
  expect(score(asq, filled(asq, 0, 0, 0, 0, 1), day).safety).toMatchObject({ kind: 'sameDay', urgency: 'now' })
})
