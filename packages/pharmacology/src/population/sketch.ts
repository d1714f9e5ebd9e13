/**
 * What is kept of many numbers instead of the numbers: how many fell into each of a fixed row of bins, and their exact sum. The bins
 * are cut by the representation of a double (its exponent and the first `BITS` bits of its mantissa), so a bin is at most 2⁻⁸ of its
 * numbers wide, nothing is computed to find it, and neither order nor grouping can change a count: merged sketches are, bit for bit,
 * the sketch of all the numbers. `sketch-answers.ts` reads quantiles and means from them.
 */

/** Bits of the mantissa that tell bins apart: 256 bins between a number and its double. */
export const BITS = 8
export const OCTAVE = 1 << BITS
/** From the upper half of a double to its bin. */
const SHIFT = 20 - BITS
const LOWEST = -30
const OCTAVES = 64
/** Bin of the smallest number that is told from zero. */
export const FIRST_BIN = (1023 + LOWEST) << BITS
/** Bins for one sign. */
export const BINS = OCTAVES * OCTAVE
/** Nearer to zero counts as zero; at or beyond the upper end is counted apart (in the unit of the numbers). */
export const SKETCH_RANGE = [2 ** LOWEST, 2 ** (LOWEST + OCTAVES)] as const
/** Bytes that one sketch can come to, for numbers of one sign. */
export const LARGEST_SKETCH = 4 * BINS + 256

/** Counts of the bins that were needed, in whole octaves: `counts[cell][i]` belongs to bin `from[cell] + i`. */
export interface Bins {
  readonly from: Int32Array
  readonly counts: Int32Array[]
}

/** Counts of what lies in no bin. Kept as doubles: they may pass 2³¹. */
export const APART = ['zero', 'nan', 'above', 'below'] as const
export type Apart = (typeof APART)[number]

/** As many sketches as cells, each of `count` numbers: one cell for each output at each time. */
export interface Sketches extends Readonly<Record<Apart, Float64Array>> {
  readonly cells: number
  /** Numbers in each cell, whatever they were. */
  count: number
  readonly positive: Bins
  readonly negative: Bins
  /** Exact sums of the rounded group sums, in units of 2⁻⁵⁴; complete when the limbs are 0. */
  readonly sums: bigint[]
  /** What was added since: multiples of 2⁸, 2⁻²⁴ and 2⁻⁵⁴, three for each cell, each an exact sum. */
  readonly limbs: Float64Array
  /** Groups in the limbs. */
  groups: number
  /** Bytes that the bins take. */
  bytes: number
}

export function emptySketches(cells: number): Sketches {
  const apart = () => new Float64Array(cells)
  const bins = () => ({ from: new Int32Array(cells), counts: Array.from({ length: cells }, () => NONE) })
  return {
    cells,
    count: 0,
    zero: apart(),
    nan: apart(),
    above: apart(),
    below: apart(),
    positive: bins(),
    negative: bins(),
    sums: Array.from({ length: cells }, () => 0n),
    limbs: new Float64Array(3 * cells),
    groups: 0,
    bytes: 0,
  }
}

const NONE = new Int32Array(0)
/** Numbers side by side in a group, as `simulate` writes them. */
export const GROUP = 16
/** Cells filled together: their bins stay near the processor while the groups are read. */
const TILE = 4
/** Where the upper half of a number stands in memory. */
const UPPER = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1
/** All but the sign. */
const MAGNITUDE = 0x7fffffff
/** Added and taken away again, each rounds to a multiple of its last place: 2⁸, 2⁻²⁴, 2⁻⁵⁴. */
const [ROUND_0, ROUND_1, ROUND_2] = [1.5 * 2 ** 60, 1.5 * 2 ** 28, 1.5 * 2 ** -2]
/** So few groups cannot take a limb beyond 53 bits. */
const SETTLE = 2 ** 20

/**
 * Adds `n` numbers to every cell: `values[(group·cells + cell)·GROUP + place in group]`. Each group is summed in its own order, so a
 * mean depends on which numbers share a group, and on nothing else.
 */
export function addNumbers(sketches: Sketches, values: Float64Array, n: number): void {
  const { cells } = sketches
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  const groups = Math.ceil(n / GROUP)
  if (sketches.groups + groups > SETTLE) settle(sketches)
  for (let first = 0; first < cells; first += TILE) {
    const last = Math.min(first + TILE, cells)
    if (sketches.count === 0) for (let cell = first; cell < last; cell++) makeFirstRoom(sketches, cell, halves, n)
    for (let group = 0; group < groups; group++) {
      const lanes = Math.min(GROUP, n - group * GROUP)
      for (let cell = first; cell < last; cell++)
        addGroup(sketches, cell, values, halves, (group * cells + cell) * GROUP, lanes)
    }
  }
  sketches.count += n
  sketches.groups += groups
}

/** Integers are kept integers (`| 0`), and what is seldom stands elsewhere: that halves the time. */
function addGroup(
  sketches: Sketches,
  cell: number,
  values: Float64Array,
  halves: Int32Array,
  at: number,
  lanes: number,
): void {
  const { positive, limbs } = sketches
  const counts = positive.counts[cell]!
  const from = positive.from[cell]! | 0
  const length = counts.length | 0
  const end = (at + lanes) | 0
  let even = 0
  let odd = 0
  let i = at | 0
  for (; i < end - 1; i = (i + 2) | 0) {
    const one = ((halves[2 * i + UPPER]! >> SHIFT) - from) | 0
    const two = ((halves[2 * i + 2 + UPPER]! >> SHIFT) - from) | 0
    if (one >>> 0 >= length || two >>> 0 >= length) break
    counts[one] = (counts[one]! + 1) | 0
    counts[two] = (counts[two]! + 1) | 0
    even += values[i]!
    odd += values[i + 1]!
  }
  const sum = i < end ? addRest(sketches, cell, values, halves, at, i, end, even, odd) : even + odd
  const part0 = sum + ROUND_0 - ROUND_0
  const part1 = sum - part0 + ROUND_1 - ROUND_1
  limbs[3 * cell]! += part0
  limbs[3 * cell + 1]! += part1
  limbs[3 * cell + 2]! += sum - part0 - part1 + ROUND_2 - ROUND_2
}

