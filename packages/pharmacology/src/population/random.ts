/** Random numbers of one virtual patient: a function of (seed, patient, stream, place) and of nothing else. */
import { philox } from './philox.ts'

/**
 * What a number is used for. Streams are independent, so adding a draw to one leaves the others alone. Some are the first of
 * many: one for each attempt at a person, for each output that is observed, for each occasion.
 */
export const STREAM = { kinetics: 0, effects: 1, persons: 2 ** 16, residuals: 2 ** 17, occasions: 2 ** 20 } as const

const words = new Uint32Array(4)

/** Uniform in (0, 1), `out.length` of them; resolution 2⁻³², never 0 or 1. */
export function uniforms(seed: number, patient: number, stream: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    if (i % 4 === 0)
      philox(i / 4, stream, patient >>> 0, Math.floor(patient / 2 ** 32), seed >>> 0, Math.floor(seed / 2 ** 32), words)
    out[i] = (words[i % 4]! + 0.5) / 2 ** 32
  }
}

/** Standard normal deviates by the Box–Muller transform, `out.length` of them, from as many uniforms (rounded up to even). */
export function normals(seed: number, patient: number, stream: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 2) {
    const word = i % 4
    if (word === 0)
      philox(i / 4, stream, patient >>> 0, Math.floor(patient / 2 ** 32), seed >>> 0, Math.floor(seed / 2 ** 32), words)
    const radius = Math.sqrt(-2 * Math.log((words[word]! + 0.5) / 2 ** 32))
    const angle = (2 * Math.PI * (words[word + 1]! + 0.5)) / 2 ** 32
    out[i] = radius * Math.cos(angle)
    if (i + 1 < out.length) out[i + 1] = radius * Math.sin(angle)
  }
}
