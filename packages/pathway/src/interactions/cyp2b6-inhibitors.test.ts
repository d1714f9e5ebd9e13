import { cyp2b6Inhibitors } from './cyp2b6-inhibitors.ts'
import { listCases } from './list.cases.ts'
import { expect, it } from 'vitest'
import { judged, taking } from '../judged.fixture.ts'

// [I03]
listCases(cyp2b6Inhibitors, { ingredients: ['ticlopidine', 'clopidogrel'], taken: 'caution' })

it('[I03] says the fold-change, the factor and that clopidogrel is an extension', () => {
  const { because, source } = judged(cyp2b6Inhibitors, taking('clopidogrel'))
  expect(because).toMatch(/AUC × 2.4.*by extension.*by 0.4/)
  expect(source).toContain('10.1038/clpt.2011.140')
})
