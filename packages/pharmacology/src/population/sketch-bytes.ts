/**
 * Sketches as bytes, each number in base 128, low digits first. Only what was counted is written, so the bytes depend on the numbers
 * and on nothing else. Cells, numbers in each; then cell by cell: the sum, what was counted apart, and for each sign the filled bins,
 * how far each is from the one before it and its count.
 */
import { APART, BINS, emptySketches, FIRST_BIN, makeRoom, settle, type Bins, type Sketches } from './sketch.ts'

export function encodeSketches(sketches: Sketches): Uint8Array {
  settle(sketches)
  const out = writer()
  out.put(sketches.cells)
  out.put(sketches.count)
  for (let cell = 0; cell < sketches.cells; cell++) {
    out.putBig(sketches.sums[cell]!)
    for (const key of APART) out.put(sketches[key][cell]!)
    for (const { from, counts } of [sketches.positive, sketches.negative]) {
      const own = counts[cell]!
      out.put(own.reduce((filled, count) => filled + (count > 0 ? 1 : 0), 0))
      let before = FIRST_BIN
      own.forEach((count, i) => {
        if (count === 0) return
        out.put(from[cell]! + i - before)
        out.put(count)
        before = from[cell]! + i
      })
    }
  }
  return out.bytes()
}

/** @throws RangeError for bytes that are not whole sketches */
export function decodeSketches(bytes: Uint8Array): Sketches {
  const input = reader(bytes)
  const cells = input.take()
  if (cells > bytes.length) throw new RangeError(`sketches of ${cells} cells in ${bytes.length} bytes: cut short`)
  const sketches = emptySketches(cells)
  sketches.count = input.take()
  for (let cell = 0; cell < cells; cell++) {
    sketches.sums[cell] = input.takeBig()
    let left = sketches.count
    for (const key of APART) left -= sketches[key][cell] = input.take()
    for (const bins of [sketches.positive, sketches.negative]) left -= readBins(sketches, bins, cell, input)
    if (left !== 0) throw new RangeError(`sketch ${cell + 1}: counts are off by ${left}`)
  }
  if (!input.ended()) throw new RangeError('sketches: bytes left over')
  return sketches
}

/** @returns how many numbers the bins of one sign hold */
function readBins(sketches: Sketches, bins: Bins, cell: number, input: Reader): number {
  const filled = input.take()
  if (filled > BINS) throw new RangeError(`sketch ${cell + 1}: ${filled} bins, expected at most ${BINS}`)
  const places = new Int32Array(filled)
  const counts = new Int32Array(filled)
  let [total, place] = [0, FIRST_BIN]
  for (let i = 0; i < filled; i++) {
    places[i] = place += input.take()
    total += counts[i] = input.take()
  }
  if (place >= FIRST_BIN + BINS) throw new RangeError(`sketch ${cell + 1}: bin ${place} is beyond the range`)
  // Room is made once, since what is outgrown stays in memory for a while.
  if (filled > 0) makeRoom(sketches, bins, cell, places[0]!, place)
  for (let i = 0; i < filled; i++) bins.counts[cell]![places[i]! - bins.from[cell]!] = counts[i]!
  return total
}

interface Reader {
  take(): number
  takeBig(): bigint
  ended(): boolean
}

function reader(bytes: Uint8Array): Reader {
  let at = 0
  const byte = (): number => {
    const value = bytes[at++]
    if (value === undefined) throw new RangeError('sketches: cut short')
    return value
  }
  const take = (): number => {
    let [value, weight] = [0, 1]
    for (;;) {
      const next = byte()
      value += (next & 127) * weight
      if (next < 128) return value
      weight *= 128
      if (weight > 2 ** 49) throw new RangeError('sketches: a number beyond 2⁵³')
    }
  }
  const takeBig = (): bigint => {
    const length = byte()
    let value = 0n
    for (let k = 0; k < length >> 1; k++) value |= BigInt(byte()) << BigInt(8 * k)
    return length % 2 === 1 ? -value : value
  }
  return { take, takeBig, ended: () => at === bytes.length }
}

function writer(): { put(value: number): void; putBig(value: bigint): void; bytes(): Uint8Array } {
  let [room, length] = [new Uint8Array(4096), 0]
  const byte = (value: number): void => {
    if (length === room.length) {
      const wider = new Uint8Array(2 * length)
      wider.set(room)
      room = wider
    }
    room[length++] = value
  }
  const put = (value: number): void => {
    for (; value >= 128; value = Math.floor(value / 128)) byte(128 + (value % 128))
    byte(value)
  }
  /** Number of bytes and sign, then the bytes of the magnitude. */
  const putBig = (value: bigint): void => {
    let size = value < 0n ? -value : value
    const digits: number[] = []
    for (; size > 0n; size >>= 8n) digits.push(Number(size & 255n))
    byte(2 * digits.length + (value < 0n ? 1 : 0))
    digits.forEach(byte)
  }
  return { put, putBig, bytes: () => room.slice(0, length) }
}
