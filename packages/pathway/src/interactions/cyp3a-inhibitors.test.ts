import { expect, it } from 'vitest'
import { cyp3aInhibitors } from './cyp3a-inhibitors.ts'
import { listCases } from './list.cases.ts'
import { medication } from '../case.fixture.ts'
import { form, judged, onTreatment, stopped, taking, unreadable } from '../judged.fixture.ts'

const rule = cyp3aInhibitors
// [I01]
listCases(rule, {
  ingredients: ['clarithromycin', 'ritonavir', 'cobicistat', 'ketoconazole', 'voriconazole', 'posaconazole'],
  taken: 'stop',
})

it('[I01] says the fold-change of clarithromycin and its study', () => {
  const finding = judged(rule, taking('clarithromycin'))
  expect(finding.because).toMatch(/AUC × 2.6, Cmax × 3.6.*do not start/)
  expect(finding.because).not.toMatch(/extension/)
  expect(finding.source).toContain('10.1016/j.ejpain.2009.10.003')
})

it('[I01] says that the others are judged by extension', () => {
  expect(judged(rule, taking('ritonavir')).because).toMatch(/by extension from clarithromycin/)
})

it('[I01] suspends or cuts to a third when ketamine is being taken', () => {
  expect(judged(rule, { ...taking('clarithromycin'), ...onTreatment() })).toMatchObject({
    kind: 'stop',
    because: expect.stringMatching(/suspend.*a third/),
  })
})

it.each(['verapamil', 'diltiazem', 'erythromycin', 'fluconazole'] as const)(
  '[I01] cautions for %s without a study',
  (name) => {
    expect(judged(rule, taking(name))).toMatchObject({
      kind: 'caution',
      because: expect.stringMatching(/no oral ketamine study.*up to × 3/),
    })
  },
)

it('[I01] does not let a caution hide that the list cannot be read', () => {
  const finding = judged(rule, { medications: [medication(['verapamil'], 'Verapamil'), unreadable] })
  expect(finding).toMatchObject({ kind: 'missing', because: expect.stringMatching(/X-9.*Verapamil/) })
  expect(judged(rule, { ...taking('verapamil'), ...form({ 'medication-list-complete': false }) }).kind).toBe('missing')
  expect(judged(rule, { ...taking('verapamil'), ...form({ 'medication-list-complete': undefined }) })).toMatchObject({
    kind: 'caution',
    ask: expect.stringMatching(/complete/),
  })
})

it('[I01] holds until 14 d after the last dose, and when its end is not recorded', () => {
  expect(judged(rule, stopped('clarithromycin', '2026-02-16')).kind).toBe('hold')
  expect(judged(rule, stopped('clarithromycin', '2026-02-15')).kind).toBe('clear')
  expect(judged(rule, stopped('clarithromycin'))).toMatchObject({
    kind: 'hold',
    ask: expect.stringMatching(/last taken/),
  })
  expect(judged(rule, stopped('clarithromycin', '2026-02')).kind).toBe('hold')
})
