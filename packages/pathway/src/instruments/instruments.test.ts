/** The data of every instrument, and what must hold for each whatever is answered. */
import { expect, it } from 'vitest'
import { seeded } from '../random-case.fixture.ts'
import type { Answer } from './answers-read.ts'
import { rangeOfItem } from './answers-read.ts'
import { day, lowestBut } from './filled.fixture.ts'
import type { Instrument } from './instrument.ts'
import { instruments } from './registry.ts'
import type { ScoreResult } from './score.ts'
import { score } from './score.ts'

const each = instruments.map((instrument) => [instrument.id, instrument] as const)
const seeds = Array.from({ length: 1000 }, (_, i) => 40_260_302 + i)

/** A form as people fill it in: much left out, some declined; odd ones with answers twice, out of range or unknown. */
function randomAnswers(instrument: Instrument, random: () => number, odd: boolean): Answer[] {
  const share = random()
  const one = ({ id, choices }: Instrument['items'][number]): Answer => {
    if (random() < 0.1) return { item: id, value: 'declined' }
    if (odd && random() < 0.1) return { item: id, value: [NaN, -1, 99, 0.5][Math.floor(random() * 4)]! }
    return { item: random() < 0.02 && odd ? 'other' : id, value: choices[Math.floor(random() * choices.length)]!.value }
  }
  const answers = instrument.items.filter(() => random() < share).map(one)
  return odd && random() < 0.3 ? [...answers, ...answers.slice(0, 1)] : answers
}

/** How much worse than clear: nothing is said, clear, missing, today, now. */
function alarm({ safety }: ScoreResult): number {
  if (safety === undefined) return 0
  if (safety.kind === 'sameDay') return safety.urgency === 'now' ? 4 : 3
  return safety.kind === 'missing' ? 2 : 1
}

it('[IN15] ids are unique, choices are whole numbers without a gap, and what is named is there', () => {
  expect(new Set(instruments.map((i) => i.id)).size).toBe(14)
  for (const instrument of instruments) {
    const ids = instrument.items.map((item) => item.id)
    expect(new Set(ids).size, instrument.id).toBe(ids.length)
    for (const item of instrument.items) {
      const [least, most] = rangeOfItem(item)
      expect(item.choices.map((choice) => choice.value)).toEqual(
        Array.from({ length: most - least + 1 }, (_, i) => least + i),
      )
      expect(item.asks.trim()).not.toBe('')
      for (const from of [...(item.feeds ?? []), ...(item.safety ? [item.safety] : [])].map((part) => part.from)) {
        expect(from > least && from <= most, `${instrument.id} ${item.id}`).toBe(true)
      }
    }
    const named = [
      ...(instrument.total?.items ?? []),
      ...instrument.subscores.flatMap((part) => (part.kind === 'sum' ? part.items : part.groups.flat())),
      ...instrument.items.flatMap((item) => item.onlyAfter ?? []),
    ]
    expect(
      named.filter((id) => !ids.includes(id)),
      instrument.id,
    ).toEqual([])
    const bounds = instrument.conclusion?.alternatives.flat().map((bound) => bound.subscore) ?? []
    expect(bounds.filter((id) => !instrument.subscores.some((part) => part.id === id))).toEqual([])
  }
})

it('[IN15] no two items and no two instruments share a LOINC code, but for the pain ratings and PHQ-2 in PHQ-9', () => {
  const others = instruments.filter(({ id }) => !['pain-nrs-worst', 'pain-nrs-now', 'phq-2'].includes(id))
  const codes = others.flatMap(({ loinc, items }) => [loinc?.panel, loinc?.total, ...items.map((item) => item.loinc)])
  const given = codes.filter((code) => code !== undefined)
  expect(new Set(given).size).toBe(given.length)
  expect(given.filter((code) => !/^\d{4,5}-\d$/.test(code))).toEqual([])
})

it('[IN15] every number that is not a plain answer has a source and a status', () => {
  const found: string[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    const carries = ['percent', 'points', 'alternatives', 'bands', 'nowFrom', 'unanswered'].some((key) => key in value)
    if (carries) {
      found.push(path)
      expect((value as { source?: string }).source?.trim(), path).toBeTruthy()
      expect(['published', 'derived', 'assumed', 'engineering'], path).toContain((value as { status?: string }).status)
    }
    for (const [key, inner] of Object.entries(value)) if (key !== 'bands' || !carries) walk(inner, `${path}.${key}`)
  }
  for (const { bands, ...instrument } of instruments) walk({ ...instrument, of: bands }, instrument.id)
  expect(found.length).toBeGreaterThan(25)
})

