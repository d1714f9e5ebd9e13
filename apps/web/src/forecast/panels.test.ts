import type { Band, FullForecast } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'
import { axisTop, ceilings, morePanels, panels, spread, windowHours } from './panels.ts'

const flat = (n: number, value: number): Band => {
  const series = Array.from({ length: n }, () => value)
  return { p05: series, p25: series, median: series, p75: series, p95: series }
}
const hours = Array.from({ length: 673 }, (_, i) => i)
const bands = (factor: number) => ({
  relief: flat(673, 0.25 * factor),
  ketamine: flat(673, 40 * factor),
  dissociation: flat(673, factor),
  pressure: flat(673, 6 * factor),
  pulse: flat(673, 0.4 * factor),
  occupancy: flat(673, 0.2 * factor),
  antinociception: { olofsen2022: flat(673, 0.1 * factor), simons2022: flat(673, 0.05 * factor) },
})
const forecast = { hours, people: bands(1), knowledge: bands(1.5), ...bands(2) } as unknown as FullForecast

it('[WE12] draws all four on one span of time', () => {
  for (const window of ['course', 'first-day', 'last-day'] as const) {
    const spans = panels(forecast, window, ceilings(forecast)).map(
      ({ points }) => `${points[0]?.hour}-${points.at(-1)?.hour}`,
    )
    expect(new Set(spans).size, window).toBe(1)
  }
  expect(windowHours('first-day', 672)).toEqual([0, 24])
  expect(windowHours('last-day', 672)).toEqual([648, 672])
})

it('[WE12] says predicted in every title, with pain and dissociation on their whole scale', () => {
  const top = { ketamine: 400, pressure: 3 }
  const drawn = panels(forecast, 'course', top)
  for (const panel of drawn) expect(panel.title).toMatch(/^Predicted /)
  expect(drawn.map((p) => p.domain)).toEqual([
    [0, 100],
    [0, 100],
    [0, 10],
    [0, 20],
  ])
  expect(drawn[0]?.points[5]?.median).toBe(25)
})

it('[WE12] tells a course of quick effects by the highest of each day, and no day is lost', () => {
  const saw = hours.map((hour) => (hour % 8 === 1 ? 10 + Math.floor(hour / 24) : 1))
  const band = { p05: saw, p25: saw, median: saw, p75: saw, p95: saw }
  const people = { ...forecast.people, ketamine: band }
  const drawn = panels({ ...forecast, people }, 'course', ceilings(forecast))[1]
  expect(drawn?.points).toHaveLength(29)
  expect(drawn?.points.map((p) => p.median).slice(0, 3)).toEqual([10, 11, 12])
  expect(drawn?.points.at(-1)).toMatchObject({ hour: 672, median: 37 })
  expect(drawn?.title).toContain('highest of each day')
})

it('[WE12] changes an axis in steps only, and never cuts a band off', () => {
  expect([1, 50, 100, 101, 200, 201, 400, 450].map((needed) => axisTop(400, needed))).toEqual([
    100, 100, 100, 200, 200, 400, 400, 450,
  ])
})

it('keeps labels apart, in order and inside', () => {
  expect(spread([50, 52, 54], 12, 100)).toEqual([50, 62, 74])
  expect(spread([95, 96, 97], 12, 100)).toEqual([76, 88, 100])
  expect(spread([10, 90, 50], 12, 100)).toEqual([10, 90, 50])
})

it('[EF14] people and what is not known are two bands of every panel, and neither is cut off', () => {
  const all = [...panels(forecast, 'last-day', ceilings(forecast)), ...morePanels(forecast, 'last-day')]
  expect(all.map(({ id }) => id)).toEqual([
    'relief',
    'ketamine',
    'dissociation',
    'pressure',
    'occupancy',
    'antinociception',
    'pulse',
  ])
  for (const { title, points, domain } of all) {
    const { p95, high } = points[5]!
    expect(high / p95, title).toBeCloseTo(1.5, 9)
    expect(title).toMatch(/^Predicted /)
    expect(Math.max(p95, high)).toBeLessThanOrEqual(domain[1])
  }
  expect(ceilings(forecast).ketamine).toBe(80)
  expect(all[5]!.other!.points[5]!.median).toBeCloseTo(5, 9)
})

it('[EF14] what one new patient may meet is drawn on both sides of the first four, and is not cut off either', () => {
  for (const window of ['course', 'last-day'] as const) {
    const four = panels(forecast, window, ceilings(forecast))
    for (const { title, points, domain } of four) {
      const { p95, least, most } = points[2]!
      expect(most! / p95, title).toBeCloseTo(2, 9)
      expect(least, title).toBeCloseTo(most!, 9)
      expect(most).toBeLessThanOrEqual(domain[1])
    }
    for (const { points } of morePanels(forecast, window)) expect(points[2]).not.toHaveProperty('most')
  }
})

it('[EF14] without an occupancy there is no panel of it, and the others stay', () => {
  const people = { ...forecast.people }
  delete (people as { occupancy?: Band }).occupancy
  expect(morePanels({ ...forecast, people }, 'course').map(({ id }) => id)).toEqual(['antinociception', 'pulse'])
})
