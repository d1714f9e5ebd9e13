/**
 * e^(A·t) of many individuals at once, without a subtraction. Rates between states are not negative, so with q the fastest loss
 *
 *     e^(A·t) = (e^(−q·t/2ˢ) · Σ Bᵏ/k!)^(2ˢ),    B = (A + q·I)·t/2ˢ ≥ 0,
 *
 * is sums and products of numbers that are not negative: nothing cancels, and EVERY entry keeps its relative precision, the tiny
 * ones at the end of a long chain included; equal or nearly equal rates need no care (Xue & Ye 2013,
 * doi:10.1090/S0025-5718-2013-02677-4). Each squaring doubles the error, so a long stretch takes more terms and fewer squarings.
 * The sum is Paterson & Stockmeyer's: with m powers of B, K terms take about m + K/m products.
 */
import type { Kernels, Ready } from './kernels.ts'
import { add, constant, dot, load, max, min, mul, neg, uniform, type Node } from './program.ts'
import { scratch } from './scratch.ts'
import type { Structure } from './structure.ts'

/**
 * Writes e^(A·t), A and what is written being places in the scratch array, `[entry·lanes + lane]`; false, and nothing of use, if a
 * flow is negative or not finite. @param work place of `room` numbers that it may use
 */
export interface PositiveExponential {
  readonly room: number
  readonly take: (A: number, t: number, into: number, work: number) => boolean
}

/** Up to which norm the sum is taken: where it is cheapest, and where that would take more than six squarings. */
const THETA = 0.5
const THETA_LONG = 8
const MOST_POWERS = 7

/** Reciprocals of factorials. */
const INVERSE: number[] = [1]
for (let k = 1; k <= 512; k++) INVERSE.push(INVERSE[k - 1]! / k)

