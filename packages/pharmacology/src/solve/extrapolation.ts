/**
 * The rest of a run of equal periods, from its last three. Once the fast exponentials have died out, the change from one period
 * to the next is a sum of a few slow ones, each shrinking by r = e^(λτ) a period:
 *
 *     x_(m−1) − x_(m−2) = Σ aⱼ·vⱼ,    aⱼ = wⱼ·(x_(m−1) − x_(m−2))/(wⱼ·vⱼ)
 *     x_m − x_(m−1) = Σ rⱼ·aⱼ·vⱼ,     Y_m − Y_(m−1) = Σ Bⱼ,     Y_(m+i) = Y_m + Σ Bⱼ·(rⱼ + rⱼ² + … + rⱼⁱ)
 *
 * (where nothing is given during the run, the states themselves are such a sum: Y_(m+i) = Σ Bⱼ·rⱼⁱ, which may fall to nothing
 * without losing digits). So an output costs one multiplication for each exponential that is still alive, and nothing but a copy at steady state.
 * λ, v and w are trusted only as far as the last two differences are foretold: if what is left over, or what cancels between nearly
 * equal rates, could come to TOLERANCE of a value by the end of the run, the answer is no, and the run is walked further. Of what has fallen
 * to a 10¹⁸th of what it was when the run began nothing is expected.
 */
import type { Compiled } from '../compile.ts'
import type { Modes } from './modes.ts'
import type { Rates } from './rates.ts'
import type { Run } from './runs.ts'
import type { Structure } from './structure.ts'
import type { Timeline } from './timeline.ts'

/** Relative; a tenth of what is promised (EN2). */
const TOLERANCE = 1e-11
/** An exponential is dead when it has fallen below e^−DEAD: far below the rounding of what stays. */
const DEAD = 36
/** A contribution below this part of a value cannot change it. */
const NOTHING = 2 ** -56
const ROUNDING = 2 ** -50
const FORGOTTEN = 1e-18

export interface Period {
  /** The state at its end, `[place·lanes + lane]`. */
  readonly x: Float64Array
  /** Its outputs, `[(row·outputs + output)·lanes + lane]`. */
  readonly y: Float64Array
}

export interface Extrapolation {
  /**
   * Whether the `remaining` periods follow from the last three; `walked` periods of the run lie behind.
   * @param first the state before the run, and the outputs of its first period
   */
  prepare(first: Period, lastThree: readonly [Period, Period, Period], walked: number, remaining: number): boolean
  /** Writes the remaining periods into `sink` from `to` on, or adds them, and carries the last state to the end of the run. */
  run(last: Period, remaining: number, sink: Float64Array, to: number, add: boolean): void
}

/** One slow exponential, for all individuals of the group; zero in those in whom it is fast. */
interface Slow {
  /** Whether each output follows it. */
  readonly seen: readonly boolean[]
  readonly B: Float64Array
  readonly X: Float64Array
  readonly ratio: Float64Array
  /** rⁱ, and r + … + rⁱ */
  readonly power: Float64Array
  readonly sum: Float64Array
  /** The one of these that it enters with. */
  readonly weight: Float64Array
  /** What the weight comes to by the end of the run, at most. */
  readonly total: Float64Array
  /** Periods after which it changes nothing any more. */
  dies: number
}

/** The exponentials that an output still follows. */
interface Acting {
  readonly one: Slow | undefined
  readonly two: Slow | undefined
  readonly three: Slow | undefined
  readonly more: readonly Slow[]
}

