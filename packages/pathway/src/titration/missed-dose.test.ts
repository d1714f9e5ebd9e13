import { expect, it } from 'vitest'
import { missedDose } from './missed-dose.ts'
import { judged, onTreatment } from '../judged.fixture.ts'

it('[T06] says never to double, before and on treatment, and never blocks', () => {
  expect(judged(missedDose, onTreatment())).toMatchObject({
    kind: 'clear',
    because: expect.stringMatching(/never double/),
  })
  expect(judged(missedDose)).toMatchObject({
    kind: 'clear',
    because: expect.stringMatching(/never doubled/),
    facts: ['Phase: assessment, 2026-03-02'],
  })
})
