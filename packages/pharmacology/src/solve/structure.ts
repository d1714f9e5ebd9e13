/**
 * What a solution has to carry, and in which order. A state matters if a dose reaches it and it reaches an output; the others
 * are left out. States that exchange with each other (a centre and its tissues) form a block; blocks stand in the order of the
 * flow, so that the rate matrix is lower block triangular. Inputs of constant rate stand before the states, as states that feed
 * one other at rate 1 and never change: exp([[0, 0], [B, A]]·h) holds e^(A·h) and ∫₀ʰ e^(A·s)·B ds side by side.
 */
import type { Compiled } from '../compile.ts'
import { reachable, type Pattern, type Places } from './pattern.ts'
import type { Component } from './timeline.ts'

export interface Structure {
  /** Places: `inputs` inputs, then the states that matter. */
  readonly size: number
  readonly inputs: number
  /** Place of each of the model's states, −1 if it does not matter. */
  readonly place: Int32Array
  /** Place of the input into each of the model's states, −1 if there is none. */
  readonly inputPlace: Int32Array
  /** First place of each block of states, and the end. */
  readonly blocks: Int32Array
  /** Where e^(A·t) can differ from zero, inputs included. */
  readonly pattern: Pattern
  /** Index in the pattern of each entry (row·size + column), −1 if it is always zero. */
  readonly position: Int32Array
  /** Flows on the longest of the shortest paths between two places. */
  readonly longestPath: number
}

export function structure(
  model: Pick<Compiled, 'size' | 'entries' | 'outputs'>,
  doses: readonly Component[],
): Structure {
  const { size: n, entries, outputs } = model
  const { rowStart, column } = reachable(model)
  const reaches = new Uint8Array(n * n)
  for (let to = 0; to < n; to++)
    for (let q = rowStart[to]!; q < rowStart[to + 1]!; q++) reaches[column[q]! * n + to] = 1
  const flows = (from: number, to: number): boolean => reaches[from * n + to] === 1
  const all = Array.from({ length: n }, (_, state) => state)
  const ancestors = all.map((state) => rowStart[state + 1]! - rowStart[state]!)
  /** The first state of the block a state belongs to. */
  const block = all.map((state) => all.find((other) => flows(state, other) && flows(other, state))!)
  const matters = (state: number): boolean =>
    outputs.some((output) => output.state === state) ||
    (outputs.some((output) => flows(state, output.state)) && doses.some(({ part }) => flows(part.into, state)))
  const order = all.filter(matters).sort((a, b) => ancestors[a]! - ancestors[b]! || block[a]! - block[b]! || a - b)
  const fed = order.filter((state) => doses.some(({ part, duration }) => duration > 0 && part.into === state))

  const inputs = fed.length
  const size = inputs + order.length
  const place = Int32Array.from(all, (state) => (matters(state) ? inputs + order.indexOf(state) : -1))
  const inputPlace = Int32Array.from(all, (state) => fed.indexOf(state))
  const starts = order.flatMap((state, i) => (i === 0 || block[state] !== block[order[i - 1]!] ? [inputs + i] : []))
  const direct = [
    ...entries.map(({ row, column: from }) => ({ row: place[row]!, column: place[from]! })),
    ...fed.map((state, input) => ({ row: place[state]!, column: input })),
  ].filter(({ row, column: from }) => row >= 0 && from >= 0)
  const pattern = reachable({ size, entries: direct })
  const position = new Int32Array(size * size).fill(-1)
  for (let i = 0; i < size; i++)
    for (let q = pattern.rowStart[i]!; q < pattern.rowStart[i + 1]!; q++) position[i * size + pattern.column[q]!] = q
  const blocks = Int32Array.from([...starts, size])
  return { size, inputs, place, inputPlace, blocks, pattern, position, longestPath: longest(size, direct) }
}

function longest(size: number, direct: Places['entries']): number {
  let most = 0
  for (let origin = 0; origin < size; origin++) {
    const seen = new Set([origin])
    let edge = [origin]
    for (let steps = 0; edge.length > 0; steps++) {
      most = Math.max(most, steps)
      edge = [...new Set(direct.filter((flow) => edge.includes(flow.column)).map(({ row }) => row))].filter(
        (to) => !seen.has(to),
      )
      for (const to of edge) seen.add(to)
    }
  }
  return most
}
