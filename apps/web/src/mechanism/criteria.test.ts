import { expect, it } from 'vitest'
import { criteriaWords } from './criteria.ts'

it('[WE09] counts unknown as unknown, never as no', () => {
  expect(criteriaWords([{ met: 'yes' }, { met: 'unknown' }, { met: 'unknown' }])).toBe('1 yes, 0 no, 2 unknown')
  expect(criteriaWords([])).toBe('0 yes, 0 no, 0 unknown')
})
