import { expect, it } from 'vitest'
import { uniforms } from '../population/random.ts'
import { exponential, nearest } from './high-precision.fixture.ts'
import { kernels } from './kernels.ts'
import { products } from './products.ts'
import { reachable } from './pattern.ts'
import { positiveExponential } from './positive-exponential.ts'
import { scratch } from './scratch.ts'
import type { Structure } from './structure.ts'

function take(shape: Structure, A: Float64Array, t: number): { readonly done: boolean; readonly into: Float64Array } {
  const ready = kernels(1, 64)
  const { room, take } = positiveExponential(shape, products(shape, ready).multiply, ready)
  const count = A.length
  scratch(2 * count + room + ready.registers).set(A)
  const done = take(0, t, count, 2 * count)
  return { done, into: scratch().slice(count, 2 * count) }
}

/** The engine's exponential of a matrix whose states are one block each, or all one block. */
function engine(rows: readonly (readonly number[])[], t: number, oneBlock: boolean): number[][] {
  const size = rows.length
  const entries = rows.flatMap((row, i) => row.flatMap((a, j) => (a === 0 ? [] : [{ row: i, column: j }])))
  const pattern = reachable({ size, entries })
  const position = Int32Array.from({ length: size * size }, (_, i) => {
    const row = Math.floor(i / size)
    const q = pattern.column.subarray(pattern.rowStart[row], pattern.rowStart[row + 1]).indexOf(i % size)
    return q < 0 ? -1 : pattern.rowStart[row]! + q
  })
  const blocks = oneBlock ? Int32Array.of(0, size) : Int32Array.from({ length: size + 1 }, (_, i) => i)
  const none = new Int32Array(0)
  const shape: Structure = {
    size,
    inputs: 0,
    place: none,
    inputPlace: none,
    blocks,
    pattern,
    position,
    longestPath: size - 1,
  }
  const A = new Float64Array(pattern.nonZero)
  rows.forEach((row, i) => row.forEach((a, j) => position[i * size + j]! >= 0 && (A[position[i * size + j]!] = a)))
  const { done, into } = take(shape, A, t)
  expect(done).toBe(true)
  return rows.map((row, i) => row.map((_, j) => into[position[i * size + j]!] ?? 0))
}

function worst(rows: readonly (readonly number[])[], t: number, oneBlock: boolean): number {
  const E = engine(rows, t, oneBlock)
  const errors = exponential(rows, t).flatMap((row, i) =>
    row.map((value, j) => (value === 0n ? E[i]![j]! : Math.abs(E[i]![j]! / nearest(value) - 1))),
  )
  return Math.max(...errors)
}

const chain = (rates: readonly number[]): number[][] =>
  rates.map((_, i) => rates.map((__, j) => (i === j ? -rates[i]! : i === j + 1 ? rates[j]! : 0)))

it.each([1e-3, 0.1, 1, 8])('[EN1] chains of equal and nearly equal rates keep every entry, at t = %f h', (t) => {
  for (const gap of [0, 1e-14, 1e-10, 1e-6, 1e-3, 0.1, 3]) {
    const rates = [6, 6 * (1 + gap), 6 * (1 + 2 * gap), 6, 2, 2 * (1 + gap), 0.2]
    expect(worst(chain(rates), t, false), `gap ${gap}`).toBeLessThan(1e-14 + 1e-15 * Math.max(...rates) * t)
  }
})

it('[EN1] random exchanging states keep every entry to 1e-12', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const u = new Float64Array(30)
    uniforms(seed, 0, 0, u)
    const A = Array.from({ length: 5 }, (_, i) =>
      Array.from({ length: 5 }, (__, j) => (i === j ? 0 : 10 * u[5 * i + j]! ** 4)),
    )
    A.forEach((row, i) => (row[i] = -A.reduce((sum, other) => sum + other[i]!, 0) - u[25 + i]!))
    expect(worst(A, 0.3 + 4 * u[0]!, true), `seed ${seed}`).toBeLessThan(1e-12)
  }
})

it('[EN1] a negative flow, or one that is no number, is not taken', () => {
  const pattern = reachable({ size: 2, entries: [{ row: 1, column: 0 }] })
  const none = new Int32Array(0)
  const shape: Structure = {
    size: 2,
    inputs: 0,
    place: none,
    inputPlace: none,
    blocks: Int32Array.of(0, 1, 2),
    pattern,
    position: Int32Array.of(0, -1, 1, 2),
    longestPath: 1,
  }
  for (const flow of [-1, NaN, Infinity]) expect(take(shape, Float64Array.of(-1, flow, -1), 1).done).toBe(false)
})
