/**
 * Amounts as whole numbers, so that a thousand entries add up without drift: mL, units and strengths in thousandths, and so mg in
 * millionths, exactly:
 *
 *     mg × 10⁶ = (mL × 10³) × (mg/mL × 10³)
 *
 * A thousandth of a mL is far below what a syringe shows. What is finer is refused, not rounded; what is too large to be whole in
 * double precision is refused too.
 */

/** Thousandths of a mL, unit, mg/mL or mg a unit; a whole number. */
export type Thousandths = number
/** Millionths of a mg of free base; a whole number. */
export type MicroMg = number

/** Whole thousandths, or `undefined` for what is not a number of at most three decimals from 0 to `most`. */
export function thousandths(x: unknown, most = 1e6): Thousandths | undefined {
  if (typeof x !== 'number' || !(x >= 0 && x <= most)) return undefined
  const whole = Math.round(x * 1000)
  // 1e-6 of a thousandth forgives 0.1 + 0.2, and at 10⁶ the spacing of doubles.
  return Math.abs(x * 1000 - whole) <= 1e-6 ? whole : undefined
}

/** mL or units times strength. At most 10⁹ × 10⁶ (bounded on reading), so whole and exact in a double. */
export const mgOf = (amount: Thousandths, strength: Thousandths): MicroMg => amount * strength

export const fromThousandths = (n: Thousandths): number => n / 1000
export const fromMicroMg = (n: MicroMg): number => n / 1e6
