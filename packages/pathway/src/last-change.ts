import { daysBetween, fewestDaysBetween } from './calendar.ts'
import type { Case } from './case.ts'

/**
 * Hours since the dose was last changed, the fewest there can have been: from the last step or the first dose, whichever came
 * later. NaN when neither is known, when one cannot be right, or when the order in force has no date and may be the newest change.
 */
export function hoursSinceChange({ ketamine: { lastStep, started, order }, asOf }: Case): number {
  const dates = [lastStep, started].filter((date) => date !== undefined)
  if (dates.length === 0 || (order && order.at === undefined)) return NaN
  return Math.min(...dates.map((date) => hoursBetween(date, asOf)))
}

/** Exact when both have a time of day; else whole days. */
function hoursBetween(earlier: string, later: string): number {
  const isTimed = earlier.includes('T') && later.includes('T')
  if (isTimed) return (Date.parse(later) - Date.parse(earlier)) / 3_600_000
  return daysBetween(earlier, later) >= 0 ? fewestDaysBetween(earlier, later) * 24 : NaN
}
