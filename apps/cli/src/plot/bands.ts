/** Concentrations or effects over time: bands of virtual patients, the median's own uncertainty, and what was observed. */
import * as Plot from '@observablehq/plot'
import { group } from './canvas.ts'
import type { BandsPanel, BandsPlot, ObservedPoints } from './data.ts'
import { bandsInWords } from './bands-words.ts'
import { ring, stroke, swatch } from './key.ts'
import { text } from './markup.ts'
import { page, type Key } from './page.ts'
import { ink, MARGIN, WIDTH } from './style.ts'
import { clock, FRAME, timeAxis, type Clock } from './time-axis.ts'
import { valueAxis } from './value-axis.ts'

/** @returns a whole SVG file; the same data give the same bytes */
export function bands(plot: BandsPlot): string {
  const columns = plot.panels.length > 1 ? 2 : 1
  const width = (WIDTH - 2 * MARGIN - (columns - 1) * GUTTER) / columns
  const height = columns === 1 ? 360 : 270
  const rows = Math.ceil(plot.panels.length / columns)
  const draw = (top: number) =>
    plot.panels
      .map((panel, i) => {
        const x = MARGIN + (i % columns) * (width + GUTTER)
        const y = top + Math.floor(i / columns) * (height + TITLE + BELOW)
        const title = text(x, y + 18, `${panel.label} (${panel.unit})`, { weight: 'bold' })
        return `${title}\n${group(x, y + TITLE, options(panel, plot, width, height))}`
      })
      .join('\n')
  return page(plot, {
    height: rows * (height + TITLE + BELOW) - BELOW,
    draw,
    legend: legend(plot.panels),
    ...bandsInWords(plot),
  })
}

/** Uncertainty lies over the spread and must not hide it: edges alone. */
const EDGE = { width: 1.6, dash: '5,3' } as const
const GUTTER = 24
/** px above each panel */
const TITLE = 28
/** px under each, so that its axis is not read as the next one's title */
const BELOW = 12

function options(panel: BandsPanel, plot: BandsPlot, width: number, height: number): Plot.PlotOptions {
  const { band, uncertainty, observed = [] } = panel
  const time = clock([...panel.hours, ...observed.flatMap(({ hours }) => hours)])
  const edges = uncertainty ? [uncertainty.low, uncertainty.high] : []
  const lines = [band.median, band.p05 ?? [], band.p25 ?? [], band.p75 ?? [], band.p95 ?? [], ...edges]
  const value = valueAxis([...lines.flat(), ...observed.flatMap(reach)], plot.scale === 'log')
  const at = panel.hours.map((h) => h / time.size)
  const along = (values: readonly number[]) => at.map((_, i) => value.shown(values[i]))
  const area = (low: readonly number[] | undefined, high: readonly number[] | undefined, fill: string) =>
    low && high ? [Plot.areaY(at, { x: at, y1: along(low), y2: along(high), fill })] : []
  const line = (values: readonly number[], style: Plot.LineOptions) =>
    Plot.line(at, { x: at, y: along(values), ...style })
  return {
    width,
    height,
    ...FRAME,
    x: { domain: [...time.domain], label: null },
    y: value.scale,
    marks: [
      value.grid,
      ...area(band.p05, band.p95, ink.band90),
      ...area(band.p25, band.p75, ink.band50),
      ...edges.map((edge) =>
        line(edge, { stroke: ink.doubtEdge, strokeWidth: EDGE.width, strokeDasharray: EDGE.dash }),
      ),
      line(band.median, { stroke: ink.median, strokeWidth: 2 }),
      ...observed.flatMap((o) => points(o, time, value.shown)),
      timeAxis(time, plot.timeLabel),
      ...value.axis,
    ],
  }
}

/** Both ends of the bar of each point. */
const reach = ({ values, relativeError = 0 }: ObservedPoints) =>
  values.flatMap((v) => [v * (1 - relativeError), v * (1 + relativeError)])

function points({ hours, values, relativeError }: ObservedPoints, time: Clock, shown: (v: number) => number) {
  const at = hours.map((h) => h / time.size)
  const bar = (sign: 1 | -1) => values.map((v) => shown(v * (1 + sign * (relativeError ?? 0))))
  return [
    ...(relativeError === undefined
      ? []
      : [Plot.ruleX(at, { x: at, y1: bar(-1), y2: bar(1), stroke: ink.observed, strokeWidth: 1.2 })]),
    Plot.dot(at, { x: at, y: values.map(shown), r: 2.8, fill: ink.paper, stroke: ink.observed, strokeWidth: 1.5 }),
  ]
}

function legend(panels: readonly BandsPanel[]): readonly Key[] {
  const some = (has: (panel: BandsPanel) => unknown) => panels.some((panel) => Boolean(has(panel)))
  const doubt = panels.find(({ uncertainty }) => uncertainty)?.uncertainty
  const observed = [...new Set(panels.flatMap((panel) => (panel.observed ?? []).map(({ label }) => label)))]
  return [
    { mark: stroke(ink.median), words: 'median' },
    ...(some(({ band }) => band.p25) ? [{ mark: swatch(ink.band50), words: 'middle 50 %' }] : []),
    ...(some(({ band }) => band.p05) ? [{ mark: swatch(ink.band90), words: 'middle 90 % of patients' }] : []),
    ...(doubt ? [{ mark: stroke(ink.doubtEdge, EDGE), words: doubt.label }] : []),
    ...observed.map((words) => ({ mark: ring(2.8), words })),
  ]
}