it.each(each)(
  '[IN1] [IN3] %s: every total lies in its range and in the interval said before; 1,000 seeds from 40260302',
  (_, instrument) => {
    for (const seed of seeds) {
      const random = seeded(seed)
      const whole = instrument.items.map(({ id, choices }) => ({
        item: id,
        value: choices[Math.floor(random() * choices.length)]!.value,
      }))
      const part = whole.filter(() => random() < 0.7)
      const [full, some] = [score(instrument, whole, day), score(instrument, part, day)]
      if (full.kind !== 'scored') throw new Error(`seed ${seed}`)
      if (full.total) {
        expect(full.total.value, `seed ${seed}`).toBeGreaterThanOrEqual(full.total.least)
        expect(full.total.value, `seed ${seed}`).toBeLessThanOrEqual(full.total.most)
      }
      if (some.kind !== 'incomplete') continue
      if (full.total) {
        expect(some.total!.atLeast, `seed ${seed}`).toBeLessThanOrEqual(full.total.value)
        expect(some.total!.atMost, `seed ${seed}`).toBeGreaterThanOrEqual(full.total.value)
        const bands = instrument.bands?.bands.map((band) => band.name) ?? []
        if (some.bandAtLeast) expect(bands.indexOf(some.bandAtLeast)).toBeLessThanOrEqual(bands.indexOf(full.band!))
      }
      for (const [id, { atLeast, atMost }] of Object.entries(some.subscores)) {
        expect(atLeast <= full.subscores[id]! && full.subscores[id]! <= atMost, `seed ${seed} ${id}`).toBe(true)
      }
      // What the part raises the whole raises too, and what the whole raises the part raises or does not know.
      const key = (all: readonly { rule: string; item: string }[]) => all.map(({ rule, item }) => `${rule} ${item}`)
      expect(key(full.raised), `seed ${seed}`).toEqual(expect.arrayContaining(key(some.raised)))
      expect([...key(some.raised), ...key(some.notKnown)], `seed ${seed}`).toEqual(
        expect.arrayContaining(key(full.raised)),
      )
    }
  },
)

it.each(each)(
  '[IN2] %s: nothing throws and only accepted answers are scored; 1,000 seeds from 40260302',
  (_, instrument) => {
    const kinds = new Set<string>()
    for (const seed of seeds) {
      const answers = randomAnswers(instrument, seeded(seed), true)
      const result = score(instrument, answers, day)
      kinds.add(result.kind)
      const bad = answers.some(({ item, value }, i) => {
        const known = instrument.items.find(({ id }) => id === item)
        const isChoice = value === 'declined' || known?.choices.some((choice) => choice.value === value)
        return !isChoice || answers.findIndex((other) => other.item === item) !== i
      })
      expect(result.kind === 'refused', `seed ${seed}`).toBe(bad)
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['refused', 'incomplete']))
  },
)

it.each(each)('[IN8] %s: the order of answers changes nothing; 1,000 seeds from 40260302', (_, instrument) => {
  for (const seed of seeds) {
    const random = seeded(seed)
    const answers = randomAnswers(instrument, random, true)
    const shuffled = answers
      .map((answer) => ({ answer, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ answer }) => answer)
    expect(score(instrument, shuffled, day), `seed ${seed}`).toEqual(score(instrument, answers, day))
  }
})

it.each(each.filter(([, { items }]) => items.some((item) => item.safety)))(
  '[IN7] %s: leaving out an answer never makes it clear, nor a reassuring one less urgent; 1,000 seeds from 40260302',
  (_, instrument) => {
    for (const seed of seeds) {
      const random = seeded(seed)
      const answers = randomAnswers(instrument, random, false)
      const before = alarm(score(instrument, answers, day))
      for (const { item, value } of answers) {
        const { safety } = instrument.items.find(({ id }) => id === item)!
        const without = alarm(
          score(
            instrument,
            answers.filter((answer) => answer.item !== item),
            day,
          ),
        )
        // A follow-up that need not have been asked is the one answer that may go without a trace.
        const { onlyAfter } = instrument.items.find(({ id }) => id === item)!
        if (before > 1 && onlyAfter === undefined) expect(without, `seed ${seed} ${item}`).toBeGreaterThan(1)
        if (safety === undefined || value === 'declined' || value < safety.from) {
          expect(without, `seed ${seed} ${item}`).toBeGreaterThanOrEqual(before)
        }
      }
      // A form that is refused for something else is never calmer.
      const refused = score(instrument, [...answers, { item: 'other', value: 0 }], day)
      expect(alarm(refused), `seed ${seed} refused`).toBeGreaterThanOrEqual(before)
    }
  },
)

it.each(each.filter(([, { items }]) => items.some((item) => item.safety)))(
  '[IN7] %s is clear only when every safety item is answered and none is positive',
  (_, instrument) => {
    expect(score(instrument, lowestBut(instrument), day).safety).toEqual({ kind: 'clear' })
    for (const item of instrument.items.filter((one) => one.safety && !one.onlyAfter)) {
      const without = lowestBut(instrument).filter((answer) => answer.item !== item.id)
      expect(score(instrument, without, day).safety?.kind, item.id).not.toBe('clear')
      const positive = score(instrument, [{ item: item.id, value: item.safety!.from }], day)
      expect(positive.safety, item.id).toMatchObject({ kind: 'sameDay' })
    }
  },
)
