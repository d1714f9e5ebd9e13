/**
 * What lies below the limit of quantification in a visual predictive check. It has no value, so nothing stands for it but how much of
 * it there is: −Infinity is a percentile below the limit, and a second drawing has the part of all observations that is.
 */
import * as Plot from '@observablehq/plot'
import type { Interval, VpcBin, VpcPlot } from './data.ts'
import { group } from './canvas.ts'
import { stroke } from './key.ts'
import { count, figure, text } from './markup.ts'
import type { Key } from './page.ts'
import { ink, MARGIN, size, WIDTH } from './style.ts'
import { FRAME, timeAxis, type Clock } from './time-axis.ts'
import { valueAxis } from './value-axis.ts'

const TITLE = 24
const HEIGHT = 150
export const LIMIT_HEIGHT = TITLE + HEIGHT

export const isBelow = (value: number): boolean => value === -Infinity

/** An interval as far as it can be drawn: from the limit up, and not at all where even its upper end lies below. */
export function above({ low, median, high }: Interval, limit: number | undefined): Interval {
  if (isBelow(high)) return { low: NaN, median: NaN, high: NaN }
  return { low: isBelow(low) ? (limit ?? NaN) : low, median: isBelow(median) ? NaN : median, high }
}

/** Observed and simulated percentiles that lie below the limit, in words; nothing where none does. */
export function belowInWords({ bins, label, unit, limit }: VpcPlot): readonly string[] {
  if (limit === undefined) return []
  const percentiles = ['p05', 'p50', 'p95'] as const
  const all = bins.flatMap(({ observed, simulated }) =>
    percentiles.map((p) => [observed?.[p] ?? NaN, simulated[p].low, simulated[p].high] as const),
  )
  const of = (k: 0 | 1 | 2) => all.filter((one) => isBelow(one[k])).length
  return [
    `${label}: limit of quantification ${figure(limit)} ${unit}. ${count(of(0), 'observed percentile lies', 'observed percentiles lie')} below it and ${of(0) === 1 ? 'has' : 'have'} no place; ${count(of(1), 'simulated interval reaches', 'simulated intervals reach')} below it, ${of(2)} of them wholly.`,
  ]
}

export const limitLine = (limit: number | undefined, shown: (value: number) => number): Plot.Markish[] =>
  limit === undefined ? [] : [Plot.ruleY([shown(limit)], { stroke: ink.axis, strokeDasharray: '2,3' })]

export const limitKey = ({ limit, unit }: VpcPlot): readonly Key[] =>
  limit === undefined
    ? []
    : [
        {
          mark: stroke(ink.axis, { width: 1, dash: '2,3' }),
          words: `limit of quantification, ${figure(limit)} ${unit}`,
        },
      ]

/** The part of observations below the limit: observed over the interval of the simulated replicates. */
export function belowLimit({ bins }: VpcPlot, time: Clock, top: number): string {
  const drawn = bins.flatMap(({ from, to, at, belowLimit: part }) => (part ? [{ from, to, at, ...part }] : []))
  type Part = (typeof drawn)[number]
  const value = valueAxis([0, 1], false)
  const x1 = ({ from }: Part) => from / time.size
  const x2 = ({ to }: Part) => to / time.size
  const x = ({ at }: Part) => at / time.size
  const title = text(MARGIN, top + 14, 'Below the limit of quantification (fraction of observations)', {
    weight: 'bold',
  })
  const options: Plot.PlotOptions = {
    width: WIDTH - 2 * MARGIN,
    height: HEIGHT,
    ...FRAME,
    x: { domain: [...time.domain], label: null },
    y: { ...value.scale, domain: [0, 1] },
    marks: [
      value.grid,
      Plot.rect(drawn, {
        x1,
        x2,
        y1: ({ simulated }: Part) => simulated.low,
        y2: ({ simulated }: Part) => simulated.high,
        fill: ink.band90,
      }),
      Plot.ruleY(drawn, { x1, x2, y: ({ simulated }: Part) => simulated.median, stroke: ink.median, strokeWidth: 1 }),
      Plot.line(drawn, { x, y: 'observed', stroke: ink.observed, strokeWidth: 1.6 }),
      ...[true, false].map((out) =>
        Plot.dot(
          drawn.filter((one) => isOutside(one) === out),
          out
            ? { x, y: 'observed', r: 5, symbol: 'diamond', fill: ink.fail, stroke: ink.paper, strokeWidth: 1 }
            : { x, y: 'observed', r: 3.4, fill: ink.paper, stroke: ink.observed, strokeWidth: 1.5 },
        ),
      ),
      timeAxis(time),
      Plot.axisY({ ticks: [0, 0.5, 1], label: null, fontSize: size.small }),
    ],
  }
  return `${title}\n${group(MARGIN, top + TITLE, options)}`
}

const isOutside = ({ observed, simulated }: { observed: number; simulated: Interval }): boolean =>
  observed < simulated.low || observed > simulated.high

export const hasLimit = ({ limit, bins }: { limit?: number; bins: readonly VpcBin[] }): boolean =>
  limit !== undefined && bins.some(({ belowLimit: part }) => part !== undefined)
