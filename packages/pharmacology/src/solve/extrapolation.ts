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
import type { Placed } from './rates.ts'
import type { Room } from './room.ts'
import type { Run } from './runs.ts'
import { scratch } from './scratch.ts'
import { DEAD, ONE_PASS, type SlowPrograms } from './slow.ts'
import type { Structure } from './structure.ts'
import type { Timeline } from './timeline.ts'

/** A contribution below this part of a value cannot change it. */
const NOTHING = 2 ** -56

/** Places in the scratch array. */
export interface Period {
  /** The state at its end, `[place·lanes + lane]`. */
  readonly x: number
  /** Its outputs, `[(row·outputs + output)·lanes + lane]`. */
  readonly y: number
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

export function extrapolation(
  model: Compiled,
  timeline: Timeline,
  shape: Structure,
  run: Run,
  modes: Modes,
  programs: SlowPrograms,
  { A, scale }: Placed,
  lanes: number,
  room: Room,
): Extrapolation {
  const { size, inputs, place, position } = shape
  const n = size - inputs
  const width = model.outputs.length
  const { step, output, boluses } = timeline.walk
  const stops = Array.from({ length: run.period }, (_, k) => run.from + k)
  const stepLength = stops.map((stop) => timeline.steps[step[stop]!]?.length ?? -1)
  const stretches = together(stops.map((stop, k) => ({ length: stepLength[k]!, writes: output[stop]! >= 0 })))
  const used = [...new Set(stepLength)].filter((length) => length >= 0)
  const period = stepLength.reduce((sum, length) => sum + (timeline.lengths[length] ?? 0), 0)
  const rows = stops.filter((stop) => output[stop]! >= 0).length
  const cells = rows * width * lanes
  /** Nothing is given during the run. */
  const still = stops.every((stop) => boluses[stop]!.length === 0 && !timeline.steps[step[stop]!]?.forced)
  const foretell = still ? programs.foretell.still : programs.foretell.given
  const judge = still ? programs.judge.still : programs.judge.given
  /** Which modes each output follows. */
  const seen = Array.from({ length: n }, (_, mode) =>
    model.outputs.map(({ state }) => position[place[state]! * size + inputs + mode]! >= 0),
  )

  const lambda = room.take(n * lanes)
  const change = room.take(n * lanes)
  const decay = used.map(() => room.take(lanes))
  const [reach, slack, share] = [room.take(lanes), room.take(lanes), room.take(lanes)]
  const [largest, smallest, between] = [room.take(width * lanes), room.take(width * lanes), room.take(width * lanes)]
  /** By slot, one for each slow exponential of the group, in the order in which they were found. */
  const [ratio, power, sum, total] = [
    room.take(n * lanes),
    room.take(n * lanes),
    room.take(n * lanes),
    room.take(n * lanes),
  ]
  const weight = still ? power : sum
  const B = Array.from({ length: n }, () => room.take(cells))
  const X = Array.from({ length: n }, () => room.take(size * lanes))
  const base = room.take(cells)
  const most = Math.max(cells, size * lanes)
  const [sums, sizes, ends] = [room.take(most), room.take(most), room.take(most)]
  const written = room.take(cells)

  /** Its mode, and the periods after which it changes nothing any more. */
  interface Slow {
    readonly slot: number
    readonly mode: number
    dies: number
  }
  let alive: Slow[] = []

  return {
    prepare(first, [older, before, last], walked, remaining) {
      const horizon = (walked - 2) * period
      const mem = scratch()
      const states = inputs * lanes
      modes.eigenvalues(A, lambda)
      if (still) mem.copyWithin(change, before.x + states, before.x + size * lanes)
      else programs.difference.run(before.x + states, older.x + states, change, n)
      mem.fill(1, reach, reach + lanes)
      alive = []
      for (let mode = 0; mode < n; mode++)
        if (isSlow(mode, horizon, mem)) {
          const slot = alive.length
          weigh(mode, slot, horizon, remaining, mem)
          part(mode, slot, horizon)
          alive.push({ slot, mode, dies: Infinity })
        }
      if (
        !foretold(X, states, first.x, before.x, last.x, n) ||
        !foretold(B, 0, first.y, before.y, last.y, rows * width)
      )
        return false
      if (!still) lifetimes(last, mem)
      alive.sort((a, b) => a.dies - b.dies)
      return true
    },
    run(last, remaining, sink, to, add) {
      const mem = scratch()
      if (still) mem.fill(0, base, base + cells)
      else mem.copyWithin(base, last.y, last.y + cells)
      const slots = alive.length
      const [standing, moving] = [mem.subarray(base, base + cells), mem.subarray(written, written + cells)]
      let next = 0
      let acting = byOutput(next)
      for (let i = 1; i <= remaining; i++) {
        const dead = next
        for (; next < slots && alive[next]!.dies < i; next++)
          programs.fold.run(base, B[alive[next]!.slot]!, weight + alive[next]!.slot * lanes, rows * width)
        if (next > dead) acting = byOutput(next)
        if (next < slots) {
          programs.grow.run(power, ratio, sum, slots)
          evaluate(acting)
        }
        const [found, at] = [next < slots ? moving : standing, to + (i - 1) * cells]
        if (add) for (let cell = 0; cell < cells; cell++) sink[at + cell]! += found[cell]!
        else sink.set(found, at)
      }
      if (still) mem.fill(0, last.x, last.x + size * lanes)
      for (const { slot } of alive)
        programs.fold.run(last.x + inputs * lanes, X[slot]! + inputs * lanes, weight + slot * lanes, n)
    },
  }

  /** In anyone of the group. */
  function isSlow(mode: number, horizon: number, mem: Float64Array): boolean {
    for (let at = lambda + mode * lanes; at < lambda + (mode + 1) * lanes; at++)
      // Written so that NaN is slow, and fails below.
      if (!(-mem[at]! * horizon > DEAD)) return true
    return false
  }

  /** The factors of a mode: over a period, over each length, and what its weight comes to by the end of the run, at most. */
  function weigh(mode: number, slot: number, horizon: number, remaining: number, mem: Float64Array): void {
    for (let lane = 0; lane < lanes; lane++) {
      const rate = mem[lambda + mode * lanes + lane]!
      const fast = -rate * horizon > DEAD
      const r = fast ? 0 : Math.exp(rate * period)
      const at = slot * lanes + lane
      mem[ratio + at] = r
      mem[power + at] = fast ? 0 : 1
      mem[sum + at] = 0
      const all = still ? r : r < 1 ? Math.min(remaining, r / (1 - r)) : remaining
      mem[total + at] = all
      if (!(all <= mem[reach + lane]!)) mem[reach + lane] = all
      for (let u = 0; u < used.length; u++)
        mem[decay[u]! + lane] = fast ? 0 : Math.exp(rate * timeline.lengths[used[u]!]!)
    }
  }

  function part(mode: number, slot: number, horizon: number): void {
    programs.part(mode).run(A, lambda + mode * lanes, ratio + slot * lanes, change, scale, X[slot]!, between, horizon)
    let from = between
    let to = B[slot]!
    for (const { length, count, writes } of stretches) {
      if (length < 0) {
        if (writes) {
          scratch().copyWithin(to, from, from + width * lanes)
          to += width * lanes
        }
        continue
      }
      const factor = decay[used.indexOf(length)]!
      if (!writes) {
        programs.follow.run(from, factor, between, width)
        from = between
        continue
      }
      programs.follow.run(from, factor, to, width)
      if (count > 1) programs.follow.run(to, factor, to + width * lanes, (count - 1) * width)
      to += count * width * lanes
      from = to - width * lanes
    }
  }

  /** Whether the slow exponentials foretell the last change, closely enough for the rest of the run. */
  function foretold(
    parts: readonly number[],
    from: number,
    first: number,
    before: number,
    last: number,
    count: number,
  ): boolean {
    const mem = scratch()
    for (const at of [sums, sizes, ends]) mem.fill(0, at, at + count * lanes)
    for (const { slot } of alive) foretell.run(parts[slot]! + from, total + slot * lanes, sums, sizes, ends, count)
    mem.fill(Infinity, slack, slack + lanes)
    judge.run(first + from, before + from, last + from, sums, sizes, ends, reach, slack, count)
    for (let lane = 0; lane < lanes; lane++)
      // Written so that NaN is refused.
      if (!(mem[slack + lane]! >= 0)) return false
    return true
  }

  /** Periods until what is still to come of each is nothing beside every value; largest change over smallest value, by output. */
  function lifetimes(last: Period, mem: Float64Array): void {
    mem.fill(Infinity, smallest, smallest + width * lanes)
    programs.smallest.run(last.y, smallest, rows)
    for (const one of alive) {
      const { slot } = one
      mem.fill(0, largest, largest + width * lanes)
      mem.fill(0, share, share + lanes)
      programs.largest.run(B[slot]!, largest, rows)
      programs.shareOfState.run(X[slot]! + inputs * lanes, last.x + inputs * lanes, share, n)
      programs.shareOfOutput.run(share, largest, smallest)
      one.dies = 0
      for (let lane = 0; lane < lanes; lane++) {
        const r = mem[ratio + slot * lanes + lane]!
        const part = mem[share + lane]!
        if (r === 0 || part === 0) continue
        const periods = Math.log((part * r) / (1 - r) / NOTHING) / -Math.log(r)
        // A growing or constant one never dies; written so that NaN does not either.
        one.dies = Math.max(one.dies, periods < Infinity && r < 1 ? Math.ceil(periods) : Infinity)
      }
    }
  }

  /** What `evaluate` is to do: for each output, or for all at once where they follow the same exponentials. */
  function byOutput(next: number): readonly (readonly number[])[] {
    const living = alive.slice(next)
    const slots = model.outputs.map((_, o) => living.filter(({ mode }) => seen[mode]![o]).map(({ slot }) => slot))
    return slots.every((own) => own.length === living.length) ? [slots[0]!] : slots
  }

  /** written ← base + Σ B·weight, some exponentials a pass. */
  function evaluate(acting: readonly (readonly number[])[]): void {
    const all = acting.length === 1
    acting.forEach((slots, o) => {
      const by = all ? programs.evaluateAll : programs.evaluate
      const [at, turns] = [o * lanes, all ? rows * width : rows]
      const own = (slot: number): readonly [number, number] => [B[slot]! + at, weight + slot * lanes]
      let from = base
      for (let k = 0; k < slots.length; k += ONE_PASS) {
        const some = slots.slice(k, k + ONE_PASS)
        by[some.length - 1]!.run(written + at, from + at, ...some.flatMap(own), turns)
        from = written
      }
      if (slots.length === 0)
        for (let row = 0; row < cells; row += width * lanes)
          scratch().copyWithin(written + at + row, base + at + row, base + at + row + lanes)
    })
  }
}

interface Stop {
  readonly length: number
  readonly writes: boolean
}

/** Stops alike in a row that all write, as one. */
function together(stops: readonly Stop[]): readonly (Stop & { readonly count: number })[] {
  const found: (Stop & { count: number })[] = []
  for (const stop of stops) {
    const last = found.at(-1)
    if (last && stop.writes && last.writes && stop.length >= 0 && last.length === stop.length) last.count++
    else found.push({ ...stop, count: 1 })
  }
  return found
}
