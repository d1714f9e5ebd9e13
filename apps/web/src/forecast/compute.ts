import { forecast, type FullForecast } from '@anodyne/pharmacology'
import type { Job } from './job.ts'

export function compute({ regimen, person, n, seed, options }: Job): { forecast: FullForecast; ms: number } {
  const began = performance.now()
  const all = forecast(regimen, person, n, seed, options)
  // Counted from today, where the past doses end.
  const today = options.since ?? 0
  return { forecast: { ...all, hours: all.hours.map((h) => h - today) }, ms: performance.now() - began }
}
