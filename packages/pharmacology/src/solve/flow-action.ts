/**
 * The way over one length that will hardly come again: e^(A·h) times a state, without the matrix e^(A·h). With c the largest loss
 * and P = I + A/c, which has no entry below 0,
 *
 *     e^(A·h)·y = Σ e^(−c·h)·(c·h)ᵏ/k!·Pᵏ·y
 *
 * (uniformization): a product of a sparse matrix and a vector for each term, and no subtraction.
 */

export interface FlowAction {
  /** Takes the rates of the entries, 1/h. Entries of the same place add up. */
  load(rates: ArrayLike<number>): void
  /** c; Infinity where there is a flow below 0, or none at all: then it cannot be applied. */
  loss(): number
  /** y ← e^(A·h)·y */
  apply(h: number, y: Float64Array): void
}

/** Terms are summed until they are below this, relative to the largest. */
const SMALL = 2 ** -60
/** c·h of one sum; more is taken in parts, before e^(−c·h) underflows. */
const PART = 64

/** @param size places; those without entries in their column keep what they hold */
export function flowAction(size: number, entries: readonly { row: number; column: number }[]): FlowAction {
  const between = [
    ...new Set(entries.filter((one) => one.row !== one.column).map((one) => one.row * size + one.column)),
  ]
  const row = Int32Array.from(between, (at) => Math.floor(at / size))
  const column = Int32Array.from(between, (at) => at % size)
  /** Where each entry's rate goes: below `size` the diagonal, then what lies between. */
  const goes = Int32Array.from(entries, (one) =>
    one.row === one.column ? one.row : size + between.indexOf(one.row * size + one.column),
  )
  const all = new Float64Array(size + between.length)
  const [stay, share] = [all.subarray(0, size), all.subarray(size)]
  const [now, next, sum] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  let loss = Infinity

  return {
    load(rates) {
      all.fill(0)
      for (let k = 0; k < goes.length; k++) all[goes[k]!]! += rates[k]!
      loss = 0
      for (let i = 0; i < size; i++) loss = Math.max(loss, -stay[i]!)
      let possible = loss > 0 && loss < Infinity
      for (let q = 0; q < share.length; q++) possible &&= share[q]! >= 0 && share[q]! < Infinity
      if (!possible) loss = Infinity
      for (let i = 0; i < size; i++) stay[i] = 1 + stay[i]! / loss
      for (let q = 0; q < share.length; q++) share[q]! /= loss
    },
    loss: () => loss,
    apply(h, y) {
      const parts = Math.max(1, Math.ceil((loss * h) / PART))
      for (let part = 0; part < parts; part++) once((loss * h) / parts, y)
    },
  }

  function once(mean: number, y: Float64Array): void {
    let weight = Math.exp(-mean)
    let largest = weight
    now.set(y)
    for (let i = 0; i < size; i++) sum[i] = weight * now[i]!
    for (let k = 1; ; k++) {
      for (let i = 0; i < size; i++) next[i] = stay[i]! * now[i]!
      for (let q = 0; q < row.length; q++) next[row[q]!]! += share[q]! * now[column[q]!]!
      weight *= mean / k
      for (let i = 0; i < size; i++) {
        const one = next[i]!
        now[i] = one
        sum[i]! += weight * one
      }
      // What a chain of flows passes on comes late: up to `size` terms are summed in any case, and their weight counts as large.
      if (k <= size || weight > largest) largest = weight
      else if (k > mean && weight <= SMALL * largest) break
    }
    y.set(sum)
  }
}
