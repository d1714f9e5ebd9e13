/**
 * The portions of each stage of a taper: equal cuts of the day's amount at its start, rounded down to whole portions.
 *
 *     stage k: floor(n × (1 − k × fraction)) portions a day,  n = portions a day now,  k = 1, 2, … while more than 0
 *
 * A solution is drawn up alike at every time of day, as long as each dose is at least one graduation. Whole units, and the least
 * volumes, are shared out over the day with the larger doses last. A stage that rounding makes equal to the one before is left out.
 */

/** Portions at each time of day, stage by stage; each stage less than the one before, none at any time above `perTime`. */
export function stagesOf(perTime: number, timesPerDay: number, fraction: number, alike: boolean): number[][] {
  if (!(fraction > 0 && fraction <= 1))
    throw new RangeError(`taper.fraction ${fraction}: expected more than 0 and at most 1`)
  const now = perTime * timesPerDay
  const stages: number[][] = []
  let before = now
  for (let k = 1; k * fraction < 1 - 1e-9; k += 1) {
    // 1e-9 of a portion forgives binary dust, as in dose-arithmetic.ts.
    const stage = shareOut(Math.floor(now * (1 - k * fraction) + 1e-9), timesPerDay, alike)
    const total = sum(stage)
    if (total > 0 && total < before) {
      stages.push(stage)
      before = total
    }
  }
  return stages
}

function shareOut(portions: number, timesPerDay: number, alike: boolean): number[] {
  const each = Math.floor(portions / timesPerDay)
  const over = alike && each >= 1 ? 0 : portions - each * timesPerDay
  return Array.from({ length: timesPerDay }, (_, i) => each + (i >= timesPerDay - over ? 1 : 0))
}

export const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)
