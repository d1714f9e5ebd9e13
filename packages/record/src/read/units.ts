/**
 * Quantities into the unit a measure is kept in: converted by UCUM or refused, never assumed.
 * UCUM's tables are loaded only when a unit is not already the wanted one.
 */
import { createRequire } from 'node:module'
import { own } from '../codes/own.ts'
import type { UcumLhcUtils } from './ucum-lhc.ts'

export type Conversion = { readonly value: number } | { readonly code: 'unit-unknown' | 'unit-incommensurable' }

/** Spellings people write in `unit` that are no UCUM, each with the only unit it can mean. */
const spellings: Readonly<Record<string, string>> = {
  mmHg: 'mm[Hg]',
  'mm Hg': 'mm[Hg]',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  kgs: 'kg',
  Kg: 'kg',
  KG: 'kg',
  'mL/min/1.73m2': 'mL/min/{1.73_m2}',
  'mL/min/1.73 m2': 'mL/min/{1.73_m2}',
  'mL/min/1.73m^2': 'mL/min/{1.73_m2}',
  'ml/min/1.73m2': 'mL/min/{1.73_m2}',
  'mL/min/{1.73_m2}': 'mL/min/{1.73_m2}',
  'mL/min/{1.73m2}': 'mL/min/{1.73_m2}',
  // The international unit of enzyme activity is UCUM's U, 1 umol/min (NC-IUB 1978, doi:10.1111/j.1432-1033.1979.tb13116.x);
  // UCUM's [IU] is an arbitrary unit and cannot be converted.
  'IU/L': 'U/L',
  'U/l': 'U/L',
  'mg/dl': 'mg/dL',
  'g/dl': 'g/dL',
  'g/l': 'g/L',
  'umol/l': 'umol/L',
}

/** Printed micro signs are letters to UCUM: both become its `u`. */
export const ucumSpelling = (unit: string) => {
  const plain = unit.trim().replaceAll(/[µμ]/g, 'u')
  return own(spellings, plain) ?? plain
}

/** Enzyme activity coded as [IU]/L: meant, and equal to, U/L. Only for targets in U/L. */
const enzyme = new Set(['[IU]/L', '[iU]/L'])

/** `molarMass` in g/mol where mass and amount of substance may be exchanged. */
export function convert(value: number, from: string, to: string, molarMass?: number): Conversion {
  if (from === to || (to === 'U/L' && enzyme.has(from))) return { value }
  // A score is a pure number; UCUM counts every annotation in braces as 1.
  if (to === '{score}')
    return /^(?:1|\{[^{}]*\})$/.test(from) ? { value } : { code: known(from) ? 'unit-incommensurable' : 'unit-unknown' }
  if (!sound(from)) return { code: 'unit-unknown' }
  const answer = ask(() =>
    ucum().convertUnitTo(from, value, to, { suggest: false, molecularWeight: molarMass ?? null }),
  )
  const converted = answer?.status === 'succeeded' && answer.msg.length === 0 ? answer.toVal : null
  if (converted !== null && Number.isFinite(converted)) return { value: converted }
  return { code: known(from) ? 'unit-incommensurable' : 'unit-unknown' }
}

/**
 * Printable, short and without blanks, since the UCUM library answers a blank with a line on the console; and not a name that
 * every object inherits, which its tables would find.
 */
const sound = (unit: string) => unit.length <= 40 && /^[\u0021-\u007E]+$/.test(unit) && !(unit in Object.prototype)

const known = (unit: string) => sound(unit) && ask(() => ucum().validateUnitString(unit, false))?.status === 'valid'

/** The library's tables are plain objects: a unit called "constructor" makes it throw. A unit it cannot look up is unknown. */
function ask<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}

let loaded: UcumLhcUtils | undefined
const ucum = (): UcumLhcUtils => (loaded ??= load())

/** Synchronously, because reading a record is a function of the record and nothing else. */
function load(): UcumLhcUtils {
  const { UcumLhcUtils: utils } = createRequire(import.meta.url)('@lhncbc/ucum-lhc') as {
    UcumLhcUtils: { getInstance(): UcumLhcUtils }
  }
  return utils.getInstance()
}
