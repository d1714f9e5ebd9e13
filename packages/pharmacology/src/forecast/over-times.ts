/** Reads what was solved group by group, time after time, patients side by side. */
import { LANES } from '../population/groups.ts'

/** Times taken from the groups at once: each group is read in pieces long enough to be read fast. */
const ROWS = 8

/**
 * @param solved groups of `LANES` patients: `solved[((group·times + time)·width + output)·LANES + lane]`
 * @param visit gets the number of the time and one array of `n` numbers per output, which it may reorder and overwrite
 */
export function overTimes(
  solved: Float64Array,
  { times, width, n }: { readonly times: number; readonly width: number; readonly n: number },
  visit: (k: number, outputs: readonly Float64Array[]) => void,
): void {
  const side = new Float64Array(ROWS * width * n)
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: width }, (_, o) => side.subarray((row * width + o) * n, (row * width + o + 1) * n)),
  )
  for (let k = 0; k < times; k++) {
    if (k % ROWS === 0) {
      const end = Math.min(ROWS, times - k) * width
      for (let first = 0; first < n; first += LANES) {
        const lanes = Math.min(LANES, n - first)
        let from = (first * times + k * LANES) * width
        for (let one = 0, to = first; one < end; one++, to += n, from += LANES)
          for (let lane = 0; lane < lanes; lane++) side[to + lane] = solved[from + lane]!
      }
    }
    visit(k, rows[k % ROWS]!)
  }
}

/** The highest so far of each; written so that NaN wins. */
export function raise(highest: Float64Array, values: Float64Array): void {
  for (let i = 0; i < highest.length; i++) if (!(values[i]! <= highest[i]!)) highest[i] = values[i]!
}
