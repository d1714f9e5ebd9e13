/** A forecast in a few sentences; every number with its interval and the word "predicted" beside it on the page. */
import type { Forecast, Spread } from '@anodyne/pharmacology'
import { decimal, NBSP, percent } from '../format/number.ts'

/** "42 ng/mL (90 %: 18 to 97)" */
export function spreadWords(spread: Spread, unit: string, digits = 0): string {
  const { p05, median, p95 } = spread
  return `${decimal(median, digits)}${NBSP}${unit} (90${NBSP}%: ${decimal(p05, digits)} to${NBSP}${decimal(p95, digits)})`
}

export interface Prediction {
  readonly name: string
  readonly value: string
}

export function predictions({ summary }: Pick<Forecast, 'summary'>): Prediction[] {
  return [
    { name: 'Chance of being a responder', value: percent(summary.responders) },
    { name: `Chance of ≥${NBSP}30${NBSP}% relief`, value: percent(summary.relief30) },
    { name: 'Highest ketamine level', value: spreadWords(summary.peakKetamine, 'ng/mL') },
    {
      name: 'Strongest dissociation, of 10',
      value: spreadWords(summary.peakDissociation, '', 1).replace(`${NBSP} (`, ' ('),
    },
    { name: 'Highest rise of systolic pressure', value: spreadWords(summary.peakPressure, 'mmHg') },
  ]
}