export function positiveExponential(shape: Structure, multiply: Ready, { make, lanes }: Kernels): PositiveExponential {
  const { size, blocks, pattern, position, longestPath } = shape
  const { nonZero, rowStart, column } = pattern
  const total = nonZero * lanes
  const diagonal = Array.from({ length: size }, (_, i) => position[i * size + i]!)
  const block = Int32Array.from({ length: size }, (_, i) => blocks.findLastIndex((from) => i >= from))
  const entry = (value: Node) => [{ array: 0, entry: 0, value }]

  /** (A, B, found): B = A + q·I without its factor; found: q, the norm, the least and the largest entry. */
  const shift = make(shifted())
  /** (x, turns, u): x = u·x */
  const scale = make({ arrays: 1, uniforms: 1, moves: [1], stores: entry(mul(load(0, 0), uniform(0))) })
  /** (y, x, turns, u): y = u·x */
  const lead = make({ arrays: 2, uniforms: 1, moves: [1, 1], stores: entry(mul(load(1, 0), uniform(0))) })
  /** (y, x, v, turns): y = x·v, the vector v of all individuals the same throughout */
  const damp = make({ arrays: 3, uniforms: 0, moves: [1, 1, 0], stores: entry(mul(load(1, 0), load(2, 0))) })
  /** (y, u): y = y + u·I */
  const addIdentity = make({
    arrays: 1,
    uniforms: 1,
    stores: diagonal.map((q) => ({ array: 0, entry: q, value: add(load(0, q), uniform(0)) })),
  })
  /** (y, B, turns, c₁, c₂, …): y = y + Σ cₚ·Bᵖ, the powers one after the other, for one power and more */
  const combine = Array.from({ length: MOST_POWERS - 1 }, (_, k) => {
    const powers = Array.from({ length: k + 1 }, (__, p) => [load(1, p * nonZero), uniform(p)] as const)
    return make({ arrays: 2, uniforms: k + 1, moves: [1, 1], stores: entry(dot(powers, load(0, 0))) })
  })

  return {
    room: (MOST_POWERS + 2) * total + 4 * lanes,
    take(A, t, into, work) {
      const found = work + (MOST_POWERS + 2) * total
      shift.run(A, work, found)
      const norm = largest(found) * t
      if (!(norm < Infinity)) return false
      const theta = norm > 64 * THETA ? THETA_LONG : THETA
      const squarings = Math.max(0, Math.ceil(Math.log2(norm / theta)))
      const h = t / 2 ** squarings
      scale.run(work, nonZero, h)
      const terms = longestPath + termsFor(norm / 2 ** squarings)
      const m = Math.min(MOST_POWERS, Math.ceil(Math.sqrt(terms)))
      for (let p = 1; p < m; p++) multiply.run(work + (p - 1) * total, work, work + p * total)
      let [sum, next] = series(work, m, Math.ceil(terms / m))

      const mem = scratch()
      for (let lane = found; lane < found + lanes; lane++) mem[lane] = Math.exp(-mem[lane]! * h)
      damp.run(squarings === 0 ? into : sum, sum, found, nonZero)
      for (let s = 1; s <= squarings; s++) {
        multiply.run(sum, sum, s === squarings ? into : next)
        ;[sum, next] = [next, sum]
      }
      return true
    },
  }

  /** Σ Bᵏ/k! up to k = m·chunks by Horner's rule in Bᵐ, and the array that is free; the leading chunk is its last term alone. */
  function series(powers: number, m: number, chunks: number): [number, number] {
    let [sum, next] = [powers + MOST_POWERS * total, powers + (MOST_POWERS + 1) * total]
    const last = powers + (m - 1) * total
    lead.run(sum, last, nonZero, INVERSE[m * chunks]!)
    for (let chunk = chunks - 1; chunk >= 0; chunk--) {
      if (m > 1) combine[m - 2]!.run(sum, powers, nonZero, ...INVERSE.slice(m * chunk + 1, m * chunk + m))
      addIdentity.run(sum, INVERSE[m * chunk]!)
      if (chunk === 0) break
      multiply.run(sum, last, next)
      ;[sum, next] = [next, sum]
    }
    return [sum, next]
  }

  /**
   * The norm is the largest column sum within a block. What leaves a block for another does not count: it occurs once on any path, so
   * it scales an entry but does not slow the series.
   */
  function shifted() {
    const fastest = diagonal.reduce<Node>((most, q) => max(most, neg(load(0, q))), constant(0))
    const B = Array.from({ length: nonZero }, (_, q) => (diagonal.includes(q) ? add(load(0, q), fastest) : load(0, q)))
    const sums = new Map<number, Node>()
    for (let i = 0; i < size; i++)
      for (let q = rowStart[i]!; q < rowStart[i + 1]!; q++) {
        const j = column[q]!
        if (block[j] === block[i]) sums.set(j, sums.has(j) ? add(sums.get(j)!, B[q]!) : B[q]!)
      }
    return {
      arrays: 3,
      uniforms: 0,
      stores: [
        ...B.map((value, q) => ({ array: 1, entry: q, value })),
        { array: 2, entry: 0, value: fastest },
        { array: 2, entry: 1, value: [...sums.values()].reduce(max) },
        { array: 2, entry: 2, value: B.reduce(min) },
        { array: 2, entry: 3, value: B.reduce(max) },
      ],
    }
  }

  /** The largest norm of all individuals; Infinity if something is no flow: negative, NaN, endless. */
  function largest(found: number): number {
    const mem = scratch()
    let norm = 0
    for (let lane = 0; lane < lanes; lane++) {
      const [own, least, most] = [
        mem[found + lanes + lane]!,
        mem[found + 2 * lanes + lane]!,
        mem[found + 3 * lanes + lane]!,
      ]
      if (!(least >= 0 && most < Infinity)) return Infinity
      if (!(own <= norm)) norm = own
    }
    return norm
  }
}

/** Terms after which a series for a norm changes nothing; those of a path through the states come on top. */
function termsFor(norm: number): number {
  let [k, term] = [0, 1]
  while (term > 2 ** -55) term *= norm / ++k
  return k
}
