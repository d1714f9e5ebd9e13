import type { Finding } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { activityOf, questions, rounds, sharedOpening } from './questions.ts'

const missing = (rule: string, ask?: string): Finding => ({
  rule,
  kind: 'missing',
  because: `${rule} is not known.`,
  facts: [],
  source: 'engineering',
  ...(ask === undefined ? {} : { ask }),
})

it('[WE17] asks once what several rules wait for, and forgets none of them', () => {
  const asked = questions([
    missing('E09', 'Measure ALT.'),
    missing('I02', 'Confirm the list.'),
    missing('I03', 'Confirm the list.'),
    missing('E17'),
  ])
  expect(asked.map(({ ask, findings }) => [ask, findings.map((f) => f.rule)])).toEqual([
    ['Measure ALT.', ['E09']],
    ['Confirm the list.', ['I02', 'I03']],
    ['E17 is not known.', ['E17']],
  ])
})

it('[WE17] groups the questions by what one does, and loses none', () => {
  const asked = questions([
    missing('E09', 'Take ALT and bilirubin.'),
    missing('E15', 'Ask about thoughts of suicide, today.'),
    missing('I01', 'Is the medication list complete, over-the-counter and herbal included?'),
    missing('E16', 'Measure creatinine and eGFR.'),
    missing('E17'),
  ])
  expect(rounds(asked).map(({ activity, questions }) => [activity, questions.length])).toEqual([
    ['ask', 2],
    ['look-up', 1],
    ['measure', 2],
  ])
  expect(activityOf('Something new?')).toBe('ask')
})

it('[WE17] says once only whole sentences that all of them begin with', () => {
  const list = 'Nobody has confirmed the list. '
  expect(sharedOpening([`${list}Whether A is taken is not known.`, `${list}Whether B is taken is not known.`])).toBe(
    list,
  )
  expect(sharedOpening(['Whether A.', 'Whether B.'])).toBe('')
  expect(sharedOpening([`${list}A.`, `${list}B.`, 'Not of the list. C.'])).toBe('')
  expect(sharedOpening([`${list}Alone.`])).toBe('')
})
