/** Marks of the legends, drawn around (0, 0), 26 px wide. */
import { ink } from './style.ts'

export const swatch = (fill: string): string => `<rect x="-13" y="-6" width="26" height="12" fill="${fill}"/>`

export const stroke = (colour: string, { width = 2, dash = '' } = {}): string =>
  `<path d="M-13,0H13" stroke="${colour}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''} fill="none"/>`

/** Black ring on white: an observation. */
export const ring = (radius = 4): string =>
  `<circle r="${radius}" fill="${ink.paper}" stroke="${ink.observed}" stroke-width="1.5"/>`
