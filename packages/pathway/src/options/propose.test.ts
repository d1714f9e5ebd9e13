import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fact, suitableCase } from '../case.fixture.ts'
import { phases } from '../case.ts'
import type { KetamineOrder, KetamineTreatment } from '../case.ts'
import { withinCeilings } from '../ceilings.ts'
import { arithmeticHolds, isMeasurable } from '../dose-arithmetic.ts'
import { findingKinds } from '../finding.ts'
import { protocol } from './protocol.fixture.ts'
import { finding, kinds, options, pick } from './chosen.fixture.ts'

describe('for any person, order and findings (seed printed on failure)', () => {
  const rules = ['E02', 'E06', 'E17', 'I01', 'I03', 'I10', 'T01', 'T08', 'T09', 'M05', 'M13', 'S04']
  const absurd = fc.constantFrom(NaN, 0, -5, Infinity)
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const amount = (max: number) =>
    fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0.2, max, noNaN: true }) }, { weight: 1, arbitrary: absurd })
  const defined = <T extends object>(value: T) =>
    Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
  const anyOrder = fc
    .record({
      substance: maybe(fc.constantFrom('racemic-ketamine' as const, 'esketamine' as const)),
      route: maybe(fc.constantFrom('oral' as const, 'sublingual' as const)),
      mg: maybe(amount(300)),
      strength: maybe(fc.oneof(fc.constantFrom(10, 50, 7.5), absurd)),
      timesPerDay: maybe(fc.constantFrom(1, 2, 3, 4, 6, 24, 0, NaN)),
    })
    .map((o) => fact(defined(o) as KetamineOrder))
  const date = fc.constantFrom('2026-03-02', '2026-02-27', '2026-02', '2025-06-01', '2027-01-01', 'soon')
  const anyCase = fc
    .record({
      phase: fc.constantFrom(...phases),
      order: maybe(anyOrder),
      started: maybe(date),
      lastStep: maybe(date),
      testDose: maybe(fc.boolean().map((tolerated) => fact({ mg: 10, tolerated }))),
      weight: maybe(amount(200)),
    })
    .map(({ weight, ...ketamine }) =>
      suitableCase({
        ketamine: defined(ketamine) as KetamineTreatment,
        measurements: weight === undefined ? {} : { weight: [fact(weight)] },
      }),
    )
  const anyFindings = fc
    .uniqueArray(fc.constantFrom(...rules))
    .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom(...findingKinds).map((kind) => finding(id, kind)))))

  it('[OP1] [OP2] hold and stop are there, kinds are unique, stop is open, and every option has a reason against', () => {
    fc.assert(
      fc.property(anyCase, anyFindings, (facts, findings) => {
        const list = options(facts, ...findings)
        expect(list.length).toBeGreaterThanOrEqual(2)
        expect(new Set(kinds(list)).size).toBe(list.length)
        expect(kinds(list)).toEqual(expect.arrayContaining(['hold', 'stop']))
        expect(pick(list, 'stop').blockedBy).toEqual([])
        for (const option of list) {
          expect(option.against.length).toBeGreaterThan(0)
          expect(option.basis.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('[CE9] an option that may be signed is measurable, reckoned right, and within every ceiling', () => {
    fc.assert(
      fc.property(anyCase, anyFindings, (facts, findings) => {
        for (const { kind, blockedBy, dose, regimen } of options(facts, ...findings)) {
          if (!dose || !regimen) continue
          expect(arithmeticHolds(dose)).toBe(true)
          if (blockedBy.length > 0) continue
          expect(isMeasurable(dose, protocol)).toBe(true)
          expect(regimen.mgPerDay).toBeCloseTo(dose.mg * dose.timesPerDay, 6)
          expect(regimen.mgPerDay).toBeLessThanOrEqual(400)
          for (const stage of regimen.stages ?? []) {
            expect(stage.dose.mg === 0 || isMeasurable(stage.dose, protocol)).toBe(true)
            expect(stage.dose.mg).toBeLessThanOrEqual(dose.mg)
          }
          // Against the ceilings as numbers, not through the gate that the options pass.
          const before = facts.ketamine.order?.value
          const rising = !(dose.mg * dose.timesPerDay < (before?.mg ?? 0) * (before?.timesPerDay ?? 0))
          if (rising && kind !== 'taper') {
            expect(dose.mg).toBeLessThanOrEqual(100)
            expect(regimen.mgPerDay).toBeLessThanOrEqual(200)
            const weight = facts.measurements.weight?.[0]?.value ?? 25
            expect(regimen.mgPerDay).toBeLessThanOrEqual(2 * (weight >= 25 ? weight : 25) + 1e-6)
          }
          expect(regimen.days).toBeLessThanOrEqual(28)
          if (kind === 'start' || kind === 'step' || kind === 'test-dose')
            expect(dose.mg - (kind === 'step' ? before!.mg! : 0)).toBeLessThanOrEqual(10 + 1e-6)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('[OP5] a giving option is open only when no finding that bears on it says stop, hold or missing', () => {
    fc.assert(
      fc.property(anyCase, anyFindings, (facts, findings) => {
        const bad = findings
          .filter((f) => /^[EI]/.test(f.rule) && ['stop', 'hold', 'missing'].includes(f.kind))
          .map((f) => f.rule)
        for (const option of options(facts, ...findings)) {
          if (['test-dose', 'start', 'step'].includes(option.kind))
            expect(option.blockedBy).toEqual(expect.arrayContaining(bad))
        }
      }),
      { numRuns: 400 },
    )
  })
})

it('[CE9] the gate is the same for a caller outside the options', () => {
  expect(
    withinCeilings({ mg: 70, timesPerDay: 3, supplyDays: 7, titrating: true, weight: 120 }, protocol).map(
      (b) => b.rule,
    ),
  ).toEqual(['T08', 'CE2'])
})
