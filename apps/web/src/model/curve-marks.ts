/** Typical curves of several models over one time axis, as Observable Plot marks. */
import type { ModelAnswer } from '@anodyne/pharmacology'
import * as Plot from '@observablehq/plot'
import { decimal } from '../format/number.ts'

/** How the n-th model is drawn, here and in the key: the one that the page is about is the accent's. */
export const dashes = ['', '7 4', '2 3', '10 3 2 3', '5 2', '1 4'] as const

export interface CurveFrame {
  readonly width: number
  readonly hours: readonly number[]
  readonly until: number
  readonly about: string
}

export function drawCurves(answers: readonly ModelAnswer[], analyte: string, frame: CurveFrame): SVGElement | HTMLElement {
  const { width, hours, until, about } = frame
  const height = 220
  // The page's own model lies broad underneath, so that one that agrees with it is still seen.
  const inOrder = answers.map((answer, index) => ({ answer, index, own: answer.model === about }))
  const lines = inOrder
    .sort((a, b) => Number(b.own) - Number(a.own))
    .flatMap(({ answer, index, own }) => {
      const curve = answer.curves[analyte]
      if (!curve) return []
      const points = curve.concentration.flatMap((value, k) => {
        const hour = hours[k]
        return hour !== undefined && hour <= until ? [{ hour, value }] : []
      })
      const look = own
        ? { stroke: 'var(--band-50)', strokeWidth: 5 }
        : { stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: dashes[index % dashes.length] || 'none' }
      return [Plot.lineY(points, { x: 'hour', y: 'value', ...look })]
    })
  const plot = Plot.plot({
    className: 'panel-plot',
    width,
    height,
    marginLeft: 44,
    marginRight: 12,
    marginTop: 10,
    marginBottom: 34,
    x: { domain: [0, until], axis: null },
    y: { zero: true, nice: true },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (value: number) => decimal(value) }),
      Plot.axisX({ ticks: 6, tickSize: 4, label: null, tickFormat: (value: number) => `${decimal(value)} h` }),
      Plot.ruleY([0], { stroke: 'var(--ink-2)' }),
      lines,
    ],
  })
  // Plot's own style element is in our stylesheet, so that the page can be served without `unsafe-inline`.
  plot.querySelector('style')?.remove()
  return plot
} // prettier-ignore
