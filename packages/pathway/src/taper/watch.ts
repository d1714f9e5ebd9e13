/** What is watched during a taper and after it. Relief fades slowly (S05), so the watch outlasts the last dose. */
import { daysAfter } from '../calendar.ts'
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'

export interface WatchItem {
  readonly on: string
  readonly stage: 'taper' | 'after'
  readonly what: string
}

/** On the first and the last day of a stage. */
export function watchDuring(stage: { readonly from: string; readonly to: string }): WatchItem[] {
  return [
    {
      on: stage.from,
      stage: 'taper',
      what: 'New, lower dose: check mg, amount and strength against the label. Pain, sleep and mood today.',
    },
    {
      on: stage.to,
      stage: 'taper',
      what: 'Pain, sleep, mood and craving against the day the taper began. If worse: call before the next stage; staying on this stage, or going back up, is a new signed order.',
    },
  ]
}

/** Weekly from the first day without ketamine, for `schedule.afterStopping.weeks`. */
export function watchAfter(noneFrom: string, protocol: Protocol): WatchItem[] {
  const weeks = Math.floor(limitOf(protocol, 'schedule.afterStopping.weeks').value)
  return [
    {
      on: noneFrom,
      stage: 'after',
      what: 'First day without ketamine: bring back what is left, to be counted. Withdrawal and returning pain: whom to call is on the card.',
    },
    ...Array.from({ length: weeks }, (_, i): WatchItem => ({
      on: daysAfter(noneFrom, (i + 1) * 7),
      stage: 'after',
      what: `Week ${i + 1} of ${weeks} without ketamine: pain and function against the day it ended, sleep, mood, craving. Relief may still fade.`,
    })),
  ]
}