/** The rest of a group, once a number of it had no bin. What can be summed is summed in the order of `addGroup`. */
function addRest(
  sketches: Sketches,
  cell: number,
  values: Float64Array,
  halves: Int32Array,
  at: number,
  from: number,
  end: number,
  even: number,
  odd: number,
): number {
  for (let i = from; i < end; i++) {
    if (!addOne(sketches, cell, halves[2 * i + UPPER]!, values[i]!)) continue
    if ((i - at) % 2 === 0) even += values[i]!
    else odd += values[i]!
  }
  return even + odd
}

/** Counts whatever it is: in a bin, which may have to be made, or apart. True if it may be added up. */
function addOne(sketches: Sketches, cell: number, upper: number, value: number): boolean {
  const bin = ((upper & MAGNITUDE) >> SHIFT) - FIRST_BIN
  if (bin < 0) sketches.zero[cell]!++
  else if (bin < BINS) {
    const bins = upper < 0 ? sketches.negative : sketches.positive
    makeRoom(sketches, bins, cell, FIRST_BIN + bin, FIRST_BIN + bin)
    bins.counts[cell]![FIRST_BIN + bin - bins.from[cell]!]!++
  } else {
    sketches[Number.isNaN(value) ? 'nan' : upper < 0 ? 'below' : 'above'][cell]!++
    return false
  }
  return true
}

/** Room for the first numbers of a cell at once, since each widening leaves memory behind. What stays nearer to zero needs none. */
function makeFirstRoom(sketches: Sketches, cell: number, halves: Int32Array, n: number): void {
  let lowest = FIRST_BIN + BINS
  let highest = FIRST_BIN - 1
  for (let k = 0; k < n; k++) {
    const at = (Math.floor(k / GROUP) * sketches.cells + cell) * GROUP + (k % GROUP)
    const bin = halves[2 * at + UPPER]! >> SHIFT
    if (bin >= FIRST_BIN && bin < lowest) lowest = bin
    if (bin < FIRST_BIN + BINS && bin > highest) highest = bin
  }
  if (lowest <= highest) makeRoom(sketches, sketches.positive, cell, lowest, highest)
}

/** Whole octaves; at first a few around the first number, so that less is made in vain. */
export function makeRoom(sketches: Sketches, bins: Bins, cell: number, lowest: number, highest: number): void {
  const from = bins.from[cell]!
  const counts = bins.counts[cell]!
  const known = counts.length > 0
  if (known && lowest >= from && highest < from + counts.length) return
  const slack = known || highest > lowest ? 0 : OCTAVE
  const low = Math.min(known ? from : Infinity, Math.max(FIRST_BIN, lowest - (lowest % OCTAVE) - slack))
  const high = Math.max(from + counts.length, Math.min(FIRST_BIN + BINS, highest - (highest % OCTAVE) + OCTAVE + slack))
  const wider = new Int32Array(high - low)
  if (known) wider.set(counts, from - low)
  bins.from[cell] = low
  bins.counts[cell] = wider
  sketches.bytes += 4 * (wider.length - counts.length)
}

/** Moves what the limbs hold into the sums. Nothing is rounded. */
export function settle(sketches: Sketches): void {
  const { sums, limbs } = sketches
  if (sketches.groups === 0) return
  for (let cell = 0; cell < sums.length; cell++)
    sums[cell]! +=
      (BigInt(limbs[3 * cell]! * 2 ** -8) << 62n) +
      (BigInt(limbs[3 * cell + 1]! * 2 ** 24) << 30n) +
      BigInt(limbs[3 * cell + 2]! * 2 ** 54)
  limbs.fill(0)
  sketches.groups = 0
}

/**
 * Adds what `other` holds to `sketches`: the same whichever comes first, and however many are merged in whatever order.
 * @throws RangeError if they have not the same cells
 */
export function mergeSketches(sketches: Sketches, other: Sketches): void {
  const { cells } = sketches
  if (other.cells !== cells) throw new RangeError(`sketches of ${other.cells} cells: expected ${cells}`)
  settle(sketches)
  settle(other)
  sketches.count += other.count
  for (let cell = 0; cell < cells; cell++) {
    sketches.sums[cell]! += other.sums[cell]!
    for (const key of APART) sketches[key][cell]! += other[key][cell]!
    for (const sign of ['positive', 'negative'] as const) {
      const [bins, from, counts] = [sketches[sign], other[sign].from[cell]!, other[sign].counts[cell]!]
      if (counts.length === 0) continue
      makeRoom(sketches, bins, cell, from, from + counts.length - 1)
      addCounts(bins.counts[cell]!, from - bins.from[cell]!, counts)
    }
  }
}

/** By itself, since it runs for millions of bins and is compiled the sooner. */
function addCounts(into: Int32Array, shift: number, counts: Int32Array): void {
  const length = counts.length | 0
  for (let i = 0; i < length; i = (i + 1) | 0) into[shift + i] = (into[shift + i]! + counts[i]!) | 0
}
