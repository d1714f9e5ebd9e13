import { hours, mg } from '@anodyne/units'
import { expect, it } from 'vitest'
import { effectParameters } from './effects/effect.ts'
import { forecast, type Band, type Forecast } from './forecast.ts'
import type { Person } from './person.ts'
import type { Course } from './regimen.ts'
import { typical } from './typical.ts'
import { shifted } from './uncertainty/draw.ts'

const person: Person = { weight: 70, age: 40, interactions: [] }
const oral = (dose: number, change: Partial<Record<keyof Course, unknown>> = {}): Course =>
  ({
    substance: 'racemic-ketamine',
    route: 'oral',
    dose: mg(dose),
    every: hours(8),
    from: hours(0),
    until: hours(48),
    ...change,
  }) as Course
const bands = ({ ketamine, norketamine, relief, dissociation, pressure }: Forecast): Band[] => [
  ketamine,
  norketamine,
  relief,
  dissociation,
  pressure,
]

it('[PD1] bands are ordered and every number is a number', () => {
  for (const band of bands(forecast([oral(25)], person, 101, 4)))
    band.median.forEach((median, i) => {
      const five = [band.p05[i]!, band.p25[i]!, median, band.p75[i]!, band.p95[i]!]
      expect(five.every(Number.isFinite)).toBe(true)
      expect(five).toEqual([...five].sort((a, b) => a - b))
    })
})

it('[PD2] relief stays within 0–1 and dissociation within 0–10, at absurd doses too', () => {
  const { relief, dissociation, summary } = forecast([oral(10_000, { route: 'iv' })], person, 50, 4)
  for (const value of [...relief.p05, ...relief.p95]) expect(value >= 0 && value <= 1).toBe(true)
  for (const value of [...dissociation.p05, ...dissociation.p95, summary.peakDissociation.p95])
    expect(value >= 0 && value <= 10).toBe(true)
  expect(summary.peakDissociation.median).toBeGreaterThan(9.5)
})

it('[PD3] no dose, no effect', () => {
  const none = forecast([oral(0)], person, 20, 4)
  for (const band of bands(none)) for (const value of [...band.p05, ...band.p95]) expect(value).toBe(0)
  expect(none.summary.relief30).toBe(0)
  expect(none.summary.peakPressure.p95).toBe(0)
})

it('[POP2] patient i is the same whatever n is', () => {
  // With n = 1 every quantile is patient 0; with n = 2 the extremes' midpoint is the mean of patients 0 and 1.
  const [one, two] = [forecast([oral(25)], person, 1, 9), forecast([oral(25)], person, 2, 9)]
  one.hours.forEach((_, k) => {
    expect(one.ketamine.p05[k]).toBe(one.ketamine.p95[k])
    const [first, low, high] = [one.ketamine.median[k]!, two.ketamine.p05[k]!, two.ketamine.p95[k]!]
    // p05 = a + 0.05(b − a), p95 = a + 0.95(b − a)
    const [a, b] = [low - (high - low) / 18, high + (high - low) / 18]
    expect(Math.min(Math.abs(first - a), Math.abs(first - b))).toBeLessThan(1e-12 + 1e-9 * first)
  })
})

it('[POP2] the same seed gives the same forecast, another seed another', () => {
  expect(forecast([oral(25)], person, 30, 9)).toEqual(forecast([oral(25)], person, 30, 9))
  expect(forecast([oral(25)], person, 30, 10).ketamine).not.toEqual(forecast([oral(25)], person, 30, 9).ketamine)
})

