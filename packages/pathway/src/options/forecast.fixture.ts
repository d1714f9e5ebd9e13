/** A forecaster that draws nothing and remembers what it was asked. For tests of the options, which only pass it on. */
import type { Forecast } from '@anodyne/pharmacology'
import type { ForecastOf } from './visit.ts'

const band = { p05: [0], p25: [0], median: [0], p75: [0], p95: [0] }
const spread = { p05: 0, p25: 0, median: 0, p75: 0, p95: 0 }

export const emptyForecast: Forecast = {
  model: { id: 'none', version: '0' },
  n: 0,
  seed: 0,
  hours: [0],
  ketamine: band,
  norketamine: band,
  relief: band,
  dissociation: band,
  pressure: band,
  summary: {
    responders: 0,
    relief30: 0,
    relief50: 0,
    peakKetamine: spread,
    peakDissociation: spread,
    peakPressure: spread,
  },
  assumed: ['weight unknown: 70 kg assumed'],
}

export function recorder(): { forecastOf: ForecastOf; asked: Parameters<ForecastOf>[0][] } {
  const asked: Parameters<ForecastOf>[0][] = []
  return {
    asked,
    forecastOf: (course) => {
      asked.push(course)
      return emptyForecast
    },
  }
}
