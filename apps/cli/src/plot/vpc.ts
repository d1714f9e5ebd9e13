/** Visual predictive check: what was observed over what repeated simulations of the same trial give, percentile by percentile. */
import * as Plot from '@observablehq/plot'
import { said } from './bands-words.ts'
import { group } from './canvas.ts'
import type { Interval, VpcBin, VpcPlot } from './data.ts'
import { ring, stroke, swatch } from './key.ts'
import { count, text } from './markup.ts'
import { page, type Key } from './page.ts'
import { ink, MARGIN, WIDTH } from './style.ts'
import { clock, FRAME, timeAxis, type Clock } from './time-axis.ts'
import { valueAxis } from './value-axis.ts'
import { above, belowInWords, belowLimit, hasLimit, isBelow, LIMIT_HEIGHT, limitKey, limitLine } from './vpc-limit.ts'

const HEIGHT = 380
const TITLE = 24
const percentiles = ['p05', 'p50', 'p95'] as const
type Percentile = (typeof percentiles)[number]
const inWords: Record<Percentile, string> = { p05: '5th percentile', p50: 'median', p95: '95th percentile' }

/** @returns a whole SVG file; the same data give the same bytes */
export function vpc(plot: VpcPlot): string {
  const { label, unit, bins, observations } = plot
  const scale = plot.scale ?? fitting(plot)
  const log = scale === 'log'
  const time = clock([...bins.flatMap(({ from, to }) => [from, to]), ...(observations?.hours ?? [])])
  const title = (top: number) => text(MARGIN, top + 14, `${label} (${unit})`, { weight: 'bold' })
  const simulated = bins.flatMap((bin) =>
    percentiles.flatMap((p) => [bin.simulated[p].low, bin.simulated[p].median, bin.simulated[p].high]),
  )
  const observed = bins.flatMap((bin) => percentiles.map((p) => bin.observed?.[p] ?? NaN))
  return page(plot, {
    height: HEIGHT + TITLE + (hasLimit(plot) ? LIMIT_HEIGHT : 0),
    draw: (top) =>
      [
        title(top),
        group(
          MARGIN,
          top + TITLE,
          options({ ...plot, scale }, time, [...simulated, ...observed, ...(observations?.values ?? []), plot.limit]),
        ),
        ...(hasLimit(plot) ? [belowLimit(plot, time, top + TITLE + HEIGHT)] : []),
      ].join('\n'),
    legend: [...legend(plot), ...limitKey(plot)],
    describes: describe(plot),
    gaps: [
      ...belowInWords(plot),
      ...said(
        label,
        'simulated value',
        simulated.filter((v) => !isBelow(v)),
        log,
      ),
      ...said(
        label,
        'observed percentile',
        observed.filter((v) => !isBelow(v)),
        log,
      ),
      ...said(label, 'observed value', observations?.values ?? [], log),
    ],
  })
}

function options(
  { bins, observations, scale, limit }: VpcPlot,
  time: Clock,
  all: readonly (number | undefined)[],
): Plot.PlotOptions {
  const value = valueAxis(all, scale === 'log')
  const { shown } = value
  const boxes = (p: Percentile, fill: string) =>
    Plot.rect(bins, {
      x1: ({ from }: VpcBin) => from / time.size,
      x2: ({ to }: VpcBin) => to / time.size,
      y1: ({ simulated }: VpcBin) => shown(above(simulated[p], limit).low),
      y2: ({ simulated }: VpcBin) => shown(above(simulated[p], limit).high),
      fill,
      // Where bands overlap both are seen.
      fillOpacity: 0.8,
    })
  const middles = (p: Percentile) =>
    Plot.ruleY(bins, {
      x1: ({ from }: VpcBin) => from / time.size,
      x2: ({ to }: VpcBin) => to / time.size,
      y: ({ simulated }: VpcBin) => shown(simulated[p].median),
      stroke: ink.median,
      strokeWidth: 1,
    })
  const x = ({ at }: VpcBin) => at / time.size
  const y = (p: Percentile) => (bin: VpcBin) => shown(bin.observed?.[p] ?? NaN)
  // A percentile below the limit that the interval does not reach is seen at the limit.
  const atLimit = (p: Percentile) => (bin: VpcBin) => (isBelow(bin.observed?.[p] ?? NaN) ? shown(limit) : y(p)(bin))
  const seen = (p: Percentile) => [
    Plot.line(bins, {
      x,
      y: y(p),
      stroke: ink.observed,
      strokeWidth: 1.6,
      ...(p === 'p50' ? {} : { strokeDasharray: '6,3' }),
    }),
    Plot.dot(
      bins.filter((bin) => !isOutside(bin, p)),
      { x, y: y(p), r: 3.4, fill: ink.paper, stroke: ink.observed, strokeWidth: 1.5 },
    ),
    Plot.dot(
      bins.filter((bin) => isOutside(bin, p)),
      { x, y: atLimit(p), r: 5, symbol: 'diamond', fill: ink.fail, stroke: ink.paper, strokeWidth: 1 },
    ),
  ]
  const dots = observations?.hours.map((h, i) => [h / time.size, shown(observations.values[i] ?? NaN)]) ?? []
  return {
    width: WIDTH - 2 * MARGIN,
    height: HEIGHT,
    ...FRAME,
    x: { domain: [...time.domain], label: null },
    y: value.scale,
    marks: [
      value.grid,
      boxes('p05', ink.band90),
      boxes('p95', ink.band90),
      boxes('p50', ink.band50),
      ...percentiles.map(middles),
      ...limitLine(limit, shown),
      Plot.dot(dots, { x: '0', y: '1', r: 1.6, fill: ink.axis }),
      ...percentiles.flatMap(seen),
      timeAxis(time),
      ...value.axis,
    ],
  }
}

