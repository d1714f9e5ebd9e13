/** What one parameter at a time does to an outcome: how people differ, and apart from it how badly the numbers are known. */
import * as Plot from '@observablehq/plot'
import { group } from './canvas.ts'
import type { TornadoPlot, TornadoRow } from './data.ts'
import { count, figure, linesWithin, px, text } from './markup.ts'
import { page } from './page.ts'
import { ink, MARGIN, size, WIDTH } from './style.ts'

/** px; labels end and bars begin, with room for the numbers at their ends */
const X = { label: MARGIN, axis: 330, axisEnd: WIDTH - MARGIN - 48 } as const
const ROW = 38
const LINE = 14
const HEADING = 34
const AXIS = 44
const BAR = 16

const kinds = {
  'between-patient': { words: 'Between patients: how people differ', fill: ink.band50, edge: ink.median },
  uncertainty: { words: 'Uncertainty: how well the number is known', fill: ink.doubt, edge: ink.doubtEdge },
} as const

/** @returns a whole SVG file; the same data give the same bytes */
export function tornado(plot: TornadoPlot): string {
  const sections = (['between-patient', 'uncertainty'] as const)
    .map((kind) => ({ kind, rows: plot.rows.filter((row) => row.kind === kind).sort((a, b) => span(b) - span(a)) }))
    .filter(({ rows }) => rows.length > 0)
  const height = sections.reduce((sum, { rows }) => sum + HEADING + rows.reduce((all, row) => all + tall(row), 0), 0)
  const undrawn = plot.rows.filter((row) => !isWhole(row)).length
  const bar = (fill: string, edge: string) =>
    `<rect x="-13" y="-6" width="26" height="12" fill="${fill}" stroke="${edge}"/>`
  return page(plot, {
    height: height + AXIS,
    draw: (top) => draw(plot, sections, top, height),
    legend: [
      { mark: bar(ink.paper, ink.median), words: 'parameter at its low value' },
      { mark: bar(ink.band50, ink.median), words: 'parameter at its high value' },
      {
        mark: `<path d="M0,-8V8" stroke="${ink.observed}" stroke-width="1.5"/>`,
        words: `all typical: ${figure(plot.base)} ${plot.unit}`,
      },
    ],
    describes: `${plot.outcome} is ${figure(plot.base)} ${plot.unit} with typical values. ${sections.map(({ kind, rows }) => `${kinds[kind].words}. ${rows.map((row) => inWords(row, plot.unit)).join(' ')}`).join(' ')}`,
    gaps:
      undrawn > 0
        ? [`${count(undrawn, 'parameter has', 'parameters have')} an end that is missing: no bar is drawn to it.`]
        : [],
  })
}

const isWhole = ({ low, high }: TornadoRow) => Number.isFinite(low.value) && Number.isFinite(high.value)

/** Rows without both ends stand last. */
const span = (row: TornadoRow) => (isWhole(row) ? Math.abs(row.high.value - row.low.value) : -1)

const inWords = ({ label, low, high }: TornadoRow, unit: string) =>
  `${label}: ${figure(low.value)} ${unit} at ${low.at}, ${figure(high.value)} ${unit} at ${high.at}.`

interface Section {
  readonly kind: TornadoRow['kind']
  readonly rows: readonly TornadoRow[]
}

function draw(
  { base, outcome, unit, rows }: TornadoPlot,
  sections: readonly Section[],
  top: number,
  height: number,
): string {
  const finite = [base, ...rows.flatMap(({ low, high }) => [low.value, high.value])].filter(Number.isFinite)
  const [least, most] = finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)]
  const room = (most - least || Math.abs(most) || 1) * 0.12
  // An outcome that cannot be negative gets no axis below 0.
  const domain = [least >= 0 ? Math.max(0, least - room) : least - room, most + room]
  const scale = Plot.scale({ x: { type: 'linear', domain, range: [X.axis, X.axisEnd] } })
  const at = (value: number) => Number(scale.apply(value))
  const axis = group(0, top, {
    width: WIDTH,
    height: height + AXIS,
    marginLeft: X.axis,
    marginRight: WIDTH - X.axisEnd,
    marginTop: 0,
    marginBottom: AXIS,
    x: { domain },
    y: { axis: null },
    marks: [
      Plot.gridX({ stroke: ink.rule, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        ticks: 5,
        label: `${outcome} (${unit})`,
        labelAnchor: 'center',
        labelArrow: 'none',
        fontSize: size.small,
      }),
    ],
  })
  const drawn: string[] = []
  let y = top
  for (const { kind, rows: own } of sections) {
    drawn.push(text(X.label, y + 24, kinds[kind].words, { weight: 'bold' }))
    y += HEADING
    for (const row of own) {
      drawn.push(...labels(row, y), ...bars(row, base, y + tall(row) / 2, at))
      y += tall(row)
    }
  }
  const middle = Number.isFinite(base)
    ? [
        `<path d="M${px(at(base))},${px(top + HEADING - 6)}V${px(top + height)}" stroke="${ink.observed}" stroke-width="1.5"/>`,
      ]
    : []
  return [axis, ...drawn, ...middle].join('\n')
}

const nameOf = ({ label }: TornadoRow) => linesWithin(label, X.axis - X.label - 40, size.text)
const tall = (row: TornadoRow) => ROW + (nameOf(row).length - 1) * LINE

function labels(row: TornadoRow, y: number): readonly string[] {
  const name = nameOf(row)
  return [
    ...name.map((part, i) => text(X.label, y + 16 + i * LINE, part)),
    text(X.label, y + 16 + name.length * LINE, `${row.low.at} to ${row.high.at}`, { size: size.small, fill: ink.soft }),
  ]
}

/** The bar of the low value is hollow, that of the high one full; each end says its outcome. */
function bars(
  { kind, low, high }: TornadoRow,
  base: number,
  y: number,
  at: (value: number) => number,
): readonly string[] {
  const { fill, edge } = kinds[kind]
  const outer = {
    low: low.value <= high.value ? 'end' : 'start',
    high: low.value <= high.value ? 'start' : 'end',
  } as const
  return (['low', 'high'] as const).flatMap((side) => {
    const { value } = side === 'low' ? low : high
    if (!Number.isFinite(value) || !Number.isFinite(base)) return []
    const [from, to] = [Math.min(at(value), at(base)), Math.max(at(value), at(base))]
    // Both ends on one side of the middle (a parameter with an optimum): the number stands beyond the bar all the same.
    const anchor = value === base ? outer[side] : value < base ? 'end' : 'start'
    const x = anchor === 'end' ? from - 5 : to + 5
    return [
      `<rect x="${px(from)}" y="${px(y - BAR / 2)}" width="${px(to - from)}" height="${BAR}" fill="${side === 'low' ? ink.paper : fill}" stroke="${edge}"/>`,
      text(x, y + 4, figure(value), { size: size.small, anchor }),
    ]
  })
}
