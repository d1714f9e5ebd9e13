/** What surrounds every plot: title, scenario, legend, footer, and the words for who cannot see it. One file that stands alone. */
import type { Basis, Caption } from './data.ts'
import { escaped, linesWithin, px, text, widthOf } from './markup.ts'
import { FONT, ink, MARGIN, size, WIDTH } from './style.ts'

/** One entry of the legend: a mark 26 px wide and 12 px high, drawn around (0, 0), and its words. */
export interface Key {
  readonly mark: string
  readonly words: string
}

/** A drawing that begins at y = 0. */
export interface Body {
  readonly height: number
  /** Drawn at the y that it is given. */
  readonly draw: (top: number) => string
  readonly legend: readonly Key[]
  /** For screen readers: what is drawn, in sentences. */
  readonly describes: string
  /** What could not be drawn, in words. */
  readonly gaps: readonly string[]
}

const INNER = WIDTH - 2 * MARGIN

export function page(caption: Caption, body: Body): string {
  const head: string[] = []
  let y = MARGIN + 2
  const put = (words: string, points: number, style: { fill?: string; weight?: 'bold' } = {}) => {
    for (const line of linesWithin(words, INNER, points)) {
      y += points * 1.3
      head.push(text(MARGIN, y, line, { size: points, ...style }))
    }
  }
  put(caption.title, size.title, { weight: 'bold' })
  if (caption.subtitle) put(caption.subtitle, size.text, { fill: ink.soft })
  const key = legend(body.legend, y + 22)
  const top = key.bottom + 8
  const drawing = body.draw(top)
  y = top + body.height + 4
  const foot = head.length
  head.push(`<path d="M${MARGIN},${px(y + 2)}H${WIDTH - MARGIN}" stroke="${ink.rule}"/>`)
  y += 4
  const lines = [...body.gaps, ...(caption.notes ?? []), footer(caption.basis)]
  for (const words of lines) put(words, size.small, { fill: ink.soft })
  const height = Math.ceil(y + MARGIN)
  const describes = [body.describes, ...body.gaps, footer(caption.basis)].join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="${FONT}">`,
    `<title>${escaped(caption.title)}</title>`,
    `<desc>${escaped(describes)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${ink.paper}"/>`,
    ...head.slice(0, foot),
    key.drawing,
    drawing,
    ...head.slice(foot),
    '</svg>\n',
  ].join('\n')
}

function legend(keys: readonly Key[], top: number): { readonly drawing: string; readonly bottom: number } {
  let x = MARGIN
  let y = top
  const drawn: string[] = []
  for (const { mark, words } of keys) {
    const wide = 34 + widthOf(words, size.small) + 14
    if (x > MARGIN && x + wide > WIDTH - MARGIN) {
      x = MARGIN
      y += 20
    }
    drawn.push(`<g transform="translate(${px(x + 13)},${px(y)})">${mark}</g>`)
    drawn.push(text(x + 32, y + 4, words, { size: size.small }))
    x += wide
  }
  return { drawing: drawn.join('\n'), bottom: keys.length === 0 ? top - 14 : y + 8 }
}

function footer({ kind, models, patients, seed }: Basis): string {
  const parts = [
    models.length > 0 ? `model${models.length > 1 ? 's' : ''} ${models.join(', ')}` : 'no model named',
    ...(patients === undefined ? [] : [`${patients.toLocaleString('en')} virtual patients`]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ]
  return `${kind === 'simulated' ? 'Simulated' : 'Predicted'} with Anodyne: ${parts.join('; ')}. From a population model: not a measurement and not a recommendation.`
}
