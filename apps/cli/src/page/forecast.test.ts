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
