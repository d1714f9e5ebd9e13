/** Numbers as a clinician writes them: never a trailing zero, always a leading one; what is not a number says so. */

/** Keeps a number and its unit on one line. */
export const NBSP = '\u00a0'

/** At most `digits` decimals, no trailing zeros ("5", not "5.0": ISMP's error-prone list). */
export function decimal(value: number | undefined, digits = 2): string {
  if (value === undefined || !Number.isFinite(value)) return 'not known'
  const text = value.toFixed(digits)
  return (digits > 0 ? text.replace(/\.?0+$/, '') : text).replace(/^-0$/, '0').replace('-', '−')
}

/** Three significant figures for large, two decimals for small, so that 312.4 reads 312 and 0.031 reads 0.03. */
export function measured(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return 'not known'
  const size = Math.abs(value)
  return decimal(value, size >= 100 ? 0 : size >= 10 ? 1 : 2)
}

export function quantity(value: number | undefined, unit: string, digits = 2): string {
  const text = decimal(value, digits)
  return text === 'not known' ? text : `${text}${NBSP}${unit}`
}

/** A fraction as whole per cent. */
export function percent(fraction: number | undefined): string {
  if (fraction === undefined || !Number.isFinite(fraction)) return 'not known'
  return `${decimal(fraction * 100, 0)}${NBSP}%`
}

/** A chance counted over virtual patients: none of 300 is not impossible, all of 300 is not certain. */
export function chance(fraction: number | undefined): string {
  if (fraction === undefined || !Number.isFinite(fraction)) return 'not known'
  if (fraction < 0.005) return `<${NBSP}1${NBSP}%`
  if (fraction > 0.995) return `>${NBSP}99${NBSP}%`
  return percent(fraction)
}

/** "1 finding", "2 findings". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n}${NBSP}${n === 1 ? one : many}`
}
