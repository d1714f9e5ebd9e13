/** What a reading of blood pressure says to a course (M08, T03). Only a credible reading within the limits is good news. */
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import type { Pressure } from './event.ts'

/** Both numbers there, systolic above diastolic, and not below what can be believed. */
export function credible({ systolic, diastolic }: Pressure, protocol: Protocol): boolean {
  const least = limitOf(protocol, 'E06.systolic.leastCredible').value
  return (
    systolic !== undefined &&
    diastolic !== undefined &&
    systolic >= least &&
    diastolic > 0 &&
    systolic > diastolic &&
    Number.isFinite(systolic)
  )
}

export type PressureSays = 'within' | 'unknown' | 'high' | 'very-high' | 'crisis'

/** `high`: above the hold limit; `very-high`: at or above the stop limit of M08; `crisis`: at or above that of T03. */
export function judgePressure(reading: Pressure, protocol: Protocol): PressureSays {
  const limit = (key: string) => limitOf(protocol, key).value
  const { systolic = NaN, diastolic = NaN } = reading
  const reaches = (rule: string) =>
    systolic >= limit(rule.replace('*', 'systolic')) || diastolic >= limit(rule.replace('*', 'diastolic'))
  // One number alone, or one that cannot be right, still counts when it is high.
  if (reaches('T03.*')) return 'crisis'
  if (reaches('M08.*.stop')) return 'very-high'
  if (systolic > limit('M08.systolic.hold') || diastolic > limit('M08.diastolic.hold')) return 'high'
  return credible(reading, protocol) ? 'within' : 'unknown'
}
