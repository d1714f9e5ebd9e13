/**
 * Areas under samples. Between two samples the concentration runs straight, or as an exponential (log) where it falls:
 *
 *     straight  ∫C = Δ·(C₁ + C₂)/2        exponential  ∫C = Δ·(C₁ − C₂)/ln(C₁/C₂)
 *
 * linear-up-log-down is the custom of the field, since drug enters by many laws but leaves by exponentials. Gabrielsson & Weiner,
 * Pharmacokinetic and Pharmacodynamic Data Analysis, 5th ed., 2016, ch. 2; log takes every pair of positive, unequal samples.
 */

export type Trapezoids = 'linear-up-log-down' | 'linear' | 'log'

export interface Sample {
  /** h */
  readonly time: number
  readonly concentration: number
}

const bends = (rule: Trapezoids, first: number, second: number): boolean =>
  rule !== 'linear' && second > 0 && first > 0 && (rule === 'log' ? first !== second : second < first)

/** ∫C between two samples. */
export function areaBetween(rule: Trapezoids, a: Sample, b: Sample): number {
  const width = b.time - a.time
  if (!bends(rule, a.concentration, b.concentration)) return (width * (a.concentration + b.concentration)) / 2
  const fall = Math.log(a.concentration / b.concentration)
  return (width * b.concentration * Math.expm1(fall)) / fall
}

/** ∫t·C between two samples: straight, t·C itself is taken as straight, as is the custom. */
export function momentBetween(rule: Trapezoids, a: Sample, b: Sample): number {
  const width = b.time - a.time
  if (!bends(rule, a.concentration, b.concentration))
    return (width * (a.time * a.concentration + b.time * b.concentration)) / 2
  const fall = Math.log(a.concentration / b.concentration)
  return b.time * areaBetween(rule, a, b) - b.concentration * width ** 2 * weight(fall)
}

/** ∫₀¹ s·e^(L·s) ds = (e^L·(L − 1) + 1)/L², by its series near 0. */
function weight(L: number): number {
  if (Math.abs(L) > 0.05) return (Math.exp(L) * (L - 1) + 1) / L ** 2
  return 1 / 2 + L / 3 + L ** 2 / 8 + L ** 3 / 30 + L ** 4 / 144 + L ** 5 / 840
}

/** The concentration at `time` between two samples, by the same rule. */
export function between(rule: Trapezoids, a: Sample, b: Sample, time: number): number {
  const part = (time - a.time) / (b.time - a.time)
  if (!bends(rule, a.concentration, b.concentration))
    return a.concentration + part * (b.concentration - a.concentration)
  return a.concentration * (b.concentration / a.concentration) ** part
}
