/** Random cases, odd ones among them: absent, absurd, undated, future and contradictory facts. Same seed, same case. */
import { condition, fact, medication, suitableCase } from './case.fixture.ts'
import { conditionKinds, ingredients, measures, painSigns, phases, screeningItems } from './case.ts'
import type { Case, Fact, Measure } from './case.ts'

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function randomCase(seed: number): Case {
  const random = seeded(seed)
  const chance = (p: number) => random() < p
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const dates = ['2026-03-02', '2026-02-20', '2026-01-15', '2025-10', '2024', '1999-05-05', '2027-01-01', 'soon', '']
  const numbers = [NaN, -1, 0, 0.1, 7, 24, 60, 134, 136, 200, 1e9, Infinity]
  const known = <T>(value: T): Fact<T> => {
    const { at: _, ...undated } = fact(value, `${String(value)} in words`)
    return chance(0.8) ? { ...undated, at: pick(dates.slice(0, chance(0.7) ? 2 : 9)) } : undated
  }
  const some = <K extends string, T>(keys: readonly K[], p: number, value: () => T) =>
    Object.fromEntries(keys.filter(() => chance(p)).map((k) => [k, value()])) as Partial<Record<K, T>>
  const list = <T>(most: number, value: () => T) => Array.from({ length: Math.floor(random() * (most + 1)) }, value)
  const base = suitableCase()
  const measureNames = Object.keys(measures) as Measure[]
  const { medications: _m, ...rest } = base
  return {
    ...rest,
    person: {
      id: `seed ${seed}`,
      synthetic: true,
      ...(chance(0.8) ? { age: pick([46, 70, 17, NaN, -3, 300]) } : {}),
      ...(chance(0.8) ? { sex: pick(['male', 'female', 'other'] as const) } : {}),
    },
    conditions: list(4, () =>
      condition([pick(conditionKinds)], 'A diagnosis', pick(['active', 'resolved', 'refuted', 'unknown']), pick(dates)),
    ),
    ...(chance(0.9)
      ? {
          medications: list(4, () =>
            medication([pick(ingredients)], 'A medicine', pick(['current', 'past', 'unknown'])),
          ),
        }
      : {}),
    screening: chance(0.3) ? base.screening : some(screeningItems, 0.8, () => known(chance(0.2))),
    signs: some(painSigns, 0.6, () => known(chance(0.5))),
    measurements: chance(0.3) ? base.measurements : some(measureNames, 0.8, () => list(3, () => known(pick(numbers)))),
    bloodPressure: list(4, () =>
      known({ systolic: pick([118, 145, 155, 165, NaN, -1]), diastolic: pick([70, 92, 101, 200]) }),
    ),
    treatments: chance(0.5) ? base.treatments : [],
    ketamine: {
      phase: pick(phases),
      ...(chance(0.7) ? { started: pick(dates) } : {}),
      ...(chance(0.7) ? { lastStep: pick(dates) } : {}),
      ...(chance(0.6)
        ? {
            order: known({
              substance: pick(['racemic-ketamine', 'esketamine'] as const),
              route: 'oral' as const,
              mg: pick([...numbers, 25]),
              mL: pick([2.5, 1, NaN]),
              strength: 10,
              timesPerDay: pick([3, 4, NaN]),
              supplyDays: pick([7, 28, 90, NaN]),
            }),
          }
        : {}),
    },
  }
}
