/** Observable Plot drawn into a document that no browser holds, and its drawing taken out as a group of plain SVG. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { px } from './markup.ts'
import { FONT, ink, size } from './style.ts'

const { document } = parseHTML('<!doctype html><html></html>')

/** Attributes that hold lengths: rounded, so that files are small and the same everywhere. */
const LENGTHS = ['d', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'width', 'height'] as const

/** The drawing as `<g>` with its upper left corner at (x, y). */
export function group(x: number, y: number, options: Plot.PlotOptions): string {
  const drawn = Plot.plot({ ...options, document: document as unknown as Document, className: 'plot' })
  for (const style of drawn.querySelectorAll('style')) style.remove()
  for (const element of drawn.querySelectorAll('*')) {
    for (const name of LENGTHS) {
      const value = element.getAttribute(name)
      if (value !== null)
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d+(e-?\d+)?/g, (n) => px(Number(n))),
        )
    }
    for (const name of ['fill', 'stroke'])
      if (element.getAttribute(name) === 'currentColor') element.setAttribute(name, ink.axis)
    // What a reader of the screen hears is the plot's description; the marks' own labels would be noise after it.
    element.removeAttribute('aria-label')
    element.removeAttribute('aria-hidden')
    element.removeAttribute('aria-description')
  }
  return `<g transform="translate(${px(x)},${px(y)})" fill="${ink.text}" text-anchor="middle" font-size="${size.small}" font-family="${FONT}">${drawn.innerHTML}</g>`
}
