/** Predicted over observed, row by row, on a logarithmic axis: what is met, what is known to be missed, and what fails. */
import * as Plot from '@observablehq/plot'
import { group } from './canvas.ts'
import type { ForestPlot } from './data.ts'
import { lay, type Line } from './forest-lines.ts'
import { forestMark } from './forest-marks.ts'
import { count, figure, px, text } from './markup.ts'
import { page } from './page.ts'
import { ink, MARGIN, size, WIDTH } from './style.ts'

/** px; where the columns stand */
const X = { target: MARGIN, observed: 308, predicted: 362, axis: 376, axisEnd: 580, ratio: 614, status: 624 } as const
const TARGET_WIDTH = X.observed - 48 - X.target
const AXIS = 44
const KINDS = 'Verification: the study set a number of the model. External: it set none.'
const HEAD = 24

/** @returns a whole SVG file; the same data give the same bytes */
export function forest(plot: ForestPlot): string {
  const { lines, height, reasons } = lay(plot.rows, TARGET_WIDTH)
  const judged = (status: string) => plot.rows.filter((row) => row.status === status).length
  const without = plot.rows.filter(({ ratio }) => !(ratio > 0 && Number.isFinite(ratio))).length
  return page(
    { ...plot, notes: [...reasons.map((because, i) => `[${i + 1}] ${because}`), ...(plot.notes ?? []), KINDS] },
    {
      height: HEAD + height + AXIS,
      draw: (top) => draw(lines, top, height, plot),
      legend: [
        { mark: forestMark('pass'), words: 'pass' },
        { mark: forestMark('known-miss'), words: 'known miss' },
        { mark: forestMark('fail'), words: 'FAIL' },
        { mark: `<rect x="-13" y="-6" width="26" height="12" fill="${ink.rule}"/>`, words: 'tolerance' },
      ],
      describes: `${count(plot.rows.length, 'comparison', 'comparisons')} of predicted with observed values: ${judged('pass')} pass, ${judged('known-miss')} known misses, ${judged('fail')} fail. ${plot.rows.map(inWords).join(' ')}`,
      gaps: without > 0 ? [`${count(without, 'row has', 'rows have')} no ratio and no mark.`] : [],
    },
  )
}

const inWords = ({ target, ratio, status }: ForestPlot['rows'][number]) =>
  `${target}: ${Number.isFinite(ratio) ? figure(ratio) : 'no ratio'}, ${status.replace('-', ' ')}.`

function draw(lines: readonly Line[], top: number, height: number, { rows }: ForestPlot): string {
  const domain = reach(rows.flatMap(({ ratio, tolerance = [] }) => [ratio, ...tolerance]))
  const scale = Plot.scale({ x: { type: 'log', domain: [...domain], range: [X.axis, X.axisEnd] } })
  const at = (ratio: number) => Number(scale.apply(ratio))
  const body = top + HEAD
  const heads = [
    text(X.target, top + 14, 'Measured', { size: size.small, fill: ink.soft }),
    text(X.observed, top + 14, 'observed', { size: size.small, fill: ink.soft, anchor: 'end' }),
    text(X.predicted, top + 14, 'predicted', { size: size.small, fill: ink.soft, anchor: 'end' }),
    text(X.ratio, top + 14, 'ratio', { size: size.small, fill: ink.soft, anchor: 'end' }),
  ]
  const axis = group(0, body, {
    width: WIDTH,
    height: height + AXIS,
    marginLeft: X.axis,
    marginRight: WIDTH - X.axisEnd,
    marginTop: 0,
    marginBottom: AXIS,
    x: { type: 'log', domain: [...domain] },
    y: { axis: null },
    marks: [
      Plot.ruleX(ticksIn(domain), { stroke: ink.rule }),
      Plot.ruleX([1], { stroke: ink.axis }),
      Plot.axisX({
        ticks: ticksIn(domain),
        tickFormat: (t: number) => String(t),
        label: 'predicted / observed',
        labelAnchor: 'center',
        labelArrow: 'none',
        fontSize: size.small,
      }),
    ],
  })
  const drawn = lines.flatMap((line) => {
    const y = body + line.y
    if (line.kind === 'heading') return [text(X.target, y + 4, line.words, { weight: 'bold' })]
    const { row, words, note } = line
    const style = row.status === 'fail' ? { size: size.small, weight: 'bold' as const } : { size: size.small }
    const status = `${row.status === 'fail' ? 'FAIL' : row.status.replace('-', ' ')}${note === undefined ? '' : ` [${note}]`}`
    const [low, high] = row.tolerance ?? [NaN, NaN]
    const ends =
      low >= 0 && high > low && Number.isFinite(high) ? ([low > 0 ? at(low) : X.axis, at(high)] as const) : undefined
    return [
      ...words.map((part, i) => text(X.target, y + 4 + (i - (words.length - 1) / 2) * 13, part, style)),
      text(X.observed, y + 4, figure(row.observed), { ...style, anchor: 'end' }),
      text(X.predicted, y + 4, figure(row.predicted), { ...style, anchor: 'end' }),
      ...(ends
        ? [
            `<rect x="${px(ends[0])}" y="${px(y - 6)}" width="${px(ends[1] - ends[0])}" height="12" fill="${ink.rule}"/>`,
          ]
        : []),
      ...(row.ratio > 0 && Number.isFinite(row.ratio)
        ? [`<g transform="translate(${px(at(row.ratio))},${px(y)})">${forestMark(row.status)}</g>`]
        : []),
      text(X.ratio, y + 4, Number.isFinite(row.ratio) ? row.ratio.toFixed(2) : '–', { ...style, anchor: 'end' }),
      text(X.status, y + 4, status, { ...style, fill: STATUS[row.status] }),
    ]
  })
  return [...heads, axis, ...drawn].join('\n')
}

const STATUS = { pass: ink.soft, 'known-miss': ink.miss, fail: ink.fail } as const

const TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
const ticksIn = ([low, high]: readonly [number, number]) => TICKS.filter((t) => t >= low && t <= high)

/** At least a factor of two and a half to each side, and everything that is drawn. */
function reach(values: readonly number[]): readonly [number, number] {
  const finite = values.filter((v) => v > 0 && Number.isFinite(v))
  return [Math.min(0.4, ...finite.map((v) => v * 0.92)), Math.max(2.5, ...finite.map((v) => v * 1.08))]
}
