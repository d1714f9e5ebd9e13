/** A forecast in a few lines: chances first, then peaks as median and 90 % interval. */
import type { Forecast, Spread } from '@anodyne/pharmacology'
import { chance, decimal, NBSP } from '../format/number.ts'

/** "42 ng/mL (18 to 97)"; of what rounds to nothing, only that it is less than the smallest figure written. */
export function spreadWords({ p05, median, p95 }: Spread, unit: string, digits = 0): string {
  const smallest = 10 ** -digits
  if (Math.abs(p05) < smallest / 2 && Math.abs(p95) < smallest / 2)
    return `below${NBSP}${decimal(smallest, digits)}${NBSP}${unit}`
  const interval = `(${decimal(p05, digits)} to ${decimal(p95, digits)})`.replaceAll(' ', NBSP)
  return `${decimal(median, digits)}${NBSP}${unit}${NBSP}${interval}`
}

/** A chance is one number, and how well it is known is an interval; "(14 to 62)", or nothing where an old record has none. */
function notBetterKnown(chance: Spread | undefined): string {
  if (!chance) return ''
  return `${NBSP}(${decimal(100 * chance.p05, 0)} to ${decimal(100 * chance.p95, 0)})`.replaceAll(' ', NBSP)
}

export interface Prediction {
  readonly name: string
  readonly value: string
}

export function predictions({ summary }: Pick<Forecast, 'summary'>): Prediction[] {
  return [
    {
      name: 'Chance of being a responder (cohorts without a control group)',
      value: `${chance(summary.responders)}${notBetterKnown(summary.knowledge?.responders)}`,
    },
    { name: `Chance of ≥${NBSP}30${NBSP}% relief`, value: chance(summary.relief30) },
    { name: 'Peak ketamine', value: spreadWords(summary.peakKetamine, 'ng/mL') },
    { name: 'Peak dissociation', value: spreadWords(summary.peakDissociation, `of${NBSP}10`, 1) },
    { name: 'Peak systolic rise', value: spreadWords(summary.peakPressure, 'mmHg') },
  ]
}
