/**
 * The terminal rate λz: a straight line through ln C of the last samples, by least squares. As many of the last samples (three or
 * more, after tmax) are taken as make the adjusted R² largest; of those within 0.0001 of the largest, the line through most.
 * The rule of Phoenix WinNonlin (Gabrielsson & Weiner, Pharmacokinetic and Pharmacodynamic Data Analysis, 5th ed., 2016, ch. 2).
 */
import type { Sample } from './trapezoids.ts'

export interface TerminalSlope {
  /** 1/h */
  readonly lambda: number
  /** ln 2/λz, h */
  readonly thalf: number
  readonly points: number
  /** h; first and last sample used. */
  readonly from: number
  readonly to: number
  readonly R2: number
  readonly adjustedR2: number
  /** The line at time 0, in the unit of concentration. */
  readonly intercept: number
}

const LEAST = 3
const TIE = 1e-4

/**
 * @param samples measurable concentrations that may be used, in order of time
 * @param window h; when given, all samples within it are taken, and nothing is chosen
 * @returns undefined when there are fewer than three, or none of the lines falls.
 */
export function terminalSlope(
  samples: readonly Sample[],
  window?: readonly [number, number],
): TerminalSlope | undefined {
  if (window) {
    const inside = samples.filter(({ time }) => time >= window[0] && time <= window[1])
    return inside.length >= LEAST ? line(inside) : undefined
  }
  const lines: TerminalSlope[] = []
  for (let n = LEAST; n <= samples.length; n++) {
    const found = line(samples.slice(-n))
    if (found) lines.push(found)
  }
  const best = Math.max(...lines.map(({ adjustedR2 }) => adjustedR2))
  return lines.findLast(({ adjustedR2 }) => adjustedR2 > best - TIE)
}

function line(samples: readonly Sample[]): TerminalSlope | undefined {
  const n = samples.length
  const t = samples.map(({ time }) => time)
  const y = samples.map(({ concentration }) => Math.log(concentration))
  const [meanT, meanY] = [mean(t), mean(y)]
  let [tt, ty, yy] = [0, 0, 0]
  for (let k = 0; k < n; k++) {
    tt += (t[k]! - meanT) ** 2
    ty += (t[k]! - meanT) * (y[k]! - meanY)
    yy += (y[k]! - meanY) ** 2
  }
  const lambda = -ty / tt
  if (!(lambda > 0)) return undefined
  const R2 = ty ** 2 / (tt * yy)
  return {
    lambda,
    thalf: Math.LN2 / lambda,
    points: n,
    from: t[0]!,
    to: t.at(-1)!,
    R2,
    adjustedR2: 1 - ((1 - R2) * (n - 1)) / (n - 2),
    intercept: Math.exp(meanY + lambda * meanT),
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
