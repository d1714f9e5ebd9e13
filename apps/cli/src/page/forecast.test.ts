import { expect, it } from 'vitest'
import { sampleForecast } from '../sample.fixture.ts'
import { paint } from '../text/paint.ts'
import { forecastLines } from './forecast.ts'

const sheet = { width: 80, paint: paint(false) }
const read = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ')

it('[CL14] draws the hours of a short course, and no relief that has no time to come', () => {
  const text = read(forecastLines(sheet, sampleForecast, ''))
  expect(text).toContain('ketamine in plasma, predicted')
  expect(text).not.toContain('relief')
})

it('[CL14] draws only the last day of a long course, and the relief over all of it', () => {
  const hours = Array.from({ length: 28 * 24 + 1 }, (_, i) => i)
  const series = (x: number) => hours.map(() => x)
  const band = { p05: series(0.1), p25: series(0.2), median: series(0.3), p75: series(0.4), p95: series(0.5) }
  const text = read(forecastLines(sheet, { ...sampleForecast, hours, ketamine: band, relief: band }, ''))
  expect(text).toContain('ketamine in plasma, last day, predicted')
  expect(text).toContain('day 27')
  expect(text).toContain('pain relief if the patient is one who responds, predicted: 30 % (10 to 50) at the end')
  expect(text).toContain('50 % ┤')
  expect(text).toContain('after 28 days, 8 % of all have at least 30 % relief and 4 % at least 50 %')
})

it('[CL14] draws no levels where the output times step over the peaks', () => {
  const hours = [0, 4, 8, 12, 16, 20, 24]
  const series = hours.map(() => 1)
  const band = { p05: series, p25: series, median: series, p75: series, p95: series }
  expect(read(forecastLines(sheet, { ...sampleForecast, hours, ketamine: band }, ''))).not.toContain(
    'ketamine in plasma,',
  )
})

it('[EF15] says in a line each what is not known and what the acute effects are; an old record has neither', () => {
  const spread = (median: number) => ({ p05: median / 2, p25: median, median, p75: median, p95: median * 2 })
  const hours = Array.from({ length: 28 * 24 + 1 }, (_, i) => i)
  const series = hours.map(() => 0.1)
  const band = { p05: series, p25: series, median: series, p75: series, p95: series }
  const old = { ...sampleForecast, hours, ketamine: band, relief: band }
  const summary = {
    ...old.summary,
    knowledge: {
      relief: spread(0.2),
      responders: spread(0.33),
      peakKetamine: spread(14),
      peakDissociation: spread(1),
      peakPressure: spread(1),
    },
    peakOccupancy: spread(0.06),
    peakAntinociception: { olofsen2022: spread(0.05), simons2022: spread(0.02) },
    peakPulse: spread(0.14),
  }
  const text = read(forecastLines(sheet, { ...old, summary }, ''))
  expect(text).toContain(
    'not known of the typical patient (and 90 % of what studies allow): relief after 28 days 20 % (10 % to 40 %) if one who responds, chance to respond 33 % (17 % to 66 %), highest ketamine 14 (7 to 28) ng/mL',
  )
  expect(text).toContain(
    'not a sign of benefit, no relation to relief of chronic pain was found: highest share of NMDA receptors occupied 6 (3 to 12) %, by constants from rats',
  )
  expect(text).toContain(
    'highest effect on test pain, as in volunteers, 5 (2.5 to 10) % of the greatest, 2 % by a second source',
  )
  expect(text).toContain('highest rise of pulse 0.14 (0.07 to 0.28)/min')
  expect(read(forecastLines(sheet, old, ''))).not.toMatch(/not known|NMDA|pulse/)
})
