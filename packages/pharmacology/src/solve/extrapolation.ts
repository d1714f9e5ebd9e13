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
import { putOut, putOutAgain, scratch } from './scratch.ts'
import { DEAD, type SlowPrograms } from './slow.ts'
import type { Structure } from './structure.ts'
import type { Timeline } from './timeline.ts'

/** A contribution below this part of a value cannot change it. */
const NOTHING = 2 ** -56
/** Numbers written to scratch before they are put out: they should stay in the nearest memory. */
const AT_ONCE = 2048

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
  const { size, inputs } = shape
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

  const lambda = room.take(n * lanes)
  const change = room.take(n * lanes)
  const decay = used.map(() => room.take(lanes))
  const ones = room.take(lanes)
  const [reach, slack, share] = [room.take(lanes), room.take(lanes), room.take(n * lanes)]
  const [largest, smallest, between] = [
    room.take(width * n * lanes),
    room.take(width * lanes),
    room.take(width * lanes),
  ]
  const [ratio, power, sum, total] = [
    room.take(n * lanes),
    room.take(n * lanes),
    room.take(n * lanes),
    room.take(n * lanes),
  ]
  const [B, X] = [room.take(cells * n), room.take(size * n * lanes)]
  const base = room.take(cells)
  /** Periods evaluated at once, into `written`; their weights. */
  const many = Math.max(1, Math.floor(AT_ONCE / Math.max(cells, lanes)))
  const written = room.take(many * cells)
  const [powers, sums] = [room.take(many * n * lanes), room.take(many * n * lanes)]

  /** The slow exponentials of the group, by slot: those that die first before the others. */
  let alive: number[] = []
  /** Periods after which a slot and those before it change nothing any more. */
  const dies = new Float64Array(n)

  return {
    prepare(first, [older, before, last], walked, remaining) {
      const horizon = (walked - 2) * period
      const mem = scratch()
      const states = inputs * lanes
      modes.eigenvalues(A, lambda)
      if (still) mem.copyWithin(change, before.x + states, before.x + size * lanes)
      else programs.difference.run(before.x + states, older.x + states, change, n)
      mem.fill(1, reach, reach + lanes)
      mem.fill(1, ones, ones + lanes)
      findSlow(horizon, mem)
      alive.forEach((mode, slot) => {
        weigh(mode, slot, horizon, remaining, mem)
        part(mode, slot, horizon)
      })
      if (
        !foretold(X, inputs, first.x, before.x, last.x, n) ||
        !foretold(B, 0, first.y, before.y, last.y, rows * width)
      )
        return false
      if (still) dies.fill(Infinity)
      else lifetimes(last, mem)
      return true
    },
    run(last, remaining, sink, to, add) {
      const mem = scratch()
      if (still) mem.fill(0, base, base + cells)
      else mem.copyWithin(base, last.y, last.y + cells)
      const slots = alive.length
      const weight = still ? power : sum
      for (let next = 0, done = 0; done < remaining;) {
        for (; next < slots && dies[next]! <= done; next++)
          if (rows > 0) programs.fold.run(base, B + next * lanes, weight + next * lanes, rows * width)
        const living = slots - next
        if (living === 0) {
          putOutAgain(base, cells, remaining - done, sink, to + done * cells, add)
          break
        }
        const count = Math.min(many, remaining - done, dies[next]! - done)
        const own = next * lanes
        programs.grow.run(power + own, ratio + own, sum + own, powers, sums, living, count)
        const weights = still ? powers : sums
        if (rows > 0) {
          programs.evaluate(living).run(written, base, B + own, weights, rows * width, count)
          putOut(written, count * cells, sink, to + done * cells, add)
        }
        done += count
      }
      if (still) mem.fill(0, last.x, last.x + size * lanes)
      for (let slot = 0; slot < slots; slot++)
        programs.fold.run(last.x + inputs * lanes, X + (inputs * n + slot) * lanes, weight + slot * lanes, n)
    },
  }

  /** Those that are slow in anyone of the group, the fastest first. */
  function findSlow(horizon: number, mem: Float64Array): void {
    const slowest = new Float64Array(n)
    alive = []
    for (let mode = 0; mode < n; mode++) {
      let most = -Infinity
      for (let at = lambda + mode * lanes; at < lambda + (mode + 1) * lanes; at++)
        // Written so that NaN is slow, and fails below.
        if (!(mem[at]! <= most)) most = mem[at]!
      slowest[mode] = most
      if (!isFast(most, horizon)) alive.push(mode)
    }
    alive.sort((a, b) => slowest[a]! - slowest[b]!)
  }

  /** The factors of a mode: over a period, over each length, and what its weight comes to by the end of the run, at most. */
  function weigh(mode: number, slot: number, horizon: number, remaining: number, mem: Float64Array): void {
    for (let lane = 0; lane < lanes; lane++) {
      const rate = mem[lambda + mode * lanes + lane]!
      const fast = isFast(rate, horizon)
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
    const own = slot * lanes
    programs.part(mode).run(A, lambda + mode * lanes, ratio + own, change, scale, X + own, between, horizon)
    let [from, next] = [between, B + own]
    const entry = n * lanes
    for (const { length, count, writes } of stretches) {
      // Without a step a dose is given and written at once.
      const factor = length < 0 ? ones : decay[used.indexOf(length)]!
      if (!writes) {
        const on = from === between ? programs.follow : programs.followOut
        on.run(from, factor, between, width)
        from = between
        continue
      }
      const into = from === between ? programs.followInto : programs.followOn
      into.run(from, factor, next, width)
      if (count > 1) programs.followOn.run(next, factor, next + width * entry, (count - 1) * width)
      next += count * width * entry
      from = next - width * entry
    }
  }

  /** Whether the slow exponentials foretell the last change, closely enough for the rest of the run. */
  function foretold(parts: number, from: number, first: number, before: number, last: number, count: number): boolean {
    const mem = scratch()
    const at = from * lanes
    mem.fill(Infinity, slack, slack + lanes)
    if (count > 0)
      programs
        .judge(alive.length, still)
        .run(first + at, before + at, last + at, parts + at * n, total, reach, slack, count)
    for (let lane = 0; lane < lanes; lane++)
      // Written so that NaN is refused.
      if (!(mem[slack + lane]! >= 0)) return false
    return true
  }

  /** Periods until what is still to come of each is nothing beside every value; largest change over smallest value, by output. */
  function lifetimes(last: Period, mem: Float64Array): void {
    const slots = alive.length
    if (slots === 0) return
    mem.fill(Infinity, smallest, smallest + width * lanes)
    mem.fill(0, largest, largest + slots * width * lanes)
    mem.fill(0, share, share + slots * lanes)
    if (rows > 0) programs.extremes(slots).run(B, last.y, largest, smallest, rows)
    programs.shareOfState(slots).run(X + inputs * n * lanes, last.x + inputs * lanes, share, n)
    programs.shareOfOutput(slots).run(share, largest, smallest)
    for (let slot = 0; slot < slots; slot++) {
      let most = slot > 0 ? dies[slot - 1]! : 0
      for (let at = slot * lanes; at < (slot + 1) * lanes; at++) {
        const [r, part] = [mem[ratio + at]!, mem[share + at]!]
        if (r === 0 || part === 0) continue
        const periods = Math.log((part * r) / (1 - r) / NOTHING) / -Math.log(r)
        // A growing or constant one never dies; written so that NaN does not either.
        if (!(periods <= most)) most = periods < Infinity && r < 1 ? Math.ceil(periods) : Infinity
      }
      dies[slot] = most
    }
  }
}

/** Written so that NaN is not. */
const isFast = (rate: number, horizon: number): boolean => -rate * horizon > DEAD

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
