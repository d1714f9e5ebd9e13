import { expect, it } from 'vitest'
import { taperAfter } from './taper-after.ts'
import { judged, onTreatment } from '../judged.fixture.ts'

const began = (started: string) => judged(taperAfter, onTreatment({}, { started })).kind

it.each([
  ['2026-03-02', 'clear'],
  ['2026-02-09', 'clear'],
  ['2026-02-08', 'caution'],
  ['2014-01-01', 'caution'],
  ['2026-03-03', 'missing'],
  ['in spring', 'missing'],
] as const)('[S04] begun on %s it is %s on 2 March', (started, kind) => {
  expect(began(started)).toBe(kind)
})

it('[S04] asks when the first dose is not recorded, and does not apply before one', () => {
  expect(judged(taperAfter, { ketamine: { phase: 'maintenance' } })).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/first dose/),
  })
  expect(judged(taperAfter)).toMatchObject({ kind: 'clear', facts: ['Phase: assessment, 2026-03-02'] })
  expect(judged(taperAfter, onTreatment()).because).toMatch(/when it is to end, taper, do not stop abruptly/)
})

it.each(['assessment', 'follow-up', 'declined', 'stopped'] as const)(
  '[S04] an order in force counts as taken though the phase is %s',
  (phase) => {
    expect(judged(taperAfter, onTreatment({}, { phase })).kind).toBe('caution')
    expect(judged(taperAfter, { ketamine: { phase } }).kind).toBe('clear')
  },
)