export function extrapolation(
  model: Compiled,
  timeline: Timeline,
  shape: Structure,
  run: Run,
  individual: Modes,
  group: Rates,
  lanes: number,
): Extrapolation {
  const { size, inputs, place, position } = shape
  const { A, scale } = group
  const n = size - inputs
  const width = model.outputs.length
  const { step, output } = timeline.walk
  const stops = Array.from({ length: run.period }, (_, k) => run.from + k)
  const stepLength = stops.map((stop) => timeline.steps[step[stop]!]?.length ?? -1)
  const writes = stops.map((stop) => output[stop]! >= 0)
  const used = [...new Set(stepLength)].filter((length) => length >= 0)
  const period = stepLength.reduce((sum, length) => sum + (timeline.lengths[length] ?? 0), 0)
  const rows = writes.filter(Boolean).length
  const cells = rows * width * lanes
  /** Nothing is given during the run. */
  const still = stops.every((stop) => timeline.walk.boluses[stop]!.length === 0 && !timeline.steps[step[stop]!]?.forced)
  const observed = model.outputs.map(({ state }) => place[state]!)

  const pool = new Array<Slow | undefined>(n)
  const isSlow = new Uint8Array(n)
  let alive: Slow[] = []
  const decay = new Float64Array(timeline.lengths.length)
  const change = new Float64Array(n)
  const base = new Float64Array(cells)
  const most = Math.max(cells, size * lanes)
  const [sums, sizes, ends] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)]
  const reach = new Float64Array(lanes)

  return {
    prepare(first, [older, before, last], walked, remaining) {
      const horizon = (walked - 2) * period
      isSlow.fill(0)
      reach.fill(1)
      for (let lane = 0; lane < group.filled(); lane++) {
        individual.load(A, lane, lanes)
        for (let i = 0, at = inputs * lanes + lane; i < n; i++, at += lanes)
          change[i] = before.x[at]! - (still ? 0 : older.x[at]!)
        for (let mode = 0; mode < n; mode++) {
          const lambda = individual.lambda[mode]!
          // Written so that NaN is kept, and fails below.
          if (!(-lambda * horizon >= DEAD)) take(mode, lambda, lane, remaining)
        }
      }
      alive = pool.filter((one, mode): one is Slow => one !== undefined && isSlow[mode] === 1)
      if (!foretold(first.x, before.x, last.x, size * lanes, 'X') || !foretold(first.y, before.y, last.y, cells, 'B'))
        return false
      for (const one of alive) one.dies = still ? Infinity : lifetime(one, last)
      alive.sort((a, b) => a.dies - b.dies)
      return true
    },
    run(last, remaining, sink, to, add) {
      if (still) base.fill(0)
      else base.set(last.y)
      let next = 0
      let acting = byOutput(next)
      for (let i = 1; i <= remaining; i++) {
        const dead = next
        for (; next < alive.length && alive[next]!.dies < i; next++) fold(alive[next]!)
        if (next > dead) acting = byOutput(next)
        for (let a = next; a < alive.length; a++) grow(alive[a]!)
        const at = to + (i - 1) * cells
        if (!add && next === alive.length) sink.set(base, at)
        else if (!add) evaluate(acting, sink, at)
        else {
          evaluate(acting, last.y, 0)
          for (let cell = 0; cell < cells; cell++) sink[at + cell]! += last.y[cell]!
        }
      }
      if (still) last.x.fill(0)
      for (const { X, weight } of alive)
        for (let at = inputs * lanes; at < size * lanes; at += lanes)
          for (let lane = 0; lane < lanes; lane++) last.x[at + lane]! += X[at + lane]! * weight[lane]!
    },
  }

  function make(mode: number): Slow {
    const lane = () => new Float64Array(lanes)
    const seen = observed.map((at) => position[at * size + inputs + mode]! >= 0)
    const [B, X] = [new Float64Array(cells), new Float64Array(size * lanes)]
    const [power, sum] = [lane(), lane()]
    return { seen, B, X, ratio: lane(), power, sum, weight: still ? power : sum, total: lane(), dies: 0 }
  }

  function take(mode: number, lambda: number, lane: number, remaining: number): void {
    const slow = (pool[mode] ??= make(mode))
    if (!isSlow[mode]) {
      isSlow[mode] = 1
      for (const numbers of [slow.B, slow.X, slow.ratio, slow.power, slow.sum, slow.total]) numbers.fill(0)
    }
    const [w, v] = [individual.left(mode), individual.right(mode)]
    let [along, norm] = [0, 0]
    for (let i = 0; i < n; i++) {
      along += w[i]! * change[i]!
      norm += w[i]! * v[i]!
    }
    const a = along / norm
    const r = Math.exp(lambda * period)
    for (let i = 0, at = inputs * lanes + lane; i < n; i++, at += lanes) slow.X[at] = a * r * v[i]!
    for (const length of used) decay[length] = Math.exp(lambda * timeline.lengths[length]!)
    for (let o = 0; o < width; o++) {
      if (!slow.seen[o]) continue
      let amount = a * v[observed[o]! - inputs]! * scale[o * lanes + lane]!
      for (let k = 0, at = o * lanes + lane; k < stepLength.length; k++) {
        if (stepLength[k]! >= 0) amount *= decay[stepLength[k]!]!
        if (!writes[k]) continue
        slow.B[at] = amount
        at += width * lanes
      }
    }
    slow.ratio[lane] = r
    slow.power[lane] = 1
    slow.total[lane] = still ? r : Math.min(remaining, lambda < 0 ? r / -Math.expm1(lambda * period) : Infinity)
    if (!(slow.total[lane]! <= reach[lane]!)) reach[lane] = slow.total[lane]!
  }

  /** Whether the slow exponentials foretell the last change, closely enough for the rest of the run. */
  function foretold(
    first: Float64Array,
    before: Float64Array,
    last: Float64Array,
    count: number,
    part: 'B' | 'X',
  ): boolean {
    for (const numbers of [sums, sizes, ends]) numbers.fill(0, 0, count)
    for (const one of alive) {
      const [numbers, { total }] = [one[part], one]
      for (let at = 0; at < count; at += lanes)
        for (let lane = 0; lane < lanes; lane++) {
          const value = numbers[at + lane]!
          sums[at + lane]! += value
          ends[at + lane]! += value * total[lane]!
          sizes[at + lane]! += Math.abs(value) * (still ? 1 : total[lane]!)
        }
    }
    for (let at = 0; at < count; at += lanes)
      for (let lane = 0; lane < lanes; lane++) {
        const i = at + lane
        const left = Math.abs(last[i]! - (still ? 0 : before[i]!) - sums[i]!) * reach[lane]! + ROUNDING * sizes[i]!
        const least = still ? last[i]! : Math.min(last[i]!, last[i]! + ends[i]!)
        // Written so that NaN is refused.
        if (!(left <= Math.max(TOLERANCE * least, FORGOTTEN * first[i]!))) return false
      }
    return true
  }

  /** Periods until what is still to come of it is nothing beside every value; largest change over smallest value, by output. */
  function lifetime({ B, X, ratio, seen }: Slow, last: Period): number {
    let most = 0
    for (let lane = 0; lane < lanes; lane++) {
      const r = ratio[lane]!
      if (r === 0) continue
      let share = 0
      for (let at = inputs * lanes + lane; at < size * lanes; at += lanes)
        if (X[at] !== 0) share = Math.max(share, Math.abs(X[at]! / last.x[at]!))
      for (let o = 0; o < width; o++) {
        if (!seen[o]) continue
        let [largest, smallest] = [0, Infinity]
        for (let at = o * lanes + lane; at < cells; at += width * lanes) {
          largest = Math.max(largest, Math.abs(B[at]!))
          smallest = Math.min(smallest, Math.abs(last.y[at]!))
        }
        if (largest > 0) share = Math.max(share, largest / smallest)
      }
      const periods = Math.log((share * r) / (1 - r) / NOTHING) / -Math.log(r)
      // A growing or constant one never dies; written so that NaN does not either.
      most = Math.max(most, share === 0 ? 0 : periods < Infinity && r < 1 ? Math.ceil(periods) : Infinity)
    }
    return most
  }

  function grow({ power, ratio, sum }: Slow): void {
    for (let lane = 0; lane < lanes; lane++) {
      power[lane]! *= ratio[lane]!
      sum[lane]! += power[lane]!
    }
  }

  function fold({ B, weight }: Slow): void {
    for (let at = 0; at < cells; at += lanes)
      for (let lane = 0; lane < lanes; lane++) base[at + lane]! += B[at + lane]! * weight[lane]!
  }

  function byOutput(next: number): readonly Acting[] {
    return observed.map((_, o) => {
      const [one, two, three, ...more] = alive.filter(({ seen }, a) => a >= next && seen[o])
      return { one, two, three, more }
    })
  }

  /** y ← base + Σ B·weight from `from` on, up to three exponentials a pass. */
  function evaluate(acting: readonly Acting[], y: Float64Array, from: number): void {
    for (let o = 0; o < width; o++) {
      const { one, two, three, more } = acting[o]!
      for (let at = o * lanes; at < cells; at += width * lanes) {
        const to = from + at
        if (one && two && three)
          for (let lane = 0; lane < lanes; lane++)
            y[to + lane] =
              base[at + lane]! +
              one.B[at + lane]! * one.weight[lane]! +
              two.B[at + lane]! * two.weight[lane]! +
              three.B[at + lane]! * three.weight[lane]!
        else if (one && two)
          for (let lane = 0; lane < lanes; lane++)
            y[to + lane] =
              base[at + lane]! + one.B[at + lane]! * one.weight[lane]! + two.B[at + lane]! * two.weight[lane]!
        else if (one)
          for (let lane = 0; lane < lanes; lane++)
            y[to + lane] = base[at + lane]! + one.B[at + lane]! * one.weight[lane]!
        else for (let lane = 0; lane < lanes; lane++) y[to + lane] = base[at + lane]!
        for (const { B, weight } of more)
          for (let lane = 0; lane < lanes; lane++) y[to + lane]! += B[at + lane]! * weight[lane]!
      }
    }
  }
}
