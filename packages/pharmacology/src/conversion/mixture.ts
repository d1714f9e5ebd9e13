/**
 * The sources as one distribution. It says what was done, not what is right, and it depends on how the sources are weighted:
 * so there are two, and where they differ nothing is known that would choose.
 */
import type { ConversionSource } from './sources.ts'

/** A share given at once (low = high) or, where only a range is reported, evenly over it (assumed). */
export interface ConversionPiece {
  readonly cited: string
  readonly low: number
  readonly high: number
  /** All weights make 1. */
  readonly weight: number
}

export type Weighting = 'sources alike' | 'people counted'

/** `people counted` leaves out the sources that count nobody. */
export function mixture(sources: readonly ConversionSource[], weighting: Weighting): readonly ConversionPiece[] {
  const pieces = sources.flatMap(({ cited, shares }) => {
    const counted = shares.every(({ people }) => people !== undefined)
    if (weighting === 'people counted' && !counted) return []
    const all = shares.reduce((sum, { people = 1 }) => sum + people, 0)
    return shares.map(({ low, high, people = 1 }) => ({
      cited,
      low,
      high,
      weight: weighting === 'people counted' ? people : people / all,
    }))
  })
  const whole = pieces.reduce((sum, { weight }) => sum + weight, 0)
  return pieces.map((piece) => ({ ...piece, weight: piece.weight / whole }))
}

/** The least share below or at which `level` of the weight lies. */
export function shareAt(pieces: readonly ConversionPiece[], level: number): number {
  const edges = [...new Set(pieces.flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b)
  let below = 0
  for (const [k, edge] of edges.entries()) {
    for (const { low, high, weight } of pieces) if (low === edge && high === edge) below += weight
    const next = edges[k + 1]
    if (next === undefined || below >= level - ROUNDING) return edge
    const density = pieces.reduce(
      (sum, { low, high, weight }) => sum + (low <= edge && next <= high ? weight / (high - low) : 0),
      0,
    )
    if (below + density * (next - edge) >= level) return edge + (level - below) / density
    below += density * (next - edge)
  }
  throw new RangeError('no shares: expected at least one')
}

const ROUNDING = 1e-12