it('[PD4] the median of many is near the typical person, and the spread is as wide as published', () => {
  const many = forecast([oral(25, { until: hours(1) })], person, 4000, 3, { until: 8 })
  // The typical person's peak is 10.7 ng/mL; the spread of ka flattens the median's a little.
  expect(many.summary.peakKetamine.median / 10.7).toBeGreaterThan(0.9)
  expect(many.summary.peakKetamine.median / 10.7).toBeLessThan(1.1)
  // An independent simulation of 400 people gave a 90 % interval of 3.6–25.5 ng/mL for the peak; people alone have theirs an hour in.
  const { p05: low, p95: high } = many.people.ketamine
  const [p05, p95] = [Math.max(...low), Math.max(...high)]
  expect(p05 / 3.6).toBeGreaterThan(0.8)
  expect(p05 / 3.6).toBeLessThan(1.25)
  expect(p95 / 25.5).toBeGreaterThan(0.8)
  expect(p95 / 25.5).toBeLessThan(1.25)
})

it('[PD6] the chance to respond is about a third, and relief counts only responders', () => {
  const { summary, relief } = forecast([oral(70, { until: hours(24 * 60) })], person, 2000, 5, { step: 24 })
  // Mean of a logit-normal with median 0.33 and 95 % 0.14–0.62.
  expect(summary.responders).toBeGreaterThan(0.3)
  expect(summary.responders).toBeLessThan(0.38)
  expect(summary.relief50).toBeLessThanOrEqual(summary.relief30)
  expect(summary.relief30).toBeLessThan(summary.responders)
  expect(relief.median.at(-1)).toBeGreaterThan(0.2)
})

it('[PD5] an unknown age is not young, an unknown weight is said', () => {
  const known = forecast([oral(25)], person, 200, 4)
  const unknown = forecast([oral(25)], { interactions: [] }, 200, 4)
  const factor = unknown.summary.peakPressure.median / known.summary.peakPressure.median
  expect(factor).toBeGreaterThan(1.5)
  expect(factor).toBeLessThan(2)
  expect(unknown.ketamine).toEqual(known.ketamine)
  expect(unknown.assumed.join('; ')).toContain('weight unknown: 70 kg assumed')
  expect(unknown.assumed.join('; ')).toContain('age unknown')
  expect(known.assumed.join('; ')).not.toContain('unknown')
  expect(forecast([oral(25)], { ...person, age: 49.9 }, 5, 4).pressure).toEqual(
    forecast([oral(25)], person, 5, 4).pressure,
  )
  expect(forecast([oral(25)], { ...person, age: 50 }, 5, 4).pressure).not.toEqual(
    forecast([oral(25)], person, 5, 4).pressure,
  )
})

it('[PK11] doses beyond the data are forecast, and the forecast says that there are none', () => {
  const says = (dose: number, how: Partial<Course>) => forecast([oral(dose, how)], person, 1, 4).assumed.join('; ')
  const slow = { formulation: 'prolonged-release tablet' } as const
  expect(says(101, { route: 'sublingual' })).toContain('sublingual doses above 100 mg: no data')
  expect(says(101, { route: 'buccal' })).toContain('buccal doses above 100 mg: no data')
  expect(says(85, {})).toContain('swallowed doses above 84 mg: no data')
  expect(says(81, slow)).toContain('prolonged-release doses above 80 mg: no data')
  expect(says(100, { route: 'sublingual' }) + says(84, {}) + says(80, slow) + says(200, { route: 'iv' })).not.toContain(
    'no data',
  )
})

it('[FO8] a forecast says what is assumed of a stated way of taking it', () => {
  const { assumed } = forecast([oral(25, { formulation: 'capsule' })], person, 1, 4)
  expect(assumed.join('; ')).toContain('oral, capsule: enters the gut over 0.25 h longer than a solution (assumed)')
})

const assumedOf = (how: Partial<Course>, who: Person = person) =>
  forecast([oral(25, how)], who, 1, 4).assumed.join('; ')

