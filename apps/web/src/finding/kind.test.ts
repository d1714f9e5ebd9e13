import { findingKinds, type Finding, type FindingKind } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { byKind, countKinds, countWords, kindWords, verdict, worstFirst } from './kind.ts'

const finding = (rule: string, kind: FindingKind): Finding => ({
  rule,
  kind,
  because: rule,
  facts: [],
  source: 'engineering',
})

it('[WE07] shows the worst kind first, and missing before caution', () => {
  const groups = byKind([
    finding('A1', 'clear'),
    finding('A2', 'caution'),
    finding('A3', 'missing'),
    finding('A4', 'stop'),
  ])
  expect(groups.map((g) => g.kind)).toEqual(['stop', 'missing', 'caution', 'clear'])
})

it('[WE07] ranks as the pathway does', () => expect(worstFirst).toEqual(findingKinds))

it('[WE08] never gives one clear rule as the reason for a whole record', () => {
  const counts = { stop: 0, hold: 0, missing: 0, caution: 0, clear: 29 }
  expect(verdict({ kind: 'clear', because: 'E02 is fine.' }, counts)).toBe('Nothing found by the 29 rules asked.')
  expect(verdict({ kind: 'missing', because: 'Unknown.' }, { ...counts, missing: 1 })).toBe('Unknown.')
})

it('[WE07] loses no finding', () => {
  const all = findingKinds.flatMap((kind, i) => [finding(`X${i}`, kind), finding(`Y${i}`, kind)])
  expect(byKind(all).flatMap((g) => g.findings)).toHaveLength(all.length)
})

it('[WE07] has a word of its own for every kind', () => {
  expect(new Set(findingKinds.map((kind) => kindWords[kind])).size).toBe(findingKinds.length)
})

it('[WE08] counts what is not clear, and says clear only when all is', () => {
  expect(countWords(countKinds([finding('A', 'missing'), finding('B', 'clear')]))).toBe('1\u00a0missing')
  expect(countWords(countKinds([finding('B', 'clear')]))).toBe('1\u00a0clear')
})
