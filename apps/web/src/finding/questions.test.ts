import type { Finding } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { questions } from './questions.ts'

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
