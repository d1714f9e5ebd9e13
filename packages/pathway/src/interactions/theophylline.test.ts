import { expect, it } from 'vitest'
import { listCases } from './list.cases.ts'
import { theophylline } from './theophylline.ts'
import { judged, stopped } from '../judged.fixture.ts'

// [I06]
listCases(theophylline, { ingredients: ['theophylline', 'aminophylline'], taken: 'stop' })

it('[I06] does not count one that was stopped, since no wash-out is known for it', () => {
  expect(judged(theophylline, stopped('theophylline')).kind).toBe('clear')
})
