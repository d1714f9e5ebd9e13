/** One number of one measure, from `valueQuantity` or a plain number, in the unit of the measure. */
import { measures, type Measure } from '@anodyne/pathway'
import { LEAST_ADULT_WEIGHT, lowIsBad, molarMass, plausible } from '../codes/observations.ts'
import { ageOn, day } from './date.ts'
import { num, obj, type Json } from './json.ts'
import { readQuantity, withUnit } from './quantity.ts'
import type { RecordReader } from './record.ts'

const names: Readonly<Record<Measure, string>> = {
  weight: 'Weight',
  ALT: 'ALT',
  AST: 'AST',
  GGT: 'GGT',
  ALP: 'ALP',
  bilirubin: 'Bilirubin',
  albumin: 'Albumin',
  creatinine: 'Creatinine',
  eGFR: 'eGFR',
  painNRS: 'Pain NRS',
  PEG: 'PEG',
  PHQ9: 'PHQ-9',
  MME: 'Morphine equivalents',
}
const units: Readonly<Record<Measure, string>> = measures
const scores = new Set<Measure>(['painNRS', 'PEG', 'PHQ9'])

export interface Measured {
  readonly value: number
  readonly says: string
  /** The element the value stands in. */
  readonly field: string
}

/** Undefined when there is no value that can be used; an issue says why. */
export function readMeasure(
  record: RecordReader,
  measure: Measure,
  holder: Json,
  path: string,
  at: string | undefined,
): Measured | undefined {
  const name = names[measure]
  const plain = scores.has(measure) ? (num(holder.valueInteger) ?? num(holder.valueDecimal)) : undefined
  const field =
    plain === undefined ? 'valueQuantity' : holder.valueInteger === undefined ? 'valueDecimal' : 'valueInteger'
  // A score's code defines its scale, so a bare number is complete; every other number needs its unit.
  const quantity = plain === undefined ? obj(holder.valueQuantity) : { value: plain, code: '{score}' }
  if (!quantity) {
    record.issue(path, 'value-missing', `${name} has no number; expected valueQuantity in ${units[measure]}`)
    return undefined
  }
  const read = readQuantity(record, quantity, `${path}.${field}`, name, {
    unit: units[measure],
    unitless: scores.has(measure),
    ...(molarMass[measure] !== undefined && { molarMass: molarMass[measure] }),
    ...(measure === 'MME' && { alias: '{MME}/d' }),
  })
  if (!read) return undefined
  const bounded = read.comparator ? bound(measure, read.value, read.comparator) : read.value
  if (bounded === undefined) {
    record.issue(
      `${path}.${field}.comparator`,
      'value-bounded',
      `${name} is only known as ${read.comparator} ${withUnit(read.value, units[measure])}; not used`,
    )
    return undefined
  }
  const given = read.given ? ` (recorded as ${read.given})` : ''
  const says = `${name} ${read.comparator ? `${read.comparator} ` : ''}${withUnit(read.value, units[measure])}${given}${at ? `, ${day(at)}` : ', undated'}`
  return { value: bounded, says, field }
}

/**
 * A bound as a number that can never make things look better than they are: on its safe side the bound itself, on the other
 * a hair beyond it (relative 1e-9), so that ">40" is above a limit of 40.
 */
function bound(measure: Measure, value: number, comparator: string): number | undefined {
  if (scores.has(measure) || measure === 'weight' || measure === 'MME') return undefined
  const upward = comparator.startsWith('>')
  const worse = upward !== lowIsBad.has(measure)
  return worse && comparator.length === 1 ? value * (upward ? 1 + 1e-9 : 1 - 1e-9) : value
}

/** Why a value cannot be believed, or undefined. */
export function implausible(
  measure: Measure,
  value: number,
  at: string | undefined,
  birthDate: string | undefined,
): string | undefined {
  const [low, high] = plausible[measure]
  if (!(value >= low && value <= high)) return `outside ${low}–${withUnit(high, units[measure])}, an error of entry`
  const adult = at === undefined || birthDate === undefined || (ageOn(birthDate, day(at)) ?? 18) >= 18
  if (measure === 'weight' && adult && value < LEAST_ADULT_WEIGHT)
    return `below ${LEAST_ADULT_WEIGHT} kg in an adult, an error of entry`
  return undefined
}
