/** The vertical axis of a plot over time: from 0, or logarithmic over what can be shown on it. */
import * as Plot from '@observablehq/plot'
import { ink, size } from './style.ts'

export interface ValueAxis {
  /** The value, or NaN (a gap) where this axis cannot show it. */
  readonly shown: (value: number | undefined) => number
  readonly scale: Plot.ScaleOptions
  /** Behind everything else. */
  readonly grid: Plot.Markish
  /** Before everything else. */
  readonly axis: readonly Plot.Markish[]
}

/** @param values everything that is to be drawn */
export function valueAxis(values: readonly (number | undefined)[], log: boolean): ValueAxis {
  const shown = (v: number | undefined) => (v !== undefined && Number.isFinite(v) && (!log || v > 0) ? v : NaN)
  const drawn = values.map(shown).filter(Number.isFinite)
  const isEmpty = drawn.length === 0
  const [least, most] = isEmpty ? (log ? [0.1, 10] : [0, 1]) : extent(drawn)
  const domain = log ? [least * 0.92, most * 1.08] : [Math.min(0, least * 1.04), most > 0 ? most * 1.04 : 1]
  const ticks = log ? logarithmic(domain[0]!, domain[1]!) : 5
  const style = { label: null, fontSize: size.small }
  return {
    shown,
    scale: { type: log ? 'log' : 'linear', domain, label: null },
    grid: Plot.gridY({ ticks, stroke: ink.rule, strokeOpacity: 1 }),
    axis: [
      log ? Plot.axisY(ticks as number[], { text: String, ...style }) : Plot.axisY({ ticks, ...style }),
      ...(isEmpty ? [Plot.text(['nothing to draw'], { frameAnchor: 'middle', fontSize: size.text })] : []),
    ],
  }
}

/** A loop, since a long course has more values than a call takes arguments. */
function extent(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity]
  for (const v of values) {
    if (v < least) least = v
    if (v > most) most = v
  }
  return [least, most]
}

/** 1, 2, 5 of each power of ten; from three powers on the powers alone. */
function logarithmic(from: number, to: number): number[] {
  const steps = to / from < 1000 ? [1, 2, 5] : [1]
  const ticks: number[] = []
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power++)
    for (const step of steps) ticks.push(Number(`${step}e${power}`))
  return ticks.filter((t) => t >= from && t <= to)
}
