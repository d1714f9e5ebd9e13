import type { Finding, Option } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import { densityOf, heightOf, sheetLines } from './density.ts'

const finding = (i: number): Finding => ({
  rule: `E${i}`,
  kind: 'missing',
  because: 'The record does not say whether this was asked.',
  facts: [],
  ask: `Ask whether ${i} applies, and measure what can be measured.`,
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
  const order = ['airy', 'normal', 'dense', 'denser', 'densest']
  const set = [0, 10, 25, 40, 60, 90].map((n) => order.indexOf(densityOf(plan(n))))
  expect(set).toEqual([...set].sort((a, b) => a - b))
  expect(set[0]).toBe(0)
  expect(set.at(-1)).toBe(4)
  expect(sheetLines(plan(40).assessment.findings)).toHaveLength(40)
})

it('[WE15] counts every stage of a taper, and every line that a long text turns into', () => {
  const dose = { substance: 'racemic-ketamine', route: 'oral', mg: 9, mL: 0.9, strength: 10, timesPerDay: 3 } as const
  const { assessment } = plan(0)
  const taper = (stages: number): typeof option => ({
    ...option,
    dose,
    regimen: { dose, days: 21, mgPerDay: 27, stages: Array.from({ length: stages }, () => ({ dose, days: 7 })) },
  })
  const height = (of: typeof option) => heightOf({ option: of, assessment }, 'normal')
  expect(height(taper(4)) - height(taper(1))).toBe(39)
  expect(height({ ...option, basis: ['word '.repeat(200)] })).toBeGreaterThan(height(option) + 100)
})

it('[WE15] asks once on paper what several rules wait for, and names every rule', () => {
  const list = { ...finding(1), ask: 'Confirm the list.' }
  const shown = sheetLines([list, { ...list, rule: 'I02' }, { ...finding(3), kind: 'stop', because: 'Now.' }])
  expect(shown).toEqual([
    { kind: 'stop', text: 'Now.', rules: 'E3' },
    { kind: 'missing', text: 'Confirm the list.', rules: 'E1, I02' },
  ])
})
