/** A FHIR Quantity in a wanted unit, or an issue that says what stands there and what was expected. */
import { UCUM, systemOf } from '../codes/systems.ts'
import { num, quote, str, type Json } from './json.ts'
import type { RecordReader } from './record.ts'
import { convert, ucumSpelling } from './units.ts'

export interface Wanted {
  readonly unit: string
  /** May the unit be left out? Only where the code itself defines the scale. */
  readonly unitless?: boolean
  readonly molarMass?: number
  /** A unit that stands for `unit` under this code. */
  readonly alias?: string
}

export interface ReadQuantity {
  readonly value: number
  readonly comparator?: string
  /** As recorded, when it was converted. */
  readonly given?: string
}

export function readQuantity(
  record: RecordReader,
  quantity: Json,
  path: string,
  name: string,
  wanted: Wanted,
): ReadQuantity | undefined {
  const value = num(quantity.value)
  if (value === undefined) {
    record.issue(`${path}.value`, 'value-missing', `${name} has no number; expected a number of ${wanted.unit}`)
    return undefined
  }
  const comparator = str(quantity.comparator)
  if (comparator !== undefined && !['<', '<=', '>', '>='].includes(comparator)) {
    record.issue(
      `${path}.comparator`,
      'value-bounded',
      `${name} has the comparator ${quote(comparator)}; expected <, <=, > or >=; not used`,
    )
    return undefined
  }
  const unit = unitOf(record, quantity, path, name, wanted)
  if (unit === undefined) return undefined
  const converted = unit === wanted.alias ? { value } : convert(value, unit, wanted.unit, wanted.molarMass)
  if ('code' in converted) {
    const why = converted.code === 'unit-unknown' ? 'is no known unit' : `cannot be converted to ${wanted.unit}`
    record.issue(
      `${path}.${str(quantity.code) ? 'code' : 'unit'}`,
      converted.code,
      `${name} ${tidy(value)} ${quote(unit, 30)}: the unit ${why}; expected ${wanted.unit}; not used`,
    )
    return undefined
  }
  const given =
    unit !== wanted.unit && converted.value !== value ? `${tidy(value)} ${str(quantity.unit) ?? unit}` : undefined
  return { value: converted.value, ...(comparator && { comparator }), ...(given && { given }) }
}

/** `code` when its system is UCUM, else `unit`; both when they agree. */
function unitOf(record: RecordReader, quantity: Json, path: string, name: string, wanted: Wanted): string | undefined {
  const code = str(quantity.code)
  const text = str(quantity.unit)
  const system = str(quantity.system)
  if (code && system && systemOf(system) !== UCUM) {
    record.issue(
      `${path}.system`,
      'unit-unknown',
      `${name} has a unit code of ${quote(system)}; expected ${UCUM}; not used`,
    )
    return undefined
  }
  const spelled = text && ucumSpelling(text)
  if (code && spelled && plainUnits.has(spelled) && plainUnits.has(code) && spelled !== code) {
    record.issue(
      path,
      'unit-contradictory',
      `${name} says ${quote(text, 30)} to people and ${quote(code, 30)} to machines; expected one unit; not used`,
    )
    return undefined
  }
  if (code) return ucumSpelling(code)
  if (spelled) return spelled
  if (wanted.unitless) return wanted.unit
  record.issue(path, 'unit-missing', `${name} ${num(quantity.value)} has no unit; expected ${wanted.unit}; not used`)
  return undefined
}

/** Units whose text and code can be compared as they stand. */
const plainUnits = new Set([
  'kg',
  'g',
  '[lb_av]',
  'mm[Hg]',
  'kPa',
  'U/L',
  'mg/dL',
  'g/dL',
  'g/L',
  'umol/L',
  'mmol/L',
  'mg',
  'ug',
  'mL',
  'mg/mL',
])

/** `88.4 umol/L`; a score has no unit to read aloud. */
export const withUnit = (value: number, unit: string) => (unit === '{score}' ? tidy(value) : `${tidy(value)} ${unit}`)

/** At most three decimals for reading aloud; the value itself is kept as it is. */
export const tidy = (value: number) => String(Number(value.toFixed(Math.abs(value) < 10 ? 2 : 1)))