it('[FO17] a forecast says what it takes an unstated way of taking for', () => {
  expect(assumedOf({})).toContain('oral: formulation not stated: taken as a solution')
  expect(assumedOf({ formulation: 'solution' })).not.toContain('not stated')
  expect(assumedOf({ route: 'sublingual' })).toMatch(
    /sublingual: formulation not stated.*swallowed or spat out: taken as swallowed/,
  )
  expect(assumedOf({ route: 'buccal', formulation: 'film' })).toMatch(
    /^(?!.*formulation not stated).*taken as swallowed/,
  )
  expect(assumedOf({ route: 'iv' })).not.toContain('not stated')
  expect(assumedOf({ route: 'buccal' })).toContain('peaks vary more than shown')
  expect(assumedOf({})).not.toContain('peaks vary')
})

it('[PD9] a forecast says where its chance to respond comes from, by every route', () => {
  const { value, spread } = effectParameters.responds
  expect(Math.round(100 * value)).toBe(33)
  // Drawn symmetric on the logit, the printed 14–62 is met within a point.
  for (const [z, printed] of [
    [-1.96, 14],
    [1.96, 62],
  ] as const)
    expect(Math.abs(100 * shifted(value, 'logit', z * spread.sd) - printed)).toBeLessThan(1.5)
  for (const route of ['oral', 'sublingual', 'iv'] as const)
    expect(assumedOf({ route })).toMatch(
      /chance to respond \(33 %, 14–62\).*without a control group.*no placebo-controlled trial shows/,
    )
})

it('[PK16] a forecast says whom it was made from, and in what this person is not one of them', () => {
  const outside = (who: Partial<Person>) => assumedOf({}, { interactions: [], ...who })
  expect(outside({ weight: 70, age: 25 })).toContain(
    'healthy adults of 54–88 kg and 18–34 years after one or a few doses',
  )
  expect(outside({ weight: 70, age: 25 })).not.toContain('outside')
  expect(outside({ weight: 120, age: 61 })).toContain('outside: weight 120 kg, age 61 years')
  expect(outside({})).toContain('outside: weight unknown, age unknown')
  expect(outside({ weight: 40, age: 12 })).toContain('age 12 years; the model is not for children')
  expect(outside({})).toContain('liver is taken as healthy: if it is not, expect more')
})

it('[PK16] the typical curve says what it was not told', () => {
  const { assumed } = typical([oral(25)], { interactions: [] }, [0, 1])
  expect(assumed).toContain('weight unknown: 70 kg assumed')
  expect(assumed.join(' ')).toContain('outside: weight unknown, age unknown')
})

it('[IX13] a forecast with an interacting drug says how much, that it is taken throughout, and what a stop does', () => {
  const taking = (...interactions: Person['interactions']) => assumedOf({}, { ...person, interactions })
  expect(taking('grapefruit')).toMatch(
    /grapefruit: swallowed ketamine × 3 \(2\.4–3\.6, not in the bands\).*throughout, if it stops, ketamine falls back/,
  )
  expect(taking('clarithromycin')).toContain('no range printed, none in the bands')
  // 1/0.14 by hand.
  expect(taking('rifampicin')).toContain('if it stops, swallowed ketamine rises up to 7.1-fold')
  expect(taking('itraconazole')).toContain('itraconazole: no change, as in one study')
  expect(taking()).not.toContain('throughout')
  const under = assumedOf({ route: 'sublingual' }, { ...person, interactions: ['clarithromycin'] })
  expect(under).toContain('not measured by route sublingual')
})

it('[PD7] peaks are looked for between output times too', () => {
  const sparse = forecast([oral(25, { route: 'sublingual' })], person, 50, 4, { step: 24 })
  const dense = forecast([oral(25, { route: 'sublingual' })], person, 50, 4, { step: 0.05 })
  expect(sparse.summary.peakKetamine.median / dense.summary.peakKetamine.median).toBeGreaterThan(0.99)
})

