import { expect, it } from 'vitest'
import { grapefruit } from './grapefruit.ts'
import { form, judged, undated } from '../judged.fixture.ts'

it('[I02] is clear when answered no within 28 d, missing when not asked or asked before', () => {
  expect(judged(grapefruit).kind).toBe('clear')
  expect(judged(grapefruit, form({ grapefruit: false }, '2026-02-02')).kind).toBe('clear')
  expect(judged(grapefruit, form({ grapefruit: false }, '2026-02-01')).kind).toBe('missing')
  expect(judged(grapefruit, undated('grapefruit')).kind).toBe('missing')
  expect(judged(grapefruit, form({ grapefruit: undefined }))).toMatchObject({
    kind: 'missing',
    ask: expect.stringMatching(/grapefruit\?/),
  })
})

it('[I02] stops for grapefruit, with the fold-change, its range and its study', () => {
  const finding = judged(grapefruit, form({ grapefruit: true }))
  expect(finding.kind).toBe('stop')
  expect(finding.because).toMatch(/AUC × 3 \(range 2.4 to 3.6\), Cmax × 2.1/)
  expect(finding.source).toContain('10.1007/s00228-012-1214-9')
})
