import type { Finding, Option } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { densityOf, mattering } from './density.ts'

const finding = (i: number): Finding => ({
  rule: `E${i}`,
  kind: 'missing',
  because: 'The record does not say whether this was asked.',
  facts: [],
  ask: 'Ask whether it applies, and measure what can be measured.',
  source: 'engineering',
})
const option: Option = {
  kind: 'hold',
  title: 'Hold',
  blockedBy: [],
  monitoring: [],
  basis: ['b'],
  missing: [],
  against: ['a'],
}
const plan = (n: number) =>
  ({ option, assessment: { findings: Array.from({ length: n }, (_, i) => finding(i)) } }) as unknown as Parameters<
    typeof densityOf
  >[0]

it('[WE15] sets a plan tighter the more it says, and keeps all of it', () => {
  const order = ['airy', 'normal', 'dense', 'densest']
  const set = [0, 10, 25, 40, 60, 90].map((n) => order.indexOf(densityOf(plan(n))))
  expect(set).toEqual([...set].sort((a, b) => a - b))
  expect(set[0]).toBe(0)
  expect(set.at(-1)).toBe(3)
  expect(mattering(plan(40).assessment.findings)).toHaveLength(40)
})
