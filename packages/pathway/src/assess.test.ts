import { expect, it } from 'vitest'
import { assess } from './assess.ts'
import { suitableCase } from './case.fixture.ts'
import type { Case, Measure, ScreeningItem } from './case.ts'
import { findingKinds } from './finding.ts'
import type { Finding } from './finding.ts'
import { protocol } from './judged.fixture.ts'
import { randomCase } from './random-case.fixture.ts'
import { rules } from './rules.ts'

const seeds = Array.from({ length: 120 }, (_, i) => 20_260_302 + i)
const kinds = (findings: readonly Finding[]) => Object.fromEntries(findings.map((f) => [f.rule, f.kind]))

it('[AS1] gives one finding for every rule, and a suitable person is clear of all', () => {
  const findings = assess(suitableCase(), protocol)
  expect(findings.map((f) => f.rule).sort()).toEqual(rules.map((r) => r.id).sort())
  expect(findings.filter((f) => f.kind !== 'clear')).toEqual([])
})

it('[AS2] puts the worst first, and within a kind goes by id', () => {
  for (const seed of seeds) {
    const findings = assess(randomCase(seed), protocol)
    const order = findings.map((f) => findingKinds.indexOf(f.kind) * 1000 + rules.findIndex((r) => r.id === f.rule))
    expect(order, `seed ${seed}`).toEqual([...order].sort((a, b) => a - b))
  }
})

it('[AS3] never throws for odd facts, and every finding can be read aloud', () => {
  for (const seed of seeds) {
    for (const finding of assess(randomCase(seed), protocol)) {
      const words = [finding.because, finding.source, ...finding.facts]
      expect(
        words.every((w) => w.trim().length > 0),
        `seed ${seed} ${finding.rule}`,
      ).toBe(true)
      expect(finding.because, `seed ${seed} ${finding.rule}`).not.toMatch(/undefined|NaN|\[object|\s\s|(^|\. ):/)
      if (finding.kind === 'missing') expect(finding.ask?.trim(), `seed ${seed} ${finding.rule}`).toBeTruthy()
    }
  }
})

it('[AS4] taking good news or a measurement away never makes anything clear', () => {
  for (const seed of seeds) {
    const facts = randomCase(seed)
    const before = kinds(assess(facts, protocol))
    for (const [what, poorer] of poorerCases(facts)) {
      for (const { rule, kind } of assess(poorer, protocol)) {
        if (kind === 'clear') expect(before[rule], `seed ${seed}: ${rule} without ${what}`).toBe('clear')
      }
    }
  }
})

it('[AS5] the same case and protocol give the same findings, and are left as they were', () => {
  const facts = randomCase(7)
  const copy = randomCase(7)
  expect(assess(facts, protocol)).toEqual(assess(copy, protocol))
  expect(facts).toEqual(copy)
})

/** Items whose "yes" is the good news. A "yes" to any other is bad news, which may of course be taken back. */
const good: readonly ScreeningItem[] = [
  'specialist-initiated',
  'contraception-adequate',
  'medication-list-complete',
  'adult-present',
  'urine-infection-excluded',
]

function* poorerCases(facts: Case): Generator<[string, Case]> {
  for (const item of Object.keys(facts.screening) as ScreeningItem[]) {
    const { [item]: answer, ...screening } = facts.screening
    if (answer?.value === true && !good.includes(item)) continue
    yield [item, { ...facts, screening }]
  }
  for (const measure of Object.keys(facts.measurements) as Measure[]) {
    const { [measure]: _, ...measurements } = facts.measurements
    yield [measure, { ...facts, measurements }]
  }
  yield ['blood pressure', { ...facts, bloodPressure: [] }]
  const { medications: _, ...unlisted } = facts
  yield ['medication list', unlisted]
  yield ['signs', { ...facts, signs: {} }]
}