it('[PD8] `since` leaves out what came before it, and changes nothing after it', () => {
  const regimen = [oral(60, { until: hours(240) }), oral(5, { from: hours(240), until: hours(300) })]
  const [all, late] = [forecast(regimen, person, 40, 4), forecast(regimen, person, 40, 4, { since: 252 })]
  expect(late.hours).toEqual(all.hours.slice(252))
  for (const [k, band] of bands(late).entries())
    band.median.forEach((value, i) => expect(value / bands(all)[k]!.median[252 + i]!).toBeCloseTo(1, 9))
  expect(late.summary.peakKetamine.median).toBeLessThan(all.summary.peakKetamine.median / 3)
  expect(late.summary.relief30).toBe(all.summary.relief30)
})

it('[PK11] a later dose than the last output time, mixed substances and two courses are fine', () => {
  const regimen = [oral(10), oral(20, { substance: 'esketamine', from: hours(24), until: hours(240), every: hours(6) })]
  const { hours: times, ketamine } = forecast(regimen, person, 3, 4, { until: 30 })
  expect(times.at(-1)).toBe(30)
  expect(ketamine.median).toHaveLength(31)
})

it.each<[string, () => unknown, string]>([
  ['an empty regimen', () => forecast([], person, 1, 1), 'regimen: empty'],
  ['a dose that is no number', () => forecast([oral(10, { dose: NaN })], person, 1, 1), 'course 1: dose NaN'],
  ['a negative dose', () => forecast([oral(10), oral(10, { dose: -1 })], person, 1, 1), 'course 2: dose -1'],
  ['an interval of zero', () => forecast([oral(10, { every: 0 })], person, 1, 1), 'course 1: every 0'],
  ['an endless course', () => forecast([oral(10, { until: Infinity })], person, 1, 1), 'course 1: until Infinity'],
  ['a course before it begins', () => forecast([oral(10, { from: 9, until: 9 })], person, 1, 1), 'course 1: until 9'],
  ['a negative start', () => forecast([oral(10, { from: -1 })], person, 1, 1), 'course 1: from -1'],
  ['too many doses', () => forecast([oral(1, { every: 0.02, until: 87_000 })], person, 1, 1), 'at most 20000 doses'],
  ['an unknown route', () => forecast([oral(10, { route: 'nasal' })], person, 1, 1), 'course 1: route nasal'],
  ['an unknown substance', () => forecast([oral(10, { substance: 'arketamine' })], person, 1, 1), 'substance arketamine'],
  ['an infusion by mouth', () => forecast([oral(10, { infusion: 1 })], person, 1, 1), 'course 1: infusion 1'],
  ['n = 0', () => forecast([oral(10)], person, 0, 1), 'n 0'],
  ['n = 1.5', () => forecast([oral(10)], person, 1.5, 1), 'n 1.5'],
  ['n = NaN', () => forecast([oral(10)], person, NaN, 1), 'n NaN'],
  ['n beyond the ceiling', () => forecast([oral(10)], person, 1e6, 1), 'n 1000000'],
  ['n × times beyond memory', () => forecast([oral(10)], person, 1e5, 1, { until: 8000 }), 'n × output times'],
  ['a negative seed', () => forecast([oral(10)], person, 1, -1), 'seed -1'],
  ['a step of zero', () => forecast([oral(10)], person, 1, 1, { step: 0 }), 'step 0'],
  ['a first output after the last', () => forecast([oral(10)], person, 1, 1, { since: 99 }), 'since 99'],
  ['a weight of zero', () => forecast([oral(10)], { ...person, weight: 0 }, 1, 1), 'weight 0'],
  ['an age of NaN', () => forecast([oral(10)], { ...person, age: NaN }, 1, 1), 'age NaN'],
  ['an unknown interaction', () => forecast([oral(10)], { interactions: ['toast' as never] }, 1, 1), 'interaction toast'],
  ['times out of order', () => typical([oral(10)], person, [2, 1]), 'output time 1'],
  ['a time that is no number', () => typical([oral(10)], person, [NaN]), 'output time NaN'],
])('[PK11] %s is refused', (_, call, message) => {
  expect(call).toThrow(RangeError)
  expect(call).toThrow(message)
}) // prettier-ignore
