/**
 * Philox4x32-10, a counter-based random generator (Salmon et al. 2011, doi:10.1145/2063384.2063405): four 32-bit words that
 * depend on nothing but the counter and the key. So virtual patient i is the same whatever else is drawn, on any shard.
 */
const [M0, M1] = [0xd2511f53, 0xcd9e8d57]
const [W0, W1] = [0x9e3779b9, 0xbb67ae85]

/** Writes the four words for `counter` (4 words) and `key` (2 words) into `out`. */
export function philox(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, out: Uint32Array): void {
  for (let round = 0; round < 10; round++) {
    const high0 = mulHigh(M0, c0)
    const high1 = mulHigh(M1, c2)
    const low0 = Math.imul(M0, c0) >>> 0
    const low1 = Math.imul(M1, c2) >>> 0
    c0 = (high1 ^ c1 ^ k0) >>> 0
    c2 = (high0 ^ c3 ^ k1) >>> 0
    c1 = low1
    c3 = low0
    k0 = (k0 + W0) >>> 0
    k1 = (k1 + W1) >>> 0
  }
  out[0] = c0
  out[1] = c1
  out[2] = c2
  out[3] = c3
}

/** Upper 32 bits of a 32 × 32-bit product, in 16-bit halves since a double holds only 53. */
function mulHigh(a: number, b: number): number {
  const a0 = a & 0xffff
  const a1 = a >>> 16
  const b0 = b & 0xffff
  const b1 = b >>> 16
  // Each sum stays below 2³², so 32-bit products suffice.
  const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) >>> 0
  const cross = ((middle & 0xffff) + Math.imul(a0, b1)) >>> 0
  return (Math.imul(a1, b1) + (middle >>> 16) + (cross >>> 16)) >>> 0
}
