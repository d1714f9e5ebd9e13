/**
 * Sample quantiles by linear interpolation between order statistics (Hyndman & Fan 1996, type 7, doi:10.1080/00031305.1996.10473566).
 */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Sorts `sample` in place and returns its quantiles at `LEVELS`. NaN makes every quantile NaN. */
export function quantiles(sample: Float64Array): readonly number[] {
  sample.sort()
  const last = sample.length - 1
  // Typed arrays sort NaN to the end, where it would hide.
  if (Number.isNaN(sample[last])) return LEVELS.map(() => NaN)
  return LEVELS.map((level) => {
    const place = level * last
    const low = Math.floor(place)
    const high = Math.min(low + 1, last)
    return sample[low]! + (place - low) * (sample[high]! - sample[low]!)
  })
}