/** Times over which medians fall so far that the later ones could not be seen from 0. */
const FAR = 20

/** Logarithmic only where that hides nothing. */
function fitting({ bins, observations, limit }: VpcPlot): 'linear' | 'log' {
  const medians = bins.map(({ simulated }) => simulated.p50.median)
  // What is below the limit has no place on either axis.
  const lowest = [...bins.map(({ simulated }) => simulated.p05.low), ...(observations?.values ?? [])].filter((v) => !isBelow(v)) // prettier-ignore
  const least = Math.max(Math.min(...medians), limit ?? -Infinity)
  return lowest.every((v) => !(v <= 0)) && Math.max(...medians) >= FAR * least ? 'log' : 'linear'
}

/** An observed percentile that the simulated interval of the same percentile does not hold. A gap is neither. */
function isOutside({ observed, simulated }: VpcBin, p: Percentile): boolean {
  const { low, high }: Interval = simulated[p]
  return observed !== undefined && (observed[p] < low || observed[p] > high)
}

function describe({ bins, label, level, observations }: VpcPlot): string {
  const said = percentiles.map((p) => {
    const compared = bins.filter(({ observed, simulated }) =>
      [observed?.[p] ?? NaN, simulated[p].low, simulated[p].high].every((v) => Number.isFinite(v) || isBelow(v)),
    )
    const outside = compared.filter((bin) => isOutside(bin, p)).length
    return `observed ${inWords[p]} outside in ${outside} of ${count(compared.length, 'bin', 'bins')}`
  })
  const points = observations ? ` ${count(observations.values.length, 'observation', 'observations')}.` : ''
  return `${label}, ${count(bins.length, 'bin', 'bins')}, ${Math.round(level * 100)} % intervals: ${said.join('; ')}.${points}`
}

function legend({ bins, level, observations }: VpcPlot): readonly Key[] {
  const percent = `${Math.round(level * 100)} %`
  const isObserved = bins.some(({ observed }) => observed)
  return [
    { mark: swatch(ink.band50) + stroke(ink.median, { width: 1 }), words: `simulated median, ${percent} interval` },
    {
      mark: swatch(ink.band90) + stroke(ink.median, { width: 1 }),
      words: `simulated 5th and 95th percentile, ${percent} interval`,
    },
    ...(isObserved
      ? [
          { mark: stroke(ink.observed, { width: 1.6 }) + ring(3.4), words: 'observed median' },
          {
            mark: stroke(ink.observed, { width: 1.6, dash: '6,3' }) + ring(3.4),
            words: 'observed 5th and 95th percentile',
          },
          { mark: `<path d="M0,-6L4,0L0,6L-4,0Z" fill="${ink.fail}"/>`, words: 'observed, outside its interval' },
        ]
      : []),
    ...(observations ? [{ mark: `<circle r="1.6" fill="${ink.axis}"/>`, words: 'single observation' }] : []),
  ]
}
