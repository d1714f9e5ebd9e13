/** Blood pressure: two numbers of one moment. Half a pressure, or one that cannot be, is not used. */
import type { BloodPressure, Fact } from '@anodyne/pathway'
import { plausiblePressure } from '../codes/observations.ts'
import { byNewest, day } from './date.ts'
import { obj, type Json } from './json.ts'
import { readQuantity, tidy } from './quantity.ts'
import type { RecordReader } from './record.ts'

export interface PressurePart {
  /** `panel`: a panel that holds neither number. */
  readonly which: 'systolic' | 'diastolic' | 'panel'
  /** What holds the valueQuantity. */
  readonly holder: Json
  readonly path: string
  /** The Observation's path. */
  readonly where: string
  /** An Observation of its own, to be paired by its moment. */
  readonly alone: boolean
  readonly at?: string
}

export function readPressures(record: RecordReader, parts: readonly PressurePart[]): Fact<BloodPressure>[] {
  // Separate Observations belong together when they carry the same moment; without one they cannot be paired.
  const groups = Map.groupBy(parts, (part) => (part.alone ? `at ${part.at ?? part.where}` : part.where))
  return [...groups.values()].flatMap((group) => pair(record, group) ?? []).sort(byNewest)
}

function pair(record: RecordReader, group: readonly PressurePart[]): Fact<BloodPressure> | undefined {
  const { where, at } = group[0]!
  const when = at ? `, ${day(at)}` : ', undated'
  const numbers: { systolic?: number; diastolic?: number } = {}
  for (const which of ['systolic', 'diastolic'] as const) {
    const found = group.filter((part) => part.which === which)
    if (found.length > 1)
      return reject(
        record,
        where,
        'value-ambiguous',
        `Blood pressure${when} has ${found.length} ${which} values; expected one`,
      )
    if (!found[0])
      return reject(record, where, 'value-missing', `Blood pressure${when} has no ${which} value; expected both`)
    const quantity = obj(found[0].holder.valueQuantity)
    if (!quantity)
      return reject(
        record,
        found[0].path,
        'value-missing',
        `Blood pressure${when} has no ${which} number; expected valueQuantity in mm[Hg]`,
      )
    const read = readQuantity(
      record,
      quantity,
      `${found[0].path}.valueQuantity`,
      `${which === 'systolic' ? 'Systolic' : 'Diastolic'} pressure`,
      { unit: 'mm[Hg]' },
    )
    if (!read) return undefined
    if (read.comparator)
      return reject(record, found[0].path, 'value-bounded', `Blood pressure${when}: ${which} is only a bound`)
    numbers[which] = read.value
  }
  const { systolic = Number.NaN, diastolic = Number.NaN } = numbers
  const says = `Blood pressure ${tidy(systolic)}/${tidy(diastolic)} mm[Hg]${when}`
  const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high
  const possible =
    within(systolic, plausiblePressure.systolic) &&
    within(diastolic, plausiblePressure.diastolic) &&
    systolic > diastolic
  if (!possible) return reject(record, where, 'value-absurd', `${says}: no living pressure, an error of entry`)
  return { value: { systolic, diastolic }, ...(at && { at }), where, says }
}

function reject(record: RecordReader, path: string, code: string, message: string): undefined {
  record.issue(path, code, `${message}; not used`)
  return undefined
}
