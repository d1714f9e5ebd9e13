/** Whether a prediction is close enough, and how the tolerance is written. */
import { formatNumber } from './number.ts'
import type { Closeness } from './target.ts'

/** @param interval middle 90 % of virtual patients, where the tolerance asks for it */
export function closeEnough(
  tolerance: Closeness,
  observed: number,
  predicted: number,
  interval?: readonly [number, number],
): boolean {
  const ratio = predicted / observed
  switch (tolerance.kind) {
    case 'percent':
      return Math.abs(ratio - 1) <= tolerance.percent / 100
    case 'fold':
      return ratio >= 1 / tolerance.fold && ratio <= tolerance.fold
    case 'range':
      return predicted >= tolerance.low && predicted <= tolerance.high
    case 'difference':
      return Math.abs(predicted - observed) <= tolerance.most
    case 'virtual-patients':
      return interval !== undefined && observed >= interval[0] && observed <= interval[1]
    case 'lower':
      return ratio <= 1 - LEAST_FALL
  }
}

/** The same as the ratios of predicted to observed that are accepted, from and to: what a plot shows beside the ratio. */
export function acceptedRatio(
  tolerance: Closeness,
  observed: number,
  predicted: number,
  interval: readonly [number, number] = [NaN, NaN],
): readonly [number, number] {
  switch (tolerance.kind) {
    case 'percent':
      return [1 - tolerance.percent / 100, 1 + tolerance.percent / 100]
    case 'fold':
      return [1 / tolerance.fold, tolerance.fold]
    case 'range':
      return [tolerance.low / observed, tolerance.high / observed]
    case 'difference':
      return [Math.max(0, 1 - tolerance.most / observed), 1 + tolerance.most / observed]
    case 'virtual-patients':
      return [predicted / interval[1], predicted / interval[0]]
    case 'lower':
      return [0, 1 - LEAST_FALL]
  }
}

/** A fall of less than this is none (engineering). */
const LEAST_FALL = 0.01

export function toleranceInWords(tolerance: Closeness, interval?: readonly [number, number]): string {
  switch (tolerance.kind) {
    case 'percent':
      return `± ${tolerance.percent} %`
    case 'fold':
      return tolerance.fold === 2 ? 'two-fold' : `${tolerance.fold}-fold`
    case 'range':
      return `${formatNumber(tolerance.low)}–${formatNumber(tolerance.high)} (${tolerance.what})`
    case 'difference':
      return `± ${tolerance.most}`
    case 'virtual-patients':
      return interval === undefined
        ? 'middle 90 %'
        : `${formatNumber(interval[0])}–${formatNumber(interval[1])} (middle 90 %)`
    case 'lower':
      return 'below 1'
  }
}
