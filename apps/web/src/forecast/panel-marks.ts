/** A panel as Observable Plot marks: how people differ, what is not known over it, both together as outer lines, the middle, dose times, labels on the lines. */
import * as Plot from '@observablehq/plot'
import { decimal } from '../format/number.ts'
import { spread, type Panel, type PanelPoint } from './panels.ts'

export interface PanelFrame {
  readonly width: number
  readonly span: readonly [number, number]
  /** h from today */
  readonly doses: readonly number[]
  /** Only the lowest panel carries the words of the shared time axis. */
  readonly timeAxis: boolean
}

const HEIGHT = 112
const TOP = 8
const LEFT = 40
const RIGHT = 72
/** Length of the hair from a band's edge to its label, px. */
const LEADER = 12

interface End {
  readonly text: string
  readonly value: number
}

/** Where the lines are labelled: at their ends, so that each hair begins on its line. */
function lineEnds({ points, other }: Panel): End[] {
  const end = (all: readonly PanelPoint[], of: (point: PanelPoint) => number) => all.map(of).at(-1) ?? Number.NaN
  return [
    { text: 'people', value: end(points, (p) => p.p95) },
    { text: 'unknown', value: end(points, (p) => p.high) },
    { text: 'together', value: end(points, (p) => p.most ?? Number.NaN) },
    { text: 'median', value: end(points, (p) => p.median) },
    ...(other ? [{ text: other.name, value: end(other.points, (p) => p.median) }] : []),
  ]
}

/** A hair from each edge to its label, so that labels pushed apart still name their own line. */
function leaders(
  ends: readonly End[],
  labels: readonly number[],
  x: number,
  y: { apply: (value: number) => unknown },
): SVGGElement {
  const hairs = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  hairs.setAttribute('stroke', 'var(--rule-2)')
  for (const [i, { value }] of ends.entries()) {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'line')
    const place = { x1: x + 1, y1: TOP + Number(y.apply(value)), x2: x + LEADER, y2: TOP + (labels[i] ?? 0) }
    for (const [name, at] of Object.entries(place)) line.setAttribute(name, String(at))
    hairs.append(line)
  }
  return hairs
}

const dayTicks = (to: number) => Array.from({ length: Math.floor(to / 168) + 1 }, (_, week) => week * 168)
const hourTicks = (from: number, to: number) => Array.from({ length: (to - from) / 6 + 1 }, (_, i) => from + i * 6)

export function drawPanel(panel: Panel, { width, span, doses, timeAxis }: PanelFrame): SVGElement | HTMLElement {
  const [from, to] = span
  const inDay = to - from <= 24
  const bottom = timeAxis ? 40 : 12
  const y = { domain: [...panel.domain], nice: true, clamp: true, zero: true }
  const scale = Plot.scale({ y: { ...y, range: [HEIGHT, 0] } })
  const curve = panel.stepped ? 'step-after' : 'linear'
  const ends = lineEnds(panel).filter(({ value }) => Number.isFinite(value))
  const at = spread(
    ends.map(({ value }) => Number(scale.apply(value))),
    13,
    HEIGHT - 2,
  )
  const plot = Plot.plot({
    className: 'panel-plot',
    width,
    height: TOP + HEIGHT + bottom,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: bottom,
    x: { domain: [from, to], axis: null },
    y,
    marks: [
      Plot.gridY({ ticks: 2, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.areaY(panel.points, { x: 'hour', y1: 'p05', y2: 'p95', curve, fill: 'var(--band-90)' }),
      Plot.areaY(panel.points, { x: 'hour', y1: 'low', y2: 'high', curve, fill: 'var(--band-50)', fillOpacity: 0.8 }),
      // Its edges are dashed, so that it is told from the band by more than its shade.
      ['low', 'high'].map((edge) =>
        Plot.lineY(panel.points, {
          x: 'hour',
          y: edge,
          curve,
          stroke: 'var(--accent)',
          strokeWidth: 1,
          strokeDasharray: '4 3',
        }),
      ),
      // The widest of all, and the one to read for one patient: solid and thin, on either side.
      panel.points.every(({ most }) => most !== undefined)
        ? (['least', 'most'] as const).map((edge) =>
            Plot.lineY(panel.points, { x: 'hour', y: edge, curve, stroke: 'var(--ink-2)', strokeWidth: 1 }),
          )
        : null,
      panel.other
        ? Plot.lineY(panel.other.points, {
            x: 'hour',
            y: 'median',
            curve,
            stroke: 'var(--ink)',
            strokeWidth: 1.5,
            strokeDasharray: '1 3',
          })
        : null,
      Plot.lineY(panel.points, { x: 'hour', y: 'median', curve, stroke: 'var(--accent)', strokeWidth: 2 }),
      Plot.axisY({ ticks: 2, tickSize: 0, label: null, tickFormat: (value: number) => decimal(value) }),
      Plot.ruleY([0], { stroke: 'var(--ink-2)' }),
      Plot.tickX(
        doses.filter((hour) => hour >= from && hour <= to),
        {
          stroke: 'var(--ink-2)',
          strokeWidth: 1,
          insetTop: HEIGHT,
          insetBottom: -5,
        },
      ),
      ends.map(({ text }, i) =>
        Plot.text([text], {
          frameAnchor: 'top-right',
          dx: LEADER + 4,
          dy: at[i] ?? 0,
          textAnchor: 'start',
          lineAnchor: 'middle',
          fill: text === 'median' ? 'var(--accent-ink)' : 'var(--ink-2)',
          fontWeight: text === 'median' ? 600 : 400,
        }),
      ),
      timeAxis
        ? Plot.axisX(inDay ? hourTicks(from, to) : dayTicks(to), {
            tickSize: 0,
            tickPadding: 10,
            label: null,
            tickFormat: inDay ? (h: number) => `${h - from} h` : (h: number) => (h === 0 ? 'day 0' : `day ${h / 24}`),
          })
        : null,
    ],
  })
  plot.append(leaders(ends, at, width - RIGHT, scale))
  // Plot's own style element is in our stylesheet, so that the page can be served without `unsafe-inline`.
  plot.querySelector('style')?.remove()
  return plot
}
