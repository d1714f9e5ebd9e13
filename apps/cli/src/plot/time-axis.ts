/** Hours on an axis: in days from four days on, with ticks where a clock has them. */
import * as Plot from '@observablehq/plot'
import { figure } from './markup.ts'
import { size } from './style.ts'

export interface Clock {
  readonly unit: 'h' | 'd'
  /** h per unit */
  readonly size: number
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
}

const STEPS = { h: [0.25, 0.5, 1, 2, 3, 4, 6, 12, 24], d: [1, 2, 7, 14, 28, 56, 91, 182, 364] } as const
const TICKS = 9

export function clock(hours: readonly number[]): Clock {
  const finite = hours.filter(Number.isFinite)
  const [first, last] = finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)]
  const isLong = last - first > 96
  const [unit, size] = isLong ? (['d', 24] as const) : (['h', 1] as const)
  const from = Math.min(first, 0) === 0 && first < (last - first) / 2 ? 0 : first / size
  const to = last > first ? last / size : from + 1
  const step = STEPS[unit].find((s) => (to - from) / s <= TICKS) ?? (to - from) / TICKS
  const ticks: number[] = []
  for (let k = Math.ceil(from / step - 1e-9); k * step <= to * (1 + 1e-9); k++) ticks.push(k * step)
  return { unit, size, domain: [from, to], ticks }
}

export const timeAxis = ({ ticks, unit }: Clock, label = 'Time'): Plot.Markish =>
  Plot.axisX({
    ticks: [...ticks],
    tickFormat: figure,
    label: `${label} (${unit})`,
    labelAnchor: 'center',
    labelArrow: 'none',
    fontSize: size.small,
  })

/** px around a drawing over time */
export const FRAME = { marginLeft: 46, marginRight: 12, marginTop: 8, marginBottom: 40 } as const
