/** Observations as marks: a dot for a pain score, a bar from diastolic to systolic for a pressure; the latest one said in figures. */
import * as Plot from '@observablehq/plot'
import type { PatientPage } from '@anodyne/server'
import { decimal } from '../format/number.ts'

type Series = PatientPage['series']

export interface ObservedFrame {
  readonly width: number
  readonly span: readonly [Date, Date]
  readonly timeAxis: boolean
}

const DAY = 86_400_000

/**
 * First observation to the day of the assessment, so that old readings stand as far back as they are; nothing when
 * nothing was observed.
 */
export function observedSpan({ pain, bloodPressure }: Series, asOf: string): readonly [Date, Date] | undefined {
  const times = [...pain, ...bloodPressure].map(({ at }) => Date.parse(at)).filter(Number.isFinite)
  if (times.length === 0) return undefined
  const first = Math.min(...times)
  const today = Date.parse(asOf)
  const last = Math.max(...times, Number.isFinite(today) ? today : first)
  const before = Math.max((last - first) * 0.02, DAY / 2, 15 * DAY - (last - first))
  return [new Date(first - before), new Date(last)]
}

function frame({ width, span, timeAxis }: ObservedFrame, height: number): Plot.PlotOptions {
  return {
    className: 'panel-plot',
    width,
    height: height + 12 + (timeAxis ? 32 : 10),
    marginLeft: 40,
    marginRight: 64,
    marginTop: 12,
    marginBottom: timeAxis ? 32 : 10,
    x: { type: 'time', domain: [...span], axis: null },
  }
}

/** Drawn marks without Plot's own style element (see the stylesheet). */
function finish(plot: Element): Element {
  plot.querySelector('style')?.remove()
  return plot
}

const timeAxisMarks = ({ timeAxis, width }: ObservedFrame) =>
  timeAxis ? [Plot.axisX({ tickSize: 4, label: null, ticks: width < 500 ? 4 : 6 })] : []

export function drawPain({ pain }: Series, at: ObservedFrame): Element {
  const rows = pain.map(({ at, value }) => ({ at: new Date(at), value }))
  return finish(
    Plot.plot({
      ...frame(at, 96),
      y: { domain: [0, 10], label: null },
      marks: [
        Plot.gridY([0, 5, 10], { stroke: 'var(--rule)', strokeOpacity: 1 }),
        Plot.axisY([0, 5, 10], { tickSize: 0 }),
        Plot.lineY(rows, { x: 'at', y: 'value', stroke: 'var(--rule-2)' }),
        Plot.dot(rows, { x: 'at', y: 'value', r: 3, fill: 'var(--ink)' }),
        Plot.text(rows.slice(0, 1), {
          x: 'at',
          y: 'value',
          text: ({ value }: { value: number }) => decimal(value, 1),
          dx: 10,
          textAnchor: 'start',
          fill: 'var(--ink)',
          fontWeight: 600,
        }),
        ...timeAxisMarks(at),
      ],
    }),
  )
}

/** "166/113": a cuff is not read to a tenth. */
export const pressureWords = ({ systolic, diastolic }: { readonly systolic: number; readonly diastolic: number }) =>
  `${decimal(systolic, 0)}/${decimal(diastolic, 0)}`

export function drawPressure({ bloodPressure }: Series, at: ObservedFrame): Element {
  const rows = bloodPressure.map(({ at, systolic, diastolic }) => ({ at: new Date(at), systolic, diastolic }))
  const highest = Math.max(160, ...rows.map(({ systolic }) => systolic))
  const lowest = Math.min(60, ...rows.map(({ diastolic }) => diastolic))
  return finish(
    Plot.plot({
      ...frame(at, 96),
      y: { domain: [lowest, highest], nice: true, label: null },
      marks: [
        Plot.gridY({ ticks: 3, stroke: 'var(--rule)', strokeOpacity: 1 }),
        Plot.axisY({ ticks: 3, tickSize: 0 }),
        Plot.ruleX(rows, { x: 'at', y1: 'diastolic', y2: 'systolic', stroke: 'var(--ink)', strokeWidth: 2 }),
        Plot.text(rows.slice(0, 1), {
          x: 'at',
          y: 'systolic',
          text: pressureWords,
          dx: 8,
          textAnchor: 'start',
          fill: 'var(--ink)',
          fontWeight: 600,
        }),
        ...timeAxisMarks(at),
      ],
    }),
  )
}
