/** The few SVG elements that stand around a plot: text, its width, its lines; numbers short. */
import { plain } from '../text/plain.ts'
import { wrap } from '../text/wrap.ts'
import { ink, size } from './style.ts'

/** A hundredth of a pixel is more than any printer has. */
export const px = (n: number): string => String(Math.round(n * 100) / 100)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Fit for XML: no control characters, no direction overrides. */
export const escaped = (text: string): string => plain(text).replace(/[&<>"]/g, (c) => ENTITIES[c]!)

export interface TextStyle {
  readonly size?: number
  readonly fill?: string
  readonly weight?: 'bold'
  readonly anchor?: 'start' | 'middle' | 'end'
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size: points = size.text, fill = ink.text, weight, anchor } = style
  const more = `${weight ? ` font-weight="${weight}"` : ''}${anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : ''}`
  return `<text x="${px(x)}" y="${px(y)}" font-size="${points}" fill="${fill}"${more}>${escaped(words)}</text>`
}

/** px, a little too wide for any face of the list: there is nothing to measure with. */
export const widthOf = (words: string, points: number): number => words.length * points * 0.5

/** Lines that stay within `width` px. */
export const linesWithin = (words: string, width: number, points: number): readonly string[] =>
  wrap(words, Math.max(8, Math.floor(width / (points * 0.5))))

const DIGITS = 3
/** Three significant figures without an exponent; `–` for what is not a number. */
export function figure(x: number): string {
  if (!Number.isFinite(x)) return '–'
  const rounded = Number(x.toPrecision(DIGITS))
  return (
    Math.abs(rounded) >= 1e6 || (rounded !== 0 && Math.abs(rounded) < 1e-4) ? rounded.toExponential() : String(rounded)
  ).replace('-', '−')
}

/** `1 value is missing`, `3 values are missing` */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
