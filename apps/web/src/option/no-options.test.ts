import { expect, it } from 'vitest'
import { noOptionsWords } from './no-options.ts'

it('[WE19] says why nothing is offered', () => {
  const died = { path: 'Bundle.entry[0].resource.deceasedDateTime', code: 'patient-deceased', message: 'died' }
  expect(noOptionsWords([died])).toMatch(/has died/)
  expect(noOptionsWords([])).toMatch(/Read its issues/)
})
