import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SupplyEvent } from './events.ts'
import type { Balance } from './ledger.ts'
import { allTaken, counted, day, dispensed, ledgerOf, prescribed, taken } from './supply.fixture.ts'

const SEED = 20_261_124
const lots = ['A', 'B', 'C'] as const
const label = {
  A: { strength: 10, form: 'solution' },
  B: { strength: 50, form: 'solution' },
  C: { strength: 12.5, form: 'unit' },
} as const

/** Any entries at all, in any order: sensible, impossible, contradictory, twice. */
const anyEvents = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'taken',
        'taken',
        'taken',
        'missed',
        'returned',
        'lost',
        'spilled',
        'destroyed',
        'counted',
        'dispensed',
        'prescribed',
        'ended',
      ),
      n: fc.integer({ min: 0, max: 40 }),
      lot: fc.constantFrom(...lots, undefined),
      amount: fc.oneof(
        fc.integer({ min: 0, max: 40_000 }).map((i) => i / 1000),
        fc.integer({ min: 1, max: 300 }).map((i) => i * 0.1),
        fc.constantFrom(-1, NaN),
      ),
      id: fc.integer({ min: 0, max: 400 }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((drawn): SupplyEvent[] => [
    ...lots.map((lot, i) => ({ ...dispensed(i, 84, { lot, ...label[lot] }), id: `lot ${lot}` })),
    { ...prescribed(0), id: 'plan' },
    ...drawn.map(({ kind, n, lot = 'A', amount, id }) => {
      const common = { id: `e${id}`, on: day(n) }
      if (kind === 'dispensed') return { ...dispensed(n, amount, { lot, ...label[lot] }), ...common }
      if (kind === 'prescribed') return { ...prescribed(n, { amount: 0.5, titrating: true }), ...common }
      if (kind === 'ended' || kind === 'missed') return { ...common, kind }
      return { ...common, kind, lot, amount }
    }),
  ])

const whole = (x: number, scale: number) => {
  const n = Math.round(x * scale)
  expect(n / scale).toBe(x)
  return n
}
const gap = (b: Balance, scale: number) => {
  const n = (x: number) => whole(x, scale)
  return (
    n(b.dispensed) -
    n(b.taken) -
    n(b.returned) -
    n(b.lost) -
    n(b.spilled) -
    n(b.destroyed) -
    n(b.onHand.most) -
    n(b.unexplained)
  )
}

it(`[SU1] [SU2] conserves every thousandth, whatever is entered (seed ${SEED})`, () => {
  let refusals = 0
  let entries = 0
  fc.assert(
    fc.property(anyEvents, (events) => {
      const ledger = ledgerOf(events, 40)
      refusals += ledger.refused.length
      entries += events.length
      for (const lot of ledger.lots) {
        expect(gap(lot, 1e3)).toBe(0)
        expect(lot.onHand.least).toBeGreaterThanOrEqual(0)
        expect(lot.onHand.most).toBeGreaterThanOrEqual(lot.onHand.least)
      }
      expect(gap(ledger.mg, 1e6)).toBe(0)
      expect(ledger.mg.onHand.most).toBeGreaterThanOrEqual(ledger.mg.onHand.least)
      if (ledger.left) expect(ledger.left.doses.most).toBeGreaterThanOrEqual(ledger.left.doses.least)
    }),
    { seed: SEED, numRuns: 1500 },
  )
  // Both roads were walked.
  expect(refusals).toBeGreaterThan(1000)
  expect(refusals).toBeLessThan(entries / 2)
})

it(`[SU11] the order of entry never matters (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      anyEvents.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        expect(ledgerOf(shuffled, 40)).toEqual(ledgerOf(events, 40))
      },
    ),
    { seed: SEED, numRuns: 500 },
  )
})

it(`[SU3] [SU4] whatever was truly taken, what is truly on hand lies within the bounds (seed ${SEED})`, () => {
  const doses = fc.array(fc.constantFrom('reported', 'missed', 'taken in silence', 'missed in silence'), {
    minLength: 30,
    maxLength: 60,
  })
  fc.assert(
    fc.property(doses, fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }), (truth, countDays) => {
      const events: SupplyEvent[] = [prescribed(0), dispensed(0, 40), dispensed(0, 40, { lot: 'B' })]
      const home = { A: 40, B: 40 }
      const last = Math.floor(truth.length / 3) - 1
      truth.slice(0, (last + 1) * 3).forEach((what, i) => {
        const n = Math.floor(i / 3)
        const lot = i % 5 === 0 || home.A === 0 ? 'B' : 'A'
        if (what === 'reported' || what === 'taken in silence') home[lot] -= 1
        if (what === 'reported') events.push(taken(n, 1, { lot }))
        if (what === 'missed') events.push({ id: `m${i}`, on: day(n), kind: 'missed' })
        if (i % 3 === 2 && countDays.includes(n)) events.push(counted(n, home.A))
      })
      const ledger = ledgerOf(events, last)
      for (const { label: l, onHand } of ledger.lots) {
        const there = home[l.lot as 'A' | 'B']
        expect(there).toBeGreaterThanOrEqual(onHand.least)
        expect(there).toBeLessThanOrEqual(onHand.most)
      }
      const mg = (home.A + home.B) * 10
      expect(mg).toBeGreaterThanOrEqual(ledger.mg.onHand.least)
      expect(mg).toBeLessThanOrEqual(ledger.mg.onHand.most)
      expect(ledger.counts.map((c) => c.agrees)).toEqual(ledger.counts.map(() => 'yes'))
    }),
    { seed: SEED, numRuns: 1000 },
  )
})

it(`[SU12] says facts, and nothing about the person (seed ${SEED})`, () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyEvents, (events) => {
      const ledger = ledgerOf(events, 40)
      for (const { code, says, ask } of ledger.notes) {
        seen.add(code)
        expect(`${says} ${ask ?? ''}`).not.toMatch(/undefined|NaN|\[object|Infinity/)
        expect(`${says} ${ask ?? ''}`).not.toMatch(
          /misus|abus|diver[ts]|addict|suspic|suspect|seek|non-?complian|non-?adheren|claim|fail|deni|conceal|steal|stole|theft|sold|lie[ds]?\b|risk|likel|probab|predict|patient/i,
        )
      }
    }),
    { seed: SEED, numRuns: 300 },
  )
  expect(seen.size).toBeGreaterThanOrEqual(8)
})

it('[SU2] keeps three years of three doses a day', () => {
  const events: SupplyEvent[] = [prescribed(0)]
  for (let n = 0; n < 1092; n += 28) events.push(dispensed(n, 84, { lot: `L${n}`, beyondUse: day(n + 60) }))
  allTaken(0, 1091).forEach((t, i) => events.push({ ...t, lot: `L${Math.floor(i / 84) * 28}` }))
  const ledger = ledgerOf(events, 1091)
  expect(ledger).toMatchObject({
    mg: { dispensed: 32_760, taken: 32_760, unexplained: 0 },
    notReported: 0,
    refused: [],
  })
})
