/**
 * A forecast drawn in text: the median as a line in its 50 % band, darker than the 90 % band around it.
 * It shows a prediction, so the caller says "predicted"; it starts at 0 so that small numbers look small.
 */
import type { Band } from '@anodyne/pharmacology'

export interface ChartSpec {
  /** columns, labels included */
  readonly width: number
  /** lines of the plot */
  readonly height: number
  readonly unit: string
  /** top of the vertical axis; the highest 95th percentile when absent */
  readonly top?: number
  /** the horizontal axis' ends, in words */
  readonly from: string
  readonly to: string
}

const MEDIAN = '━'
const HALF = '▒'
const NINE_IN_TEN = '░'
export const legend = `${MEDIAN} median, ${HALF} half, ${NINE_IN_TEN} nine in ten`

/** Lines of the chart; empty when there is nothing finite to draw. */
export function chart(
  hours: readonly number[],
  band: Band,
  { width, height, unit, top, from, to }: ChartSpec,
): string[] {
  const highest = Math.max(0, ...band.p95.filter(Number.isFinite))
  const ceiling = top ?? roundUp(highest)
  if (hours.length < 2 || !(ceiling > 0)) return []
  const labels = [`${short(ceiling)} ${unit}`, `0 ${unit}`]
  const margin = Math.max(...labels.map((l) => l.length)) + 2
  const columns = Math.max(10, width - margin - 1)
  const at = resample(hours, columns)
  const rows = Array.from({ length: height }, (_, i) => {
    const row = height - 1 - i
    const [low, high] = [(row * ceiling) / height, ((row + 1) * ceiling) / height]
    const cells = at.map((point) => cell(point, band, low, high, row === height - 1)).join('')
    const label = i === 0 ? labels[0] : row === 0 ? labels[1] : ''
    return `${(label ?? '').padStart(margin - 1)} ${label ? '┤' : '│'}${cells}`.trimEnd()
  })
  const axis = `${' '.repeat(margin + 1)}${from}${to.padStart(columns - from.length)}`
  return [...rows, axis]
}

/** A place between two output times: the index before it and the weight of the one after. */
interface Point {
  readonly before: number
  readonly weight: number
}

function resample(hours: readonly number[], columns: number): Point[] {
  const first = hours[0] ?? 0
  const last = hours[hours.length - 1] ?? 0
  let before = 0
  return Array.from({ length: columns }, (_, c) => {
    const t = first + ((last - first) * c) / (columns - 1)
    while (before < hours.length - 2 && (hours[before + 1] ?? Infinity) <= t) before += 1
    const [t0, t1] = [hours[before] ?? first, hours[before + 1] ?? last]
    return { before, weight: t1 > t0 ? (t - t0) / (t1 - t0) : 0 }
  })
}

function cell(point: Point, band: Band, low: number, high: number, isTop: boolean): string {
  const value = (series: readonly number[]) =>
    (series[point.before] ?? NaN) * (1 - point.weight) + (series[point.before + 1] ?? NaN) * point.weight
  const inside = (x: number) => x >= low && (x < high || (isTop && x <= high))
  const touches = (from: number, to: number) => from < high && to > low
  if (inside(value(band.median))) return MEDIAN
  if (touches(value(band.p25), value(band.p75))) return HALF
  if (touches(value(band.p05), value(band.p95))) return NINE_IN_TEN
  return ' '
}

/** The next of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten. */
function roundUp(x: number): number {
  if (!(x > 0)) return 0
  const power = 10 ** Math.floor(Math.log10(x))
  return ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((m) => m * power >= x) ?? 10) * power
}

/** Two significant figures, and never an exponent. */
export function short(x: number): string {
  if (!Number.isFinite(x)) return '?'
  if (x === 0) return '0'
  const digits = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(x))))
  return digits > 6 ? '0' : String(Number(x.toFixed(Math.min(digits, 6))))
}
