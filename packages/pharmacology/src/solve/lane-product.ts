/**
 * C = A·B for many individuals at once, over the entries that can differ from zero. Numbers of the same kind lie next to each
 * other, individual by individual (`[entry·lanes + lane]`), so the innermost loop is even and without indirection.
 * A pattern of reachability is closed: the product of two such matrices has it again.
 */
import type { Pattern } from './pattern.ts'

export type LaneProduct = (A: Float64Array, B: Float64Array, C: Float64Array) => void

export function laneProduct({ nonZero, rowStart, column }: Pattern, lanes: number): LaneProduct {
  // For each entry (i, j) of C the pairs (i, k), (k, j) that make it, as offsets.
  const start = new Int32Array(nonZero + 1)
  const left: number[] = []
  const right: number[] = []
  for (let i = 0, q = 0; i < rowStart.length - 1; i++)
    for (; q < rowStart[i + 1]!; q++) {
      for (let a = rowStart[i]!; a < rowStart[i + 1]!; a++) {
        const k = column[a]!
        const b = column.subarray(rowStart[k], rowStart[k + 1]).indexOf(column[q]!)
        if (b < 0) continue
        left.push(a * lanes)
        right.push((rowStart[k]! + b) * lanes)
      }
      start[q + 1] = left.length
    }
  const [l, r] = [Int32Array.from(left), Int32Array.from(right)]

  return (A, B, C) => {
    for (let q = 0, to = 0; q < nonZero; q++, to += lanes) {
      const end = start[q + 1]!
      let p = start[q]!
      // One to four pairs to begin with, then four at a time: fewer passes over C. Scalars only: nothing is allocated.
      const head = (end - p) & 3
      const a = l[p]!
      const b = r[p]!
      if (head === 1) {
        for (let lane = 0; lane < lanes; lane++) C[to + lane] = A[a + lane]! * B[b + lane]!
        p += 1
      } else if (head === 2) {
        const c = l[p + 1]!
        const d = r[p + 1]!
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane] = A[a + lane]! * B[b + lane]! + A[c + lane]! * B[d + lane]!
        p += 2
      } else if (head === 3) {
        const c = l[p + 1]!
        const d = r[p + 1]!
        const e = l[p + 2]!
        const f = r[p + 2]!
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane] = A[a + lane]! * B[b + lane]! + A[c + lane]! * B[d + lane]! + A[e + lane]! * B[f + lane]!
        p += 3
      } else {
        const c = l[p + 1]!
        const d = r[p + 1]!
        const e = l[p + 2]!
        const f = r[p + 2]!
        const g = l[p + 3]!
        const h = r[p + 3]!
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane] =
            A[a + lane]! * B[b + lane]! +
            A[c + lane]! * B[d + lane]! +
            (A[e + lane]! * B[f + lane]! + A[g + lane]! * B[h + lane]!)
        p += 4
      }
      for (; p < end; p += 4) {
        const i = l[p]!
        const j = r[p]!
        const c = l[p + 1]!
        const d = r[p + 1]!
        const e = l[p + 2]!
        const f = r[p + 2]!
        const g = l[p + 3]!
        const h = r[p + 3]!
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane]! +=
            A[i + lane]! * B[j + lane]! +
            A[c + lane]! * B[d + lane]! +
            (A[e + lane]! * B[f + lane]! + A[g + lane]! * B[h + lane]!)
      }
    }
  }
}
