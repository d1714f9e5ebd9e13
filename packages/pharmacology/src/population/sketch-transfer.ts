/** Sketches from thread to thread: plain data whose memory can be moved instead of copied. */
import { settle, type Sketches } from './sketch.ts'

/** Settles the sketches, and returns the memory of their bins: after it was transferred they are of no use here. */
export function readyToMove(sketches: Sketches): ArrayBuffer[] {
  settle(sketches)
  return [sketches.positive, sketches.negative].flatMap(({ counts }) =>
    // Cells without bins share one empty array, and nothing can be transferred twice.
    counts.filter(({ length }) => length > 0).map(({ buffer }) => buffer as ArrayBuffer),
  )
}
