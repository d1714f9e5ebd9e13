import { itraconazole } from './itraconazole.ts'
import { listCases } from './list.cases.ts'
import { expect, it } from 'vitest'
import { judged, taking } from '../judged.fixture.ts'

// [I04]
listCases(itraconazole, { ingredients: ['itraconazole'], taken: 'caution' })

it('[I04] says that exposure was not increased, and why care is due', () => {
  const { because, source } = judged(itraconazole, taking('itraconazole'))
  expect(because).toMatch(/AUC not increased.*drowsiness/)
  expect(source).toContain('10.1038/clpt.2011.140')
})
