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
      // Four, two or one pair to begin with, then four at a time: fewer passes over C.
      const head = (end - p) & 3
      if (head === 0) {
        const [a, b, c, d] = [l[p]!, l[p + 1]!, l[p + 2]!, l[p + 3]!]
        const [e, f, g, h] = [r[p]!, r[p + 1]!, r[p + 2]!, r[p + 3]!]
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane] =
            A[a + lane]! * B[e + lane]! +
            A[b + lane]! * B[f + lane]! +
            (A[c + lane]! * B[g + lane]! + A[d + lane]! * B[h + lane]!)
        p += 4
      } else if (head === 1) {
        const [a, e] = [l[p]!, r[p]!]
        for (let lane = 0; lane < lanes; lane++) C[to + lane] = A[a + lane]! * B[e + lane]!
        p += 1
      } else if (head === 2) {
        const [a, b, e, f] = [l[p]!, l[p + 1]!, r[p]!, r[p + 1]!]
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane] = A[a + lane]! * B[e + lane]! + A[b + lane]! * B[f + lane]!
        p += 2
      } else {
        const [a, b, c, e, f, g] = [l[p]!, l[p + 1]!, l[p + 2]!, r[p]!, r[p + 1]!, r[p + 2]!]
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane] = A[a + lane]! * B[e + lane]! + A[b + lane]! * B[f + lane]! + A[c + lane]! * B[g + lane]!
        p += 3
      }
      for (; p < end; p += 4) {
        const [a, b, c, d] = [l[p]!, l[p + 1]!, l[p + 2]!, l[p + 3]!]
        const [e, f, g, h] = [r[p]!, r[p + 1]!, r[p + 2]!, r[p + 3]!]
        for (let lane = 0; lane < lanes; lane++)
          C[to + lane]! +=
            A[a + lane]! * B[e + lane]! +
            A[b + lane]! * B[f + lane]! +
            (A[c + lane]! * B[g + lane]! + A[d + lane]! * B[h + lane]!)
      }
    }
  }
}
