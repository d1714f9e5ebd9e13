import { expect, it } from 'vitest'
import { parenteralConversion } from './parenteral-conversion.ts'
import { fact, medication } from '../case.fixture.ts'
import type { Treatment } from '../case.ts'
import { judged, onTreatment } from '../judged.fixture.ts'

const list = (name: string) => ({ medications: [medication(['ketamine'], name, 'past')] })

it.each(['Ketamine 50 mg/mL injection', 'ketamine infusion', 'Ketamine IV', 'ketamine subcutaneous'])(
  '[T07] advises the low end first for "%s"',
  (name) => {
    expect(judged(parenteralConversion, list(name))).toMatchObject({
      kind: 'caution',
      because: expect.stringMatching(/30 to 40 %.*100 %/),
      source: expect.stringMatching(/Fitzgibbon/),
    })
  },
)

it('[T07] sees an infusion among the treatments', () => {
  const infusion: Treatment = { class: 'interventional', name: 'Ketamine infusion', evidence: 'trial-documented' }
  expect(judged(parenteralConversion, { treatments: [fact(infusion, 'Ketamine infusion 2025')] }).kind).toBe('caution')
})

it('[T07] is clear without parenteral ketamine, and asks when the route is not said', () => {
  expect(judged(parenteralConversion).kind).toBe('clear')
  expect(judged(parenteralConversion, list('Ketamine oral solution')).kind).toBe('clear')
  expect(judged(parenteralConversion, list('Ketamine'))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/swallowed or injected/),
  })
  expect(judged(parenteralConversion, { ...list('Ketamine'), ...onTreatment() }).kind).toBe('clear')
})

it('[T07] is missing without a medication list', () => {
  expect(judged(parenteralConversion, { medications: [] }).kind).toBe('missing')
})
